package org.fairlead.cli.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.nmea.AisFieldReader;
import org.fairlead.nmea.field.FieldVisitor;
import org.fairlead.nmea.field.MessageFields;
import org.fairlead.nmea.field.Rendering;
import org.fairlead.nmea.field.ValueSink;
import org.jspecify.annotations.Nullable;

/// One row a message, RFC 4180: the fields most messages have in columns of their own, all others
/// as a JSON object in the last one. The header comes first, always the same.
final class Csv implements MessageWriter, ValueSink {

    private static final String OTHER = "other";

    /// Raw name and name with unit.
    private static final List<List<String>> FIELDS =
            List.of(
                    List.of("type", "type"),
                    List.of("repeat", "repeat"),
                    List.of("mmsi", "mmsi"),
                    List.of("status", "navigationStatus"),
                    List.of("turn", "turnDegreesPerMinute"),
                    List.of("speed", "speedKnots"),
                    List.of("accuracy", "isAccurate"),
                    List.of("lon", "longitudeDegrees"),
                    List.of("lat", "latitudeDegrees"),
                    List.of("course", "courseDegrees"),
                    List.of("heading", "headingDegrees"),
                    List.of("second", "utcSecond"),
                    List.of("timestamp", "utc"),
                    List.of("alt", "altitudeMetres"),
                    List.of("imo", "imo"),
                    List.of("callsign", "callSign"),
                    List.of("shipname", "name"),
                    List.of("shiptype", "shipType"),
                    List.of("to_bow", "toBowMetres"),
                    List.of("to_stern", "toSternMetres"),
                    List.of("to_port", "toPortMetres"),
                    List.of("to_starboard", "toStarboardMetres"),
                    List.of("epfd", "positionDevice"),
                    List.of("draught", "draughtMetres"),
                    List.of("destination", "destination"),
                    List.of("eta", "estimatedArrival"),
                    List.of("aid_type", "aidType"),
                    List.of("dest_mmsi", "destinationMmsi"),
                    List.of("text", "text"),
                    List.of("dac", "designatedAreaCode"),
                    List.of("fid", "functionIdentifier"),
                    List.of("data", "data"));

    private final OutputStream out;
    private final Envelope envelope;
    private final FieldVisitor fields;
    private final Map<String, Integer> columns = new HashMap<>();
    private final @Nullable String[] row;
    private final StringBuilder line = new StringBuilder(512);
    private final ByteArrayOutputStream others = new ByteArrayOutputStream();
    private final JsonFactory json = new JsonFactory();
    private @Nullable JsonGenerator other;
    private int depth;

    Csv(Rendering rendering, OutputStream out) throws IOException {
        this.out = out;
        envelope = Envelope.of(rendering);
        fields = rendering.into(this);
        column("file");
        column(Envelope.LINE);
        column(envelope.receivedAt());
        column(Envelope.SOURCE);
        column(Envelope.TALKER);
        column(Envelope.CHANNEL);
        for (var names : FIELDS) {
            column(names.get(rendering == Rendering.RAW ? 0 : 1));
        }
        column(OTHER);
        row = new @Nullable String[columns.size()];
        header();
    }

    private void column(String name) {
        columns.put(name, columns.size());
    }

    private void header() throws IOException {
        columns.forEach((name, column) -> row[column] = name);
        writeRow();
    }

    @Override
    public void write(@Nullable String file, AisFieldReader message) throws IOException {
        if (file != null) {
            text("file", file);
        }
        envelope.write(message, this);
        MessageFields.visit(message.type(), message.bits(), fields);
        if (message.type() < 1 || message.type() > 27) {
            integer("bits", message.bits().bits());
            text("payload", message.payload());
        }
        if (other != null) {
            other.writeEndObject();
            other.close();
            other = null;
            row[row.length - 1] = others.toString(StandardCharsets.UTF_8);
            others.reset();
        }
        writeRow();
    }

    private void writeRow() throws IOException {
        line.setLength(0);
        for (var column = 0; column < row.length; column++) {
            if (column > 0) {
                line.append(',');
            }
            quoted(row[column]);
        }
        Arrays.fill(row, null);
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void quoted(@Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            line.append(value);
        } else {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    /// Where a value goes that has no column.
    private JsonSink other() {
        try {
            if (other == null) {
                other = json.createGenerator(others);
                other.writeStartObject();
            }
            return new JsonSink(other);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean put(String name, String value) {
        var column = depth > 0 ? null : columns.get(name);
        if (column == null || row[column] != null) {
            return false;
        }
        row[column] = value;
        return true;
    }

    @Override
    public void integer(String name, long value) {
        if (!put(name, Long.toString(value))) {
            other().integer(name, value);
        }
    }

    @Override
    public void decimal(String name, double value, int decimals) {
        if (!put(name, Double.toString(JsonSink.rounded(value, decimals)))) {
            other().decimal(name, value, decimals);
        }
    }

    @Override
    public void flag(String name, boolean value) {
        if (!put(name, Boolean.toString(value))) {
            other().flag(name, value);
        }
    }

    @Override
    public void text(String name, String value) {
        if (!put(name, value)) {
            other().text(name, value);
        }
    }

    @Override
    public void beginList(String name) {
        other().beginList(name);
        depth++;
    }

    @Override
    public void beginElement() {
        other().beginElement();
    }

    @Override
    public void endElement() {
        other().endElement();
    }

    @Override
    public void endList() {
        depth--;
        other().endList();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
