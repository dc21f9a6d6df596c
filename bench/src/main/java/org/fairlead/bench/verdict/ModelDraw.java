package org.fairlead.bench.verdict;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.association.hull.HullSettings;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.association.ranking.RankSettings;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.LandMask;

/// Ships as the likelihood takes them to be: anywhere they can have been with equal right, with
/// lengths and headings off by just what it grants. What is wrong with a posterior about such ships
/// is wrong with its arithmetic; what is wrong beyond that is how ships really sail.
final class ModelDraw {

    private static final int TRIES = 4_000;

    private final Random random;
    private final LandMask land;
    private final RankSettings settings;

    ModelDraw(Random random, LandMask land, RankSettings settings) {
        this.random = random;
        this.land = land;
        this.settings = settings;
    }

    /// Empty for a silence without an end, and where no water was hit.
    Optional<Place> place(IndexedSilence silence, long at, double spareNauticalMiles) {
        Place to = silence.to();
        if (to == null) {
            return Optional.empty();
        }
        double hoursIn = (at - silence.startMillis()) / 3.6e6;
        double hoursOut = (silence.endMillis() - at) / 3.6e6;
        double apart = GreatCircle.nauticalMiles(silence.from(), to);
        boolean isFast =
                random.nextDouble() < settings.fasterThanPlausibleShare()
                        || apart
                                > silence.plausibleKnots() * (hoursIn + hoursOut)
                                        + 2 * spareNauticalMiles;
        double knots = isFast ? silence.exclusionKnots() : silence.plausibleKnots();
        double in = knots * hoursIn + spareNauticalMiles;
        double out = knots * hoursOut + spareNauticalMiles;
        for (int tried = 0; tried < TRIES; tried++) {
            Place place = in < out ? within(silence.from(), in) : within(to, out);
            if (GreatCircle.nauticalMiles(silence.from(), place) <= in
                    && GreatCircle.nauticalMiles(place, to) <= out
                    && !land.isLand(place.latitudeDegrees(), place.longitudeDegrees())) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /// Evenly over a cap: the cosine of the way from its middle is even.
    Place within(Place middle, double nauticalMiles) {
        double most = Math.min(Math.PI, nauticalMiles / 3440.065);
        double away = Math.acos(1 - random.nextDouble() * (1 - Math.cos(most)));
        double bearing = 2 * Math.PI * random.nextDouble();
        double north = Math.toRadians(middle.latitudeDegrees());
        double latitude =
                Math.asin(
                        Math.clamp(
                                Math.sin(north) * Math.cos(away)
                                        + Math.cos(north) * Math.sin(away) * Math.cos(bearing),
                                -1,
                                1));
        double east =
                Math.atan2(
                        Math.sin(bearing) * Math.sin(away) * Math.cos(north),
                        Math.cos(away) - Math.sin(north) * Math.sin(latitude));
        return new Place(
                Math.toDegrees(latitude),
                Math.IEEEremainder(middle.longitudeDegrees() + Math.toDegrees(east), 360));
    }

    /// Of a ship of this length that came and goes on by these courses.
    HullSeen hull(double statedMetres, double lengthErrorMetres, double... courses) {
        HullSettings hull = settings.hull();
        double heading =
                random.nextDouble() < hull.headingKnownShare()
                        ? courses[random.nextInt(courses.length)]
                                + hull.headingErrorDegrees() * random.nextGaussian()
                        : 360 * random.nextDouble();
        double length =
                statedMetres * (1 + hull.statedShare() * random.nextGaussian())
                        + lengthErrorMetres * random.nextGaussian();
        return seen(length, lengthErrorMetres, heading + 5 * random.nextGaussian());
    }

    /// Of any ship.
    HullSeen stranger(double lengthErrorMetres) {
        HullSettings hull = settings.hull();
        double length =
                hull.fleetMedianLengthMetres()
                        * Math.exp(hull.fleetLengthSpread() * random.nextGaussian());
        return seen(
                length + lengthErrorMetres * random.nextGaussian(),
                lengthErrorMetres,
                360 * random.nextDouble());
    }

    static HullSeen seen(double lengthMetres, double lengthErrorMetres, double headingDegrees) {
        return new HullSeen(
                Math.max(5, lengthMetres),
                lengthErrorMetres,
                null,
                null,
                ((headingDegrees % 360) + 360) % 360,
                5.0,
                true,
                false,
                Set.of());
    }

    static double bearing(Place from, Place to) {
        double north1 = Math.toRadians(from.latitudeDegrees());
        double north2 = Math.toRadians(to.latitudeDegrees());
        double east = Math.toRadians(to.longitudeDegrees() - from.longitudeDegrees());
        return Math.toDegrees(
                Math.atan2(
                        Math.sin(east) * Math.cos(north2),
                        Math.cos(north1) * Math.sin(north2)
                                - Math.sin(north1) * Math.cos(north2) * Math.cos(east)));
    }
}
