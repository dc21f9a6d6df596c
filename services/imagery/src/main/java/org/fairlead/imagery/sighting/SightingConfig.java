package org.fairlead.imagery.sighting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a sighting may say. Prefix `fairlead.sighting`.
@ConfigMapping(prefix = "fairlead.sighting")
public interface SightingConfig {

    /// Standard deviation of a position whose sender states none.
    @WithDefault("500")
    double positionErrorMetres();

    /// How far ahead of our clock a time may lie: clocks differ.
    @WithDefault("1h")
    Duration latestAhead();

    /// Longest interval between `from` and `to`: longer ones fit every ship.
    @WithDefault("31d")
    Duration longestInterval();
}
