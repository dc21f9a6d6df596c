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

    /// How far outside the acquisition of its scene a sighting may lie: providers round times.
    @WithDefault("1m")
    Duration outsideAcquisition();

    /// How many standard deviations of its position a sighting may lie outside of its scene.
    @WithDefault("3")
    double outsideFootprintSigmas();

    /// Standard deviation of the azimuth shift of a ship in a radar image of which neither the
    /// shift's error nor that she lies still is stated. A ship doing 4 kn towards or from a
    /// satellite 900 km away at 7.5 km/s is shifted by 250 m (range over speed times radial speed).
    @WithDefault("250")
    double azimuthShiftErrorMetres();
}
