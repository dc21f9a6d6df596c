package org.fairlead.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// One event, to be written together with the state it tells of.
///
/// @param id the CloudEvent id; consumers count an id once, so derive it from what happened where a
///   repetition is possible ([#idOf])
/// @param type CloudEvent type with its version, such as `org.fairlead.imagery.verdict.v1`
/// @param payload a contract record, written as JSON
public record OutboxEvent(UUID id, String topic, String key, String type, Object payload) {

    public static OutboxEvent of(String topic, String key, String type, Object payload) {
        return new OutboxEvent(UUID.randomUUID(), topic, key, type, payload);
    }

    /// The same parts give the same id, in every process and every replay.
    public static UUID idOf(Object... parts) {
        var text = new StringBuilder();
        for (Object part : parts) {
            text.append(part).append('\u001f');
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
