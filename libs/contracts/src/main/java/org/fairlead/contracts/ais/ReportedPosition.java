package org.fairlead.contracts.ais;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One reported position: WGS 84 degrees, knots over ground, degrees true. Absent = not available.
public record ReportedPosition(
        Instant at,
        double latitudeDegrees,
        double longitudeDegrees,
        @Nullable Double speedKnots,
        @Nullable Double courseDegrees) {}
