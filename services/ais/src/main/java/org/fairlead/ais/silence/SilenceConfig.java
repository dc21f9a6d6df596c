package org.fairlead.ais.silence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When silence counts, and what it is called. Prefix `ais.silence`. Sources and status of the
/// values are in `docs/reference/thresholds.md`.
@ConfigMapping(prefix = "ais.silence")
public interface SilenceConfig {

    /// Shortest silence worth an investigator's time, whatever reception was.
    @WithDefault("6h")
    Duration opensAfter();

    /// Shortest silence that is looked at. It is reported only when she should have been heard.
    @WithDefault("2h")
    Duration rawAfter();

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

    /// A source that begins a new recording this long after the last has been out.
    @WithDefault("2h")
    Duration outageAfter();

    /// A source that hears less than this share of the ships it usually hears, for two hours, has
    /// lost a receiver or a part of its range.
    @WithDefault("0.6")
    double partialOutageBelow();

    /// It is not told of a source that usually hears fewer in an hour, each counted once for ten
    /// minutes.
    @WithDefault("60")
    int partialOutageLeastShipSlots();

    /// Pauses remembered of each transmitter. Late data older than these changes nothing any more.
    @WithDefault("64")
    int rememberedPauses();

    /// An open silence of this length is called not re-observed.
    @WithDefault("30d")
    Duration notReobservedAfter();

    /// A shorter presence between two silences is a blip, and does not confirm a reappearance.
    @WithDefault("60m")
    Duration blipShorterThan();

    /// Below this probability of being silent while transmitting, a silence is unexplained.
    @WithDefault("0.01")
    double unexplainedBelow();

    /// Above this probability of being silent while transmitting, others are not heard either.
    @WithDefault("0.05")
    double coverageHoleAbove();

    /// A ship at rest that is heard again within this many nautical miles was laid up.
    @WithDefault("0.5")
    double layUpWithinNauticalMiles();

    /// A ship slower than this over ground is at rest.
    @WithDefault("0.5")
    double layUpBelowKnots();

    /// How often silences are judged again by what became known of reception since.
    @WithDefault("1s")
    Duration reconsideredEvery();

    /// Another number that appears so soon after may be the same ship.
    @WithDefault("60m")
    Duration switchWithin();

    /// How much the lengths of the two may differ, as a share.
    @WithDefault("0.1")
    double switchLengthTolerance();

    /// A number not heard for this long, and heard now, has appeared.
    @WithDefault("30d")
    Duration appearsAfter();

    /// A source must have been on air this long for a number to appear in it.
    @WithDefault("6h")
    Duration appearsOnAirFor();

    /// A zone of false positions counts for a silence that begins so near to it in time.
    @WithDefault("2h")
    Duration zoneWithin();

    /// Speed in knots with which the shortest way between the ends of a silence is taken.
    @WithDefault("25")
    double travelSpeedKnots();

    /// Global Fishing Watch's rule: shortest silence.
    @WithDefault("12h")
    Duration globalFishingWatchAtLeast();

    /// Global Fishing Watch's rule: reports in the twelve hours before.
    @WithDefault("14")
    int globalFishingWatchReportsBefore();

    /// Global Fishing Watch's rule: more reports a day than this.
    @WithDefault("10")
    double globalFishingWatchReportsPerDay();

    /// Global Fishing Watch's rule: distance from shore.
    @WithDefault("50")
    double globalFishingWatchOffshoreNauticalMiles();
}
