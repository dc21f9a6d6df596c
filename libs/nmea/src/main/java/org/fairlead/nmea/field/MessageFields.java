package org.fairlead.nmea.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of a message, found by its type and, in messages 6 and 8, by its application.
public final class MessageFields {

    private static final int ADDRESSED_CONTENTS = 88;
    private static final int BROADCAST_CONTENTS = 56;

    private MessageFields() {}

    /// Shows a visitor every field of a message, header first. Of a type that no standard knows
    /// there is nothing beyond what stands where the header would.
    public static void visit(int type, Bits bits, FieldVisitor visitor) {
        MessageLayouts.HEADER.visit(bits, 0, visitor);
        if (type < 1 || type > 27) {
            return;
        }
        MessageLayouts.body(type, bits).visit(bits, 0, visitor);
        if (type == 6 || type == 8) {
            var contents = contentsAt(type);
            application(type, bits).ifPresent(layout -> layout.visit(bits, contents, visitor));
        }
    }

    /// Where the contents of a message 6 or 8 begin.
    public static int contentsAt(int type) {
        return type == 6 ? ADDRESSED_CONTENTS : BROADCAST_CONTENTS;
    }

    /// The contents of a message 6 or 8, where its application is a known one.
    public static Optional<Layout> application(int type, Bits bits) {
        var at = contentsAt(type);
        return ApplicationLayouts.find(
                bits.unsigned(at - 16, 10), bits.unsigned(at - 6, 6), bits.bits() - at);
    }

    /// Every layout there is, for documentation: what it is of, and its fields.
    public static List<Layout> all() {
        var all = new ArrayList<Layout>();
        all.add(MessageLayouts.HEADER);
        all.addAll(MessageLayouts.all());
        all.addAll(applications());
        return all;
    }

    /// Every known application of messages 6 and 8, by area code and function identifier.
    public static List<Layout> applications() {
        return ApplicationLayouts.all().stream()
                .map(known ->
                        new Layout(
                                known.dac() + "/" + known.fi() + ": " + known.layout().title(),
                                known.layout().fields(),
                                known.layout().bits()))
                .toList();
    }
}
