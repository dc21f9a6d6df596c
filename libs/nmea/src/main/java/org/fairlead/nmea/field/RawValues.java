package org.fairlead.nmea.field;

/// Fields as [Rendering#RAW] says.
record RawValues(ValueSink sink) implements FieldVisitor {

    /// Of message 16 to one station, 96 bits (table 75).
    private static final int MOST_SPARE_BITS = 4;

    @Override
    public void field(Field field, Bits bits, int at) {
        var name = field.raw();
        switch (field) {
            case Field.Number number ->
                    sink.integer(name, isCutOff(number, bits, at) ? 0 : number.read(bits, at));
            case Field.Turn turn -> sink.integer(name, turn.read(bits, at));
            case Field.Last last -> sink.integer(name, last.read(bits));
            case Field.Tail tail -> sink.integer(name, tail.read(bits, at));
            case Field.Flag flag -> sink.flag(name, bits.unsigned(at, 1) == 1);
            case Field.Text text -> sink.text(name, text.read(bits, at));
            case Field.AidName aid -> sink.text(name, aid.read(bits, at));
            case Field.TargetId id -> sink.text(name, id.read(bits, at));
            case Field.PartLetter letter -> sink.text(name, letter.read(bits, at));
            case Field.Data data -> sink.text(name, data.read(bits, at));
            case Field.Moment moment -> sink.text(name, moment.read(bits, at));
            case Field.NotSent nothing -> sink.integer(name, 0);
            case Field.Group group -> throw new IllegalStateException(group.raw());
        }
    }

    /// The spare bits after a message to one are no second receiver. What is cut off later is shown
    /// as far as it goes.
    private static boolean isCutOff(Field.Number number, Bits bits, int at) {
        return number.least() == 1
                && number.most() == Integer.MAX_VALUE
                && bits.bits() - at <= MOST_SPARE_BITS;
    }

    @Override
    public void beginGroup(Field.Group group) {
        sink.beginList(group.raw());
    }

    @Override
    public void beginElement() {
        sink.beginElement();
    }

    @Override
    public void endElement() {
        sink.endElement();
    }

    @Override
    public void endGroup() {
        sink.endList();
    }
}
