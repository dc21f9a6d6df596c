package org.fairlead.ais.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is asked for; absent means any.
///
/// @param kinds empty means any
/// @param area where it began
/// @param before the sort key of the last one on the page before
record ActivityQuery(
        List<String> kinds,
        @Nullable Integer mmsi,
        @Nullable Area area,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String state,
        @Nullable Instant before,
        @Nullable UUID beforeId) {

    ActivityQuery {
        kinds = List.copyOf(kinds);
    }

    /// Degrees; an area whose west lies east of its east reaches over 180°.
    record Area(double south, double west, double north, double east) {}
}
