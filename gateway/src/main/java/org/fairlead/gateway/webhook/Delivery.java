package org.fairlead.gateway.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One change on its way to one webhook.
///
/// @param id what the receiver gets as `webhook-id`, the same in every attempt
/// @param state `pending`, `delivered` or `failed`
/// @param nextAt when it is tried next, while pending
/// @param lastStatus the receiver's last answer
/// @param lastProblem why the last attempt did not do, in words
@Schema(name = "WebhookDelivery")
public record Delivery(
        UUID id,
        String kind,
        String team,
        @Nullable UUID caseId,
        @Nullable UUID leadId,
        int version,
        Instant happenedAt,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Integer lastStatus,
        @Nullable String lastProblem,
        @Nullable Integer lastMillis,
        @Nullable Instant lastAt,
        Instant createdAt) {}
