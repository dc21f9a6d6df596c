package org.fairlead.ais.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.fairlead.service.json.StrictJson;

/// What was told, as JSON in a state store: rarely written, and it may carry fields of a later
/// version.
///
/// Mostly small; but one place where hundreds of ships show false positions, or one number that
/// never stops, comes to megabytes of much the same text, and Kafka takes records of a few
/// megabytes at most. So what is large is deflated, to a tenth and less.
public final class FindingJson {

    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final int DEFLATED_FROM_BYTES = 16_384;

    /// The first byte of what is deflated; that of JSON is the brace.
    private static final byte DEFLATED = 'z';

    private FindingJson() {}

    public static byte[] write(Object state) {
        try {
            byte[] json = JSON.writeValueAsBytes(state);
            return json.length < DEFLATED_FROM_BYTES ? json : deflated(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("state cannot be written as JSON", impossible);
        }
    }

    private static byte[] deflated(byte[] json) {
        var bytes = new ByteArrayOutputStream(json.length / 8);
        bytes.write(DEFLATED);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /// Whether bytes are what [#write] writes.
    public static boolean isWritten(byte[] bytes) {
        return bytes[0] == '{' || bytes[0] == DEFLATED;
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return bytes.length > 0 && bytes[0] == DEFLATED
                    ? JSON.readValue(
                            new InflaterInputStream(
                                    new ByteArrayInputStream(bytes, 1, bytes.length - 1)),
                            type)
                    : JSON.readValue(bytes, type);
        } catch (IOException damaged) {
            throw new IllegalStateException("state is damaged: " + type.getSimpleName(), damaged);
        }
    }
}
