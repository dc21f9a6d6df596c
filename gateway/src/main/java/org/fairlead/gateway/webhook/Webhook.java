package org.fairlead.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a client wants to be told of changes. Its secret is not part of it.
///
/// @param clientId by whose access it is judged what may be told
/// @param kinds of changes; empty: all
/// @param stateReason why it was disabled
/// @param publicKey `whpk_…`, for signatures `v1a` (Ed25519)
@Schema(name = "Webhook")
public record Webhook(
        UUID id,
        String team,
        String clientId,
        String url,
        String description,
        List<String> kinds,
        WebhookState state,
        @Nullable String stateReason,
        String publicKey,
        String createdBy,
        Instant createdAt) {

    public Webhook {
        kinds = List.copyOf(kinds);
    }
}
