package org.fairlead.cli.decode;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fairlead.nmea.field.ValueSink;

/// Values as members of the JSON object that is open.
record JsonSink(JsonGenerator json) implements ValueSink {

    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

    private interface Write {
        void to(JsonGenerator json) throws IOException;
    }

    private void write(Write write) {
        try {
            write.to(json);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static double rounded(double value, int decimals) {
        return Math.rint(value * TENS[decimals]) / TENS[decimals];
    }

    @Override
    public void integer(String name, long value) {
        write(json -> json.writeNumberField(name, value));
    }

    @Override
    public void decimal(String name, double value, int decimals) {
        write(json -> json.writeNumberField(name, rounded(value, decimals)));
    }

    @Override
    public void flag(String name, boolean value) {
        write(json -> json.writeBooleanField(name, value));
    }

    @Override
    public void text(String name, String value) {
        write(json -> json.writeStringField(name, value));
    }

    @Override
    public void beginList(String name) {
        write(json -> json.writeArrayFieldStart(name));
    }

    @Override
    public void beginElement() {
        write(JsonGenerator::writeStartObject);
    }

    @Override
    public void endElement() {
        write(JsonGenerator::writeEndObject);
    }

    @Override
    public void endList() {
        write(JsonGenerator::writeEndArray);
    }
}
