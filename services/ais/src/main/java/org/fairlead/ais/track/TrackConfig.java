package org.fairlead.ais.track;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How tracks are kept and shown. Prefix `ais.track`.
@ConfigMapping(prefix = "ais.track")
public interface TrackConfig {

    /// How often is looked at what came and waits beside the tracks, or less often when merging
    /// takes long. Answers about tracks and last positions have what waits all the same; how many
    /// fixes a ship has, and the list for a ship never heard before, follow once it is merged.
    @WithDefault("1s")
    Duration mergeEvery();

    /// Fixes merged in one transaction: what they take in memory is bounded by this.
    @WithDefault("500000")
    int mergeMostFixes();

    /// So few fixes of a partition are merged as soon as they are seen: their rows cost little.
    @WithDefault("1000")
    int mergeAtOnce();

    /// More wait until there are this many of each ship: a merge costs the same rows for one. Ours,
    /// from the cost of a line with 200,000 ships.
    @WithDefault("16")
    int mergeFixesPerShip();

    /// Or until nothing more has come of the partition for this long: a file has ended.
    @WithDefault("5s")
    Duration mergeWhenQuietFor();

    /// But not longer than this: so old may the number of a ship's fixes be while a large fleet is
    /// heard. Ours.
    @WithDefault("2m")
    Duration mergeWithin();

    /// And not more of them, in all partitions: an answer about a place and a time looks through
    /// what waits of it. Ours: of 200,000 ships, which send 20,000 lines a second, ten of each.
    @WithDefault("2000000")
    int mergeMostWaiting();

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

    /// What waits to be merged is looked through for so many requests at a time, the others wait:
    /// two million fixes take up to a hundred megabytes for each. At least 1. Ours.
    @WithDefault("3")
    int readRecentAtATime();

    /// So much of what waits stays in memory for some seconds after somebody asked for it, so that
    /// the next has only read what came since: two million fixes take about fifty, and what was
    /// merged meanwhile is among it. Ours.
    @WithDefault("96")
    long keepRecentMegabytes();

    /// Largest circle one may ask for.
    @WithDefault("500")
    double largestRadiusNauticalMiles();
}
