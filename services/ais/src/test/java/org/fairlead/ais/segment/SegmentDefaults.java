package org.fairlead.ais.segment;

import java.time.Duration;

/// The settings as they are when nobody sets any.
public record SegmentDefaults(
        Duration maximumGap,
        double maximumSpeedKnots,
        Duration penaltyAfter,
        Duration buffer,
        int lookBack,
        double lookBackFactor,
        double ambiguityFactor,
        int shortSegmentReports,
        double shapeFactor,
        double penaltySpeedKnots)
        implements SegmentConfig {

    public static final SegmentDefaults VALUES =
            new SegmentDefaults(
                    Duration.ofHours(24),
                    25,
                    Duration.ofHours(4),
                    Duration.ofMinutes(15),
                    5,
                    2,
                    10,
                    10,
                    4,
                    5);
}
