package org.fairlead.ais.tile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a ship was heard last.
///
/// @param speed raw, 1023 = not available
/// @param course raw, 3600 = not available
record LastPosition(
        int mmsi,
        @Nullable String name,
        Instant at,
        int latitude,
        int longitude,
        int speed,
        int course,
        boolean synthetic) {}
