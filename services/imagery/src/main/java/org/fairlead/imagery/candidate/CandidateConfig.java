package org.fairlead.imagery.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How transmitting ships near a sighting are asked for. Prefix `fairlead.candidate`.
@ConfigMapping(prefix = "fairlead.candidate")
public interface CandidateConfig {

    /// How long the ais service may take before the answer goes without it.
    @WithDefault("2s")
    Duration deadline();

    /// Ships within this distance are shown.
    @WithDefault("5")
    double radiusNauticalMiles();

    /// How far out ships are asked for where other sightings of the scene compete for them.
    @WithDefault("100")
    double mostRadiusNauticalMiles();
}
