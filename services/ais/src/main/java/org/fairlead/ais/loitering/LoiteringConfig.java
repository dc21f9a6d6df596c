package org.fairlead.ais.loitering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a ship that is slow at sea counts. Prefix `ais.loitering`.
@ConfigMapping(prefix = "ais.loitering")
public interface LoiteringConfig {

    /// Mean speed over the last hour below which she loiters. Global Fishing Watch.
    @WithDefault("2.0")
    double belowKnots();

    /// Shorter than this is not kept. Global Fishing Watch.
    @WithDefault("2h")
    Duration keptFrom();

    /// From here on it is long enough to be looked at. Global Fishing Watch.
    @WithDefault("4h")
    Duration longFrom();

    /// Pauses between reports that are bridged. Ours: shorter ones are satellites' orbits, as for
    /// silences; with an hour, nobody who is heard by satellites alone would loiter.
    @WithDefault("2h")
    Duration bridged();

    /// Nearer than this to a port or anchorage a ship waits, and does not loiter. Ours, the
    /// distance of encounters.
    @WithDefault("10.0")
    double fromPortKilometres();
}
