package org.fairlead.imagery.scene;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a scene may say. Prefix `fairlead.scene`.
@ConfigMapping(prefix = "fairlead.scene")
public interface SceneConfig {

    /// Longest acquisition: a longer one is a mosaic, and shows no place at a known time.
    @WithDefault("24h")
    Duration longestAcquisition();

    /// Largest footprint. The widest swath in use (VIIRS, 3,060 km) gives 1.7 million square
    /// kilometres per granule of six minutes.
    @WithDefault("10000000")
    double largestFootprintSquareKilometres();

    /// How far ahead of our clock a time may lie: clocks differ.
    @WithDefault("1h")
    Duration latestAhead();
}
