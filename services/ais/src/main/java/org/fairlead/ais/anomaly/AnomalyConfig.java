package org.fairlead.ais.anomaly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When positions cannot be. Prefix `ais.anomaly`.
@ConfigMapping(prefix = "ais.anomaly")
public interface AnomalyConfig {

    /// No ship is faster: a position that needs more belongs to another track. Design: 50 kn over
    /// up to an hour.
    @WithDefault("50.0")
    double teleportAboveKnots();

    /// A jump counts up to this time after the report before it.
    @WithDefault("1h")
    Duration teleportWithin();

    /// Jumps shorter than this are the doubt of a position, and no jumps. Ours.
    @WithDefault("5.0")
    double teleportNauticalMiles();

    /// A flag is raised after this many reports. AisAbnormal.
    @WithDefault("3")
    int raisedAfter();

    /// A flag is lowered after this many reports without. AisAbnormal.
    @WithDefault("5")
    int loweredAfter();

    /// A track not heard for this long while another under the number was is over. Ours.
    @WithDefault("3h")
    Duration strandIdleAfter();

    /// A track that begins with a jump is hers after all when she can have come there from where
    /// another left off within this time. Ours: longer than areas of false positions are seen to
    /// last.
    @WithDefault("48h")
    Duration strandReturnsWithin();

    /// Two tracks overlap at least this long. Ours.
    @WithDefault("30m")
    Duration cloningOverlaps();

    /// Largest distance of a ring from its centre.
    @WithDefault("2.0")
    double circleRadiusNauticalMiles();

    /// Smallest: a ship that swings at anchor stays within. Ours.
    @WithDefault("0.15")
    double circleLeastRadiusNauticalMiles();

    /// Fastest way around a ring.
    @WithDefault("3.0")
    double circleKnots();

    /// Standard deviation of the radius over its mean, at most.
    @WithDefault("0.5")
    double circleRadiusVariation();

    /// Whole turns in one direction, at least. Ours.
    @WithDefault("2.0")
    double circleTurns();

    /// Ships that make a zone.
    @WithDefault("3")
    int zoneShips();

    /// How near to each other.
    @WithDefault("0.5")
    double zoneDegrees();

    /// Within this time of each other.
    @WithDefault("2h")
    Duration zoneWithin();
}
