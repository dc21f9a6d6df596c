package org.fairlead.contracts.ais;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One report that an activity rests on: whose, when, where, how fast, and who heard it.
public record ReportedFix(
        String mmsi,
        Instant at,
        double latitudeDegrees,
        double longitudeDegrees,
        @Nullable Double speedKnots,
        String source) {}
