package org.fairlead.nmea.field;

/// Takes the values of a message, one after the other, by name.
public interface ValueSink {

    void integer(String name, long value);

    /// @param decimals how many digits after the point the value has
    void decimal(String name, double value, int decimals);

    void flag(String name, boolean value);

    void text(String name, String value);

    void beginList(String name);

    void beginElement();

    void endElement();

    void endList();
}
