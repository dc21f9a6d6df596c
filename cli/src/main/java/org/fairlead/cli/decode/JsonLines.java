package org.fairlead.cli.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import org.fairlead.nmea.AisFieldReader;
import org.fairlead.nmea.field.FieldVisitor;
import org.fairlead.nmea.field.MessageFields;
import org.fairlead.nmea.field.Rendering;
import org.jspecify.annotations.Nullable;

/// One JSON object a line: docs/reference/decode.md.
final class JsonLines implements MessageWriter {

    private final Envelope envelope;
    private final JsonGenerator json;
    private final FieldVisitor fields;
    private final boolean isRaw;

    JsonLines(Rendering rendering, OutputStream out) throws IOException {
        envelope = Envelope.of(rendering);
        isRaw = rendering == Rendering.RAW;
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        fields = rendering.into(new JsonSink(json));
    }

    @Override
    public void write(@Nullable String file, AisFieldReader message) throws IOException {
        json.writeStartObject();
        if (isRaw) {
            json.writeStringField("class", "AIS");
            json.writeBooleanField("scaled", false);
        }
        if (file != null) {
            json.writeStringField("file", file);
        }
        envelope.write(message, new JsonSink(json));
        MessageFields.visit(message.type(), message.bits(), fields);
        if (message.type() < 1 || message.type() > 27) {
            json.writeNumberField("bits", message.bits().bits());
            json.writeStringField("payload", message.payload());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
