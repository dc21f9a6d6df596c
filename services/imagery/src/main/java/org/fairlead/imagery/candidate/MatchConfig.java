package org.fairlead.imagery.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.fairlead.association.transmitting.MatchSettings;

/// When a transmitting ship is the ship seen. Prefix `fairlead.match`; sources are in
/// `docs/reference/thresholds.md`.
@ConfigMapping(prefix = "fairlead.match")
public interface MatchConfig {

    /// Between reports farther apart nothing is interpolated.
    @WithDefault("30m")
    Duration bracketWithin();

    /// How far from her interpolated place the ship seen may be, beside both errors.
    @WithDefault("1500")
    double gateMetres();

    /// How many standard deviations of each place are granted.
    @WithDefault("3")
    double errorSigmas();

    /// Standard deviation of a reported position.
    @WithDefault("10")
    double reportErrorMetres();

    /// How much faster than she reported she may have been, one standard deviation.
    @WithDefault("5")
    double speedSpreadKnots();

    /// A report this much earlier or later counts 1/e.
    @WithDefault("1h")
    Duration timeScale();

    /// The least score of a potential match, 0 to 1.
    @WithDefault("0.05")
    double potentialFrom();

    /// Other sightings of the scene within this of the one asked for, or of one that is, are
    /// assigned together with it. A match lies within the gate of some 1.5 km, so no ship is one of
    /// two sightings farther apart.
    @WithDefault("10")
    double togetherWithinNauticalMiles();

    /// At most so many of them, the nearest first.
    @WithDefault("60")
    int mostTogether();

    /// As the library takes it.
    default MatchSettings settings() {
        return new MatchSettings(
                bracketWithin(),
                gateMetres(),
                errorSigmas(),
                reportErrorMetres(),
                speedSpreadKnots(),
                timeScale(),
                potentialFrom());
    }
}
