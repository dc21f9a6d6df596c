package org.fairlead.messaging.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.fairlead.service.json.StrictJson;

/// Reads payloads. Unlike requests, events may carry fields this version does not know yet.
public final class EventJson {

    private static final ObjectMapper MAPPER =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private EventJson() {}

    /// @throws UnprocessableEvent when the payload does not fit the contract
    public static <T> T read(IncomingEvent event, Class<T> contract) {
        try {
            T value = MAPPER.readValue(event.payload(), contract);
            if (value == null) {
                throw new UnprocessableEvent("%s %s is null".formatted(event.type(), event.id()));
            }
            return value;
        } catch (JsonProcessingException | IllegalArgumentException fault) {
            throw new UnprocessableEvent(
                    "%s %s does not fit its contract: %s"
                            .formatted(event.type(), event.id(), fault.getMessage()),
                    fault);
        }
    }
}
