package org.fairlead.ais.portcall;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a ship calls at a port. Prefix `ais.port-call`.
@ConfigMapping(prefix = "ais.port-call")
public interface PortCallConfig {

    /// Nearer than this to a port's point, or inside its area, she is in port. Global Fishing
    /// Watch.
    @WithDefault("3.0")
    double entryKilometres();

    /// Farther than this from a port's point, and this much less the entry's distance outside its
    /// area, she has left. Global Fishing Watch.
    @WithDefault("4.0")
    double exitKilometres();

    /// A stop begins below this speed. Global Fishing Watch.
    @WithDefault("0.2")
    double stopBelowKnots();

    /// A stop ends above this speed. Global Fishing Watch.
    @WithDefault("0.5")
    double movingAboveKnots();

    /// A silence in port at least this long counts as a call. Global Fishing Watch.
    @WithDefault("240m")
    Duration silentInPort();

    /// After a silence this long nobody knows whether she stayed: a visit ends with her last report
    /// before it. Ours: as long as the shortest silence from which calls elsewhere are inferred.
    @WithDefault("24h")
    Duration endsAfterSilence();

    /// Speed at which a port is taken to be reachable in a silence. Ours, as in imagery.
    @WithDefault("14.0")
    double inferredSpeedKnots();

    /// Shortest silence from which calls are inferred. Ours.
    @WithDefault("24h")
    Duration inferredFromSilence();

    /// Shortest call that would be worth a detour. Ours.
    @WithDefault("12h")
    Duration inferredCall();

    /// The last report before a silence, or the first after it, this near to a port speaks for a
    /// call there. Ours.
    @WithDefault("24.0")
    double corroborationNauticalMiles();

    /// So does a course within this many degrees of the way to it, or from it, at up to ten times
    /// that distance. Ours.
    @WithDefault("30.0")
    double corroborationCourseDegrees();

    /// So does a call there within this time before. Ours.
    @WithDefault("180d")
    Duration corroborationCalledWithin();
}
