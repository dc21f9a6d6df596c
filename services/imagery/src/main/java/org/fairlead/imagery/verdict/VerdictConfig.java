package org.fairlead.imagery.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How a sighting is held against a silence. Prefix `fairlead.verdict`.
///
/// A generous value excludes less and proves more.
@ConfigMapping(prefix = "fairlead.verdict")
public interface VerdictConfig {

    /// Fastest a ship of each kind is taken to sail.
    Caps caps();

    /// Times the fastest speed she reported at either end of the silence, where that is more than
    /// her kind's cap.
    @WithDefault("1.10")
    double ownSpeedFactor();

    /// Reported speeds from here on are taken for faults of the transmitter.
    @WithDefault("40")
    double ownSpeedIgnoredFromKnots();

    /// Added to every reach, beside the sighting's own error.
    @WithDefault("1.0")
    double toleranceNauticalMiles();

    /// How many standard deviations of the sighting's position are granted.
    @WithDefault("3")
    double positionErrorSigmas();

    /// Part of a stated length by which the length seen may differ.
    @WithDefault("0.20")
    double lengthTolerance();

    /// How many standard deviations of a stated length error are granted. More than for places: of
    /// a thousand sightings three lengths are off by more than three of them, and each would
    /// exclude the true ship.
    @WithDefault("5")
    double lengthErrorSigmas();

    /// Part of a stated length by which it may differ in an optical image this fine or finer: a
    /// hull is measured to a few of its pixels.
    @WithDefault("0.05")
    double lengthToleranceFine();

    /// How fine an optical image is for the narrower tolerance, metres on the ground.
    @WithDefault("1.0")
    double fineGroundResolutionMetres();

    /// Standard deviation of a length measured in such an image for which the sighting states none.
    @WithDefault("3")
    double unstatedLengthErrorFineMetres();

    /// Standard deviation of a length for which the sighting states none: an unknown error must not
    /// exclude anybody.
    @WithDefault("15")
    double unstatedLengthErrorMetres();

    /// How far from a sighting a ship must have fallen silent for an exclusion, or an open silence,
    /// to be kept. Consistent silences are kept from any distance.
    @WithDefault("1000")
    double keptWithinNauticalMiles();

    /// How long after its start an open silence is still held against sightings.
    @WithDefault("30d")
    Duration openSilenceHorizon();

    /// For how many consistent silences of a sighting the way by sea is drawn and kept with the
    /// proof; each takes a tenth of a second. Of the others it is drawn when one is looked at.
    @WithDefault("10")
    int mostWaysDrawn();

    /// Knots by AIS ship type.
    interface Caps {

        /// Cargo and ro-ro (70 to 79) below `container-from-metres`.
        @WithDefault("20")
        double cargoKnots();

        /// Cargo of that length or of none stated: AIS does not tell container ships from others.
        @WithDefault("26")
        double containerKnots();

        @WithDefault("170")
        double containerFromMetres();

        /// 80 to 89.
        @WithDefault("18")
        double tankerKnots();

        /// 30.
        @WithDefault("15")
        double fishingKnots();

        /// 60 to 69.
        @WithDefault("30")
        double passengerKnots();

        /// 40 to 49, high-speed craft.
        @WithDefault("45")
        double highSpeedKnots();

        /// Every other type, and none stated.
        @WithDefault("26")
        double otherKnots();
    }
}
