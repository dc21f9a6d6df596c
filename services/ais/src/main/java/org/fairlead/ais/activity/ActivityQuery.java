package org.fairlead.ais.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is asked for; absent means any.
///
/// @param before the sort key of the last one on the page before
record ActivityQuery(
        @Nullable String kind,
        @Nullable Integer mmsi,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String state,
        @Nullable Instant before,
        @Nullable UUID beforeId) {}
