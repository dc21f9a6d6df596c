package org.fairlead.ais.silence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When silence counts. Prefix `ais.silence`.
@ConfigMapping(prefix = "ais.silence")
public interface SilenceConfig {

    /// Shortest silence worth an investigator's time.
    @WithDefault("6h")
    Duration opensAfter();

    /// A silence is at least this many times the 95th percentile of the transmitter's own
    /// intervals.
    @WithDefault("12")
    double timesOwnHabit();

    /// Fewer intervals than this tell nothing of a habit, and no silence is judged.
    @WithDefault("3")
    int leastIntervals();

    /// Reports closer than this belong together; only pauses longer than this are remembered.
    @WithDefault("2h")
    Duration pauseAfter();

    /// Recordings of one source that lie no farther apart than this are one.
    @WithDefault("1h")
    Duration sourceGapWithin();

    /// Pauses remembered of each transmitter. Late data older than these changes nothing any more.
    @WithDefault("64")
    int rememberedPauses();
}
