package org.fairlead.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What goes out: ids and kinds, never what a case says.
///
/// @param type the kind of change
/// @param timestamp when it happened
record Message(String type, Instant timestamp, Content data) {

    /// @param caseId absent for a lead in no case
    record Content(
            @Nullable UUID caseId, @Nullable UUID leadId, @Nullable Integer version, String team) {}

    /// @param secrets and private key, opened
    record Sender(String url, List<String> secrets, String privateKey) {

        @Override
        public String toString() {
            return "Sender[" + url + "]";
        }
    }

    static Message of(Delivery delivery) {
        return new Message(
                delivery.kind(),
                delivery.happenedAt(),
                new Content(
                        delivery.caseId(), delivery.leadId(), delivery.version(), delivery.team()));
    }

    static Message ping(String team, Instant now) {
        return new Message("ping", now, new Content(null, null, null, team));
    }
}
