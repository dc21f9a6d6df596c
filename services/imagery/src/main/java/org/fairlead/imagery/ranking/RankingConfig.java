package org.fairlead.imagery.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.fairlead.association.hull.HullSettings;
import org.fairlead.association.ranking.RankSettings;

/// How candidates are weighed against each other. Prefix `fairlead.ranking`; sources are in
/// `docs/reference/thresholds.md`.
@ConfigMapping(prefix = "fairlead.ranking")
public interface RankingConfig {

    /// Ships that never transmit, per million square nautical miles of sea: the prior of everybody
    /// no silence tells of. Above 0.
    @WithDefault("75")
    double neverTransmittingPerMillionSquareNauticalMiles();

    /// Part of the time a ship is faster than her plausible speed.
    @WithDefault("0.10")
    double fasterThanPlausibleShare();

    /// Reports from this speed on are of a ship under way.
    @WithDefault("1.0")
    double underWayFromKnots();

    /// A ship with fewer reports under way has no plausible speed of her own.
    @WithDefault("5")
    int fewestSpeeds();

    /// Part of the speed she cannot have exceeded that stands for the plausible speed of such a
    /// ship.
    @WithDefault("0.65")
    double plausibleShareOfExclusionSpeed();

    /// No ship's place is known better than this.
    @WithDefault("100")
    double leastAreaSquareNauticalMiles();

    /// Her other silences that begin or end within this of the sighting count as her traffic here.
    @WithDefault("60")
    double trafficWithinNauticalMiles();

    /// What each of them adds to a prior of 1.
    @WithDefault("1.0")
    double trafficWeight();

    /// How many of them count.
    @WithDefault("9")
    int trafficMost();

    /// To either side of a sighting, for the chance rate.
    @WithDefault("30d")
    Duration chanceWindow();

    /// How many of the nearest silences that are no candidates are told and kept.
    @WithDefault("200")
    int othersKept();

    /// How many candidates are told and kept, the likeliest first; the others are counted.
    @WithDefault("500")
    int mostCandidates();

    Hull hull();

    /// How hulls are compared.
    interface Hull {

        /// Standard deviation of a beam seen for which none is stated.
        @WithDefault("4")
        double unstatedBeamErrorMetres();

        /// Standard deviation of a dimension typed into a transponder, as a share of it.
        @WithDefault("0.03")
        double statedShare();

        /// Median length of ships of which nothing is known.
        @WithDefault("100")
        double fleetMedianLengthMetres();

        /// Standard deviation of the natural logarithm of their lengths.
        @WithDefault("0.7")
        double fleetLengthSpread();

        /// Standard deviation of the angle between a ship's heading and the straight way.
        @WithDefault("40")
        double headingErrorDegrees();

        /// Part of ships under way that head along the straight way at all.
        @WithDefault("0.8")
        double headingKnownShare();

        /// The most, and one over it the least, that a layout says.
        @WithDefault("20")
        double mostLayoutFactor();
    }

    /// As the library takes it.
    ///
    /// @param unstatedLengthErrorMetres and the next: what exclusions grant, too
    default RankSettings settings(
            double unstatedLengthErrorMetres, double keptWithinNauticalMiles) {
        return new RankSettings(
                fasterThanPlausibleShare(),
                leastAreaSquareNauticalMiles(),
                neverTransmittingPerMillionSquareNauticalMiles(),
                trafficWithinNauticalMiles(),
                trafficWeight(),
                trafficMost(),
                othersKept(),
                keptWithinNauticalMiles,
                chanceWindow().toMillis(),
                hull(unstatedLengthErrorMetres));
    }

    default HullSettings hull(double unstatedLengthErrorMetres) {
        return new HullSettings(
                unstatedLengthErrorMetres,
                hull().unstatedBeamErrorMetres(),
                hull().statedShare(),
                hull().fleetMedianLengthMetres(),
                hull().fleetLengthSpread(),
                hull().headingErrorDegrees(),
                hull().headingKnownShare(),
                hull().mostLayoutFactor());
    }
}
