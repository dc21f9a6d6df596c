package org.fairlead.cases.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One change that one address is or was to be told of.
record Delivery(
        UUID id,
        String kind,
        @Nullable UUID caseId,
        @Nullable UUID leadId,
        Instant eventAt,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant deliveredAt) {}
