package org.fairlead.nmea.field;

/// Told of every field of a message in order.
public interface FieldVisitor {

    /// @param at where the field begins; the message may end before
    void field(Field field, Bits bits, int at);

    void beginGroup(Field.Group group);

    void beginElement();

    void endElement();

    void endGroup();
}
