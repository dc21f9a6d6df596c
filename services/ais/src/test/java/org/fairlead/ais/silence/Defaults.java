package org.fairlead.ais.silence;

import java.time.Duration;

/// The settings as they are when nobody sets any; [SilenceConfigTest] holds them against the
/// interface.
record Defaults(
        Duration opensAfter,
        double timesOwnHabit,
        int leastIntervals,
        Duration pauseAfter,
        Duration sourceGapWithin,
        int rememberedPauses)
        implements SilenceConfig {

    static final Defaults VALUES =
            new Defaults(Duration.ofHours(6), 12, 3, Duration.ofHours(2), Duration.ofHours(1), 64);
}
