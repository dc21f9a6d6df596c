package org.fairlead.cases.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address that is told of changes its owner sees.
///
/// @param kinds of change it is told of, none for all
/// @param standingAt when the owner last called
/// @param isStale the owner has not called for too long: nothing is sent
/// @param disabledReason absent while it is told
/// @param secret only in the answer that made it
record Webhook(
        UUID id,
        String url,
        @Nullable String description,
        List<String> kinds,
        String owner,
        Instant createdAt,
        Instant standingAt,
        boolean isStale,
        @Nullable String disabledReason,
        @Nullable String secret) {}
