package org.fairlead.messaging.event;

import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import org.eclipse.microprofile.reactive.messaging.Message;

/// The envelope of a CloudEvent (binary mode) as it came from Kafka.
///
/// @param payload JSON text
public record IncomingEvent(String id, String type, String payload) {

    /// @throws UnprocessableEvent when the record is not a CloudEvent
    public static IncomingEvent of(Message<String> message) {
        var envelope = message.getMetadata(IncomingCloudEventMetadata.class);
        if (envelope.isEmpty()) {
            throw new UnprocessableEvent(
                    "not a CloudEvent: headers ce_id, ce_type, ce_source expected");
        }
        if (message.getPayload() == null) {
            throw new UnprocessableEvent("no payload in event " + envelope.get().getId());
        }
        return new IncomingEvent(
                envelope.get().getId(), envelope.get().getType(), message.getPayload());
    }
}
