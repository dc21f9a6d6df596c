package org.fairlead.ais.track;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How tracks are kept and shown. Prefix `ais.track`.
@ConfigMapping(prefix = "ais.track")
public interface TrackConfig {

    /// What came is merged into the tracks this often, or less often when that takes long; until
    /// then it is beside them, and answers about tracks have it all the same.
    @WithDefault("1s")
    Duration mergeEvery();

    /// Fixes merged in one transaction: what they take in memory is bounded by this.
    @WithDefault("400000")
    int mergeMostFixes();

    /// A day is settled when it has been over for this long: its tracks are packed anew, so that
    /// who was where is found by looking at an hour of each. What is later lies beside until it is,
    /// too.
    @WithDefault("6h")
    Duration settledAfter();

    /// When all are settled, what came late for days that are over is settled after this long.
    @WithDefault("1h")
    Duration settledEvery();

    /// Ships' days settled at a time, a second apart; what comes in waits meanwhile.
    @WithDefault("50")
    int settledAtATime();

    /// A line is not drawn between fixes farther apart than this.
    @WithDefault("30m")
    Duration drawnWithin();

    /// A position is interpolated between fixes at most this far apart.
    @WithDefault("30m")
    Duration interpolatedWithin();

    /// Where a track begins or ends, its last fix stands for a ship for this long.
    @WithDefault("10m")
    Duration oneSidedWithin();

    /// Most fixes in one answer.
    @WithDefault("500000")
    int mostFixes();

    /// Largest circle one may ask for.
    @WithDefault("500")
    double largestRadiusNauticalMiles();
}
