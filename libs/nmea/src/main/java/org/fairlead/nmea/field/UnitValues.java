package org.fairlead.nmea.field;

/// Fields as [Rendering#UNITS] says.
record UnitValues(ValueSink sink) implements FieldVisitor {

    @Override
    public void field(Field field, Bits bits, int at) {
        if (at + Math.max(1, field.width()) > bits.bits() && !(field instanceof Field.Text)) {
            return;
        }
        var name = field.name();
        switch (field) {
            case Field.Number number -> number(number, number.read(bits, at));
            case Field.Turn turn ->
                    Field.Turn.degreesPerMinute(turn.read(bits, at))
                            .ifPresent(value -> sink.decimal(name, value, 1));
            case Field.Last last -> sink.integer(name, last.read(bits));
            case Field.Tail tail -> sink.integer(name, tail.read(bits, at));
            case Field.Flag flag -> sink.flag(name, bits.unsigned(at, 1) == 1);
            case Field.Text text -> text(name, text.read(bits, at));
            case Field.AidName aid -> text(name, aid.read(bits, at));
            case Field.TargetId id -> text(name, id.read(bits, at));
            case Field.PartLetter letter -> sink.text(name, letter.read(bits, at));
            case Field.Data data -> sink.text(name, data.read(bits, at));
            case Field.Moment moment ->
                    moment.value(bits, at).ifPresent(value -> sink.text(name, value));
            case Field.NotSent nothing -> {}
            case Field.Group group -> throw new IllegalStateException(group.name());
        }
    }

    private void number(Field.Number field, int read) {
        if (!field.isAvailable(read)) {
            return;
        }
        if (field.isWhole()) {
            sink.integer(field.name(), read + field.offset());
        } else {
            sink.decimal(
                    field.name(),
                    (read + field.offset()) / (double) field.divisor(),
                    field.decimals());
        }
        if (field.codes() != null) {
            field.codes().word(read).ifPresent(word -> sink.text(field.name() + "Text", word));
        }
    }

    private void text(String name, String text) {
        if (!text.isEmpty()) {
            sink.text(name, text);
        }
    }

    @Override
    public void beginGroup(Field.Group group) {
        sink.beginList(group.name());
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
