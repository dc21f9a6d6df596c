package org.fairlead.nmea.field;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.nmea.field.Field.Moment.Part;
import org.jspecify.annotations.Nullable;

/// The fields of one kind of message, in order, each with the bit where it begins.
///
/// @param title what the kind is called, with its source
/// @param bits how many bits the fields take, without one that reaches to the end
public record Layout(String title, List<Placed> fields, int bits) {

    /// @param at from the start of the message or, in an element of a list, of the element
    public record Placed(Field field, int at) {}

    public Layout {
        fields = List.copyOf(fields);
    }

    /// Shows every field to a visitor.
    ///
    /// @param from where the layout's bit 0 lies in the message
    public void visit(Bits bits, int from, FieldVisitor visitor) {
        for (var placed : fields) {
            var at = from + placed.at;
            if (placed.field instanceof Field.Group group) {
                visitGroup(group, bits, at, visitor);
            } else {
                visitor.field(placed.field, bits, at);
            }
        }
    }

    private static void visitGroup(Field.Group group, Bits bits, int at, FieldVisitor visitor) {
        visitor.beginGroup(group);
        var size = group.elements().size();
        var length = group.length(bits, at);
        for (var i = 0; i < length; i++) {
            visitor.beginElement();
            var element = at + i * size;
            group.elements().at(bits, element).visit(bits, element, visitor);
            visitor.endElement();
        }
        visitor.endGroup();
    }

    static Builder of(String title, int from) {
        return new Builder(title, from);
    }

    /// Puts one field after the other.
    static final class Builder {

        private final String title;
        private final List<Placed> fields = new ArrayList<>();
        private int at;

        private Builder(String title, int from) {
            this.title = title;
            at = from;
        }

        Layout build() {
            return new Layout(title, fields, at);
        }

        Builder skip(int bits) {
            at += bits;
            return this;
        }

        private Builder add(Field field) {
            fields.add(new Placed(field, at));
            at += field.width();
            return this;
        }

        private Builder number(
                String raw,
                String name,
                int width,
                boolean isSigned,
                int divisor,
                int offset,
                int least,
                int most,
                @Nullable Codes codes) {
            return add(
                    new Field.Number(
                            raw, name, width, isSigned, divisor, offset, least, most, codes));
        }

        /// A whole number, always available.
        Builder number(String raw, String name, int width) {
            return upTo(raw, name, width, Integer.MAX_VALUE);
        }

        /// A whole number; more than `most` is "not available".
        Builder upTo(String raw, String name, int width, int most) {
            return number(raw, name, width, false, 1, 0, 0, most, null);
        }

        /// A whole number; 0 is "not available".
        Builder fromOne(String raw, String name, int width) {
            return number(raw, name, width, false, 1, 0, 1, Integer.MAX_VALUE, null);
        }

        /// A number with a meaning of its own for each value; unknown ones keep their number.
        Builder code(String raw, String name, int width, Codes codes) {
            return number(raw, name, width, false, 1, 0, codes.least(), codes.most(), codes);
        }

        /// A number in steps of `1/divisor`; more than `most` is "not available".
        Builder parts(String raw, String name, int width, int divisor, int most) {
            return number(raw, name, width, false, divisor, 0, 0, most, null);
        }

        /// A number in steps of `1/divisor` from `offset` steps; more than `most`: not available.
        Builder shifted(String raw, String name, int width, int divisor, int offset, int most) {
            return number(raw, name, width, false, divisor, offset, 0, most, null);
        }

        Builder signed(String raw, String name, int width, int divisor, int least, int most) {
            return number(raw, name, width, true, divisor, 0, least, most, null);
        }

        /// @param perMinute steps in a minute of arc: 10,000, 1,000 or 10
        Builder longitude(String raw, String name, int width, int perMinute) {
            var most = 180 * 60 * perMinute;
            return signed(raw, name, width, 60 * perMinute, -most, most);
        }

        Builder latitude(String raw, String name, int width, int perMinute) {
            var most = 90 * 60 * perMinute;
            return signed(raw, name, width, 60 * perMinute, -most, most);
        }

        Builder longitudeLatitude(int longitudeWidth, int perMinute) {
            return longitude("lon", "longitudeDegrees", longitudeWidth, perMinute)
                    .latitude("lat", "latitudeDegrees", longitudeWidth - 1, perMinute);
        }

        Builder turn() {
            return add(new Field.Turn("turn", "turnDegreesPerMinute"));
        }

        Builder flag(String raw, String name) {
            return add(new Field.Flag(raw, name));
        }

        Builder text(String raw, String name, int characters) {
            return add(new Field.Text(raw, name, 6 * characters));
        }

        /// Text that lies over the fields after it: before edition 4 of the standard it was longer.
        Builder textOver(String raw, String name, int characters) {
            fields.add(new Placed(new Field.Text(raw, name, 6 * characters), at));
            return this;
        }

        Builder textToTheEnd(String raw, String name) {
            return add(new Field.Text(raw, name, 0));
        }

        Builder aidName() {
            return add(new Field.AidName("name", "name"));
        }

        /// The state of the data link, as a number of 19 or 20 bits.
        Builder communicationState(int width) {
            return add(new Field.Tail("radio", "communicationState", width));
        }

        Builder notSent(String raw, String name) {
            return add(new Field.NotSent(raw, name));
        }

        /// A number in the last bits of the message.
        Builder atTheEnd(String raw, String name, int width) {
            return add(new Field.Last(raw, name, width));
        }

        Builder data(int width) {
            return data("data", "data", width);
        }

        Builder data(String raw, String name, int width) {
            return add(new Field.Data(raw, name, width, 0));
        }

        /// Says of the number before that 0, too, is "not available".
        Builder zeroIsAbsent() {
            var last = fields.removeLast();
            var number = (Field.Number) last.field;
            at = last.at;
            return number(
                    number.raw(),
                    number.name(),
                    number.width(),
                    number.isSigned(),
                    number.divisor(),
                    number.offset(),
                    1,
                    number.most(),
                    number.codes());
        }

        /// A number or text of 42 bits, by the two bits before it.
        Builder targetId() {
            return add(new Field.TargetId("id", "id"));
        }

        Builder dataToTheEnd(int before) {
            return add(new Field.Data("data", "data", 0, before));
        }

        /// Year (14 bits), month, day, hour, minute, second.
        Builder instant(String raw, String name) {
            return add(
                    new Field.Moment(
                            raw,
                            name,
                            40,
                            List.of(
                                    new Part(0, 14),
                                    new Part(14, 4),
                                    new Part(18, 5),
                                    new Part(23, 5),
                                    new Part(28, 6),
                                    new Part(34, 6)),
                            0));
        }

        /// Month, day, hour, minute.
        Builder monthToMinute(String raw, String name) {
            return add(
                    new Field.Moment(
                            raw,
                            name,
                            20,
                            List.of(
                                    Part.MISSING,
                                    new Part(0, 4),
                                    new Part(4, 5),
                                    new Part(9, 5),
                                    new Part(14, 6),
                                    Part.MISSING),
                            0));
        }

        /// Day, month, hour, minute.
        Builder dayMonthToMinute(String raw, String name) {
            return add(
                    new Field.Moment(
                            raw,
                            name,
                            20,
                            List.of(
                                    Part.MISSING,
                                    new Part(5, 4),
                                    new Part(0, 5),
                                    new Part(9, 5),
                                    new Part(14, 6),
                                    Part.MISSING),
                            0));
        }

        /// Day, hour, minute.
        Builder dayToMinute(String raw, String name) {
            return add(
                    new Field.Moment(
                            raw,
                            name,
                            16,
                            List.of(
                                    Part.MISSING,
                                    Part.MISSING,
                                    new Part(0, 5),
                                    new Part(5, 5),
                                    new Part(10, 6),
                                    Part.MISSING),
                            0));
        }

        Builder moment(String raw, String name, int century, Part... parts) {
            return add(new Field.Moment(raw, name, 0, List.of(parts), century));
        }

        /// Bow, stern, port, starboard.
        Builder dimensions() {
            return number("to_bow", "toBowMetres", 9)
                    .number("to_stern", "toSternMetres", 9)
                    .number("to_port", "toPortMetres", 6)
                    .number("to_starboard", "toStarboardMetres", 6);
        }

        Builder group(String raw, String name, Layout element) {
            return group(raw, name, new Same(element), 0);
        }

        /// @param countWidth width of the length that stands before it
        Builder group(String raw, String name, Layout element, int countWidth) {
            skip(countWidth);
            return group(raw, name, new Same(element), countWidth);
        }

        Builder group(String raw, String name, Field.Group.Elements elements, int countWidth) {
            return add(new Field.Group(raw, name, elements, countWidth));
        }

        Builder partLetter() {
            return add(new Field.PartLetter("part", "part", 2));
        }
    }

    private record Same(Layout layout) implements Field.Group.Elements {

        @Override
        public int size() {
            return layout.bits;
        }

        @Override
        public Layout at(Bits bits, int at) {
            return layout;
        }

        @Override
        public List<Layout> all() {
            return List.of(layout);
        }
    }
}
