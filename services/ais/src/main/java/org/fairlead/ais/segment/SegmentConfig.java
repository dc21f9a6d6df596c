package org.fairlead.ais.segment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When reports of one MMSI are taken for different ships'. Prefix `ais.segment`. All values are
/// gpsdio-segment's (Global Fishing Watch).
@ConfigMapping(prefix = "ais.segment")
public interface SegmentConfig {

    /// A longer pause ends a segment.
    @WithDefault("24h")
    Duration maximumGap();

    /// How far a report may lie from where it was expected, as a speed.
    @WithDefault("25")
    double maximumSpeedKnots();

    /// From about this long on, less is expected of speed and course.
    @WithDefault("4h")
    Duration penaltyAfter();

    /// Added to short times, in which clocks and rounding weigh more than the way made.
    @WithDefault("15m")
    Duration buffer();

    /// So many of the newest reports of a segment are tried; those passed over are set aside.
    @WithDefault("5")
    int lookBack();

    /// How much better, for each report passed over, an older one must fit.
    @WithDefault("2")
    double lookBackFactor();

    /// Two segments that fit a report within this factor are both ended.
    @WithDefault("10")
    double ambiguityFactor();

    /// Segments of fewer reports weigh less.
    @WithDefault("10")
    int shortSegmentReports();

    /// A ship off the expected path is less likely by this factor than one short of its end.
    @WithDefault("4")
    double shapeFactor();

    /// Being off by more than this speed is taken for very unlikely.
    @WithDefault("5")
    double penaltySpeedKnots();
}
