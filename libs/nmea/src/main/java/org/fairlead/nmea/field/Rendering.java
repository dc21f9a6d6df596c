package org.fairlead.nmea.field;

/// How the fields of a message become values.
public enum Rendering {

    /// The numbers as transmitted, under gpsd's names: what is "not available" has the standard's
    /// number for it, and a field that was not sent is 0 or empty.
    RAW {
        @Override
        public FieldVisitor into(ValueSink sink) {
            return new RawValues(sink);
        }
    },

    /// Values with their units in their names: what is "not available" or was not sent is left out,
    /// and a code is followed by what it means (`…Text`).
    UNITS {
        @Override
        public FieldVisitor into(ValueSink sink) {
            return new UnitValues(sink);
        }
    };

    /// A visitor that gives what it is shown to a sink.
    public abstract FieldVisitor into(ValueSink sink);
}
