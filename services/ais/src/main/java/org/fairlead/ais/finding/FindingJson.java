package org.fairlead.ais.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.fairlead.service.json.StrictJson;

/// What was told, as JSON in a state store: small, rarely written, and it may carry fields of a
/// later version.
public final class FindingJson {

    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private FindingJson() {}

    public static byte[] write(Object state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("state cannot be written as JSON", impossible);
        }
    }

    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException damaged) {
            throw new IllegalStateException("state is damaged: " + type.getSimpleName(), damaged);
        }
    }
}
