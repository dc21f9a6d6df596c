package org.fairlead.bench.world;

import java.util.Arrays;
import java.util.List;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// A line over water, in nautical miles from its begin. Longitudes are unwound, so a route over
/// 180° has no jump in it.
final class Route {

    private static final double TURNS_OVER_MILES = 0.5;
    private static final double LANE_FADES_OVER_MILES = 20;
    private static final double LANE_BENDS_OVER_MILES = 6;
    private static final double PIECE_MILES = 40;

    private final double[] latitude;
    private final double[] longitude;
    private final double[] miles;
    private final double[] course;

    Route(List<Place> places) {
        var line = new double[3][16];
        int size = 0;
        Place before = null;
        for (Place place : places) {
            int pieces =
                    before == null
                            ? 1
                            : Math.max(
                                    1,
                                    (int)
                                            Math.ceil(
                                                    GreatCircle.nauticalMiles(before, place)
                                                            / PIECE_MILES));
            for (int piece = 1; piece <= pieces; piece++) {
                if (size == line[0].length) {
                    line[0] = Arrays.copyOf(line[0], size * 2);
                    line[1] = Arrays.copyOf(line[1], size * 2);
                    line[2] = Arrays.copyOf(line[2], size * 2);
                }
                Place next =
                        before == null ? place : between(before, place, piece / (double) pieces);
                line[0][size] = next.latitudeDegrees();
                line[1][size] =
                        size == 0
                                ? next.longitudeDegrees()
                                : line[1][size - 1]
                                        + Geometry.turn(
                                                next.longitudeDegrees()
                                                        - Geometry.turn(line[1][size - 1]));
                line[2][size] =
                        size == 0
                                ? 0
                                : line[2][size - 1]
                                        + Geometry.nearMiles(
                                                line[0][size - 1],
                                                line[1][size - 1],
                                                line[0][size],
                                                line[1][size]);
                size++;
            }
            before = place;
        }
        latitude = Arrays.copyOf(line[0], size);
        longitude = Arrays.copyOf(line[1], size);
        miles = Arrays.copyOf(line[2], size);
        course = new double[size];
        for (int i = 0; i + 1 < size; i++) {
            double east =
                    (longitude[i + 1] - longitude[i])
                            * Math.cos(Math.toRadians((latitude[i] + latitude[i + 1]) / 2));
            course[i] =
                    Geometry.course(
                            Math.toDegrees(Math.atan2(east, latitude[i + 1] - latitude[i])));
        }
        course[size - 1] = size > 1 ? course[size - 2] : 0;
    }

    /// On the great circle.
    private static Place between(Place from, Place to, double share) {
        double angle =
                Math.toRadians(GreatCircle.nauticalMiles(from, to) / Geometry.MILES_PER_DEGREE);
        if (angle < 1e-9) {
            return to;
        }
        double a = Math.sin((1 - share) * angle) / Math.sin(angle);
        double b = Math.sin(share * angle) / Math.sin(angle);
        double north1 = Math.toRadians(from.latitudeDegrees());
        double north2 = Math.toRadians(to.latitudeDegrees());
        double east1 = Math.toRadians(from.longitudeDegrees());
        double east2 = Math.toRadians(to.longitudeDegrees());
        double x = a * Math.cos(north1) * Math.cos(east1) + b * Math.cos(north2) * Math.cos(east2);
        double y = a * Math.cos(north1) * Math.sin(east1) + b * Math.cos(north2) * Math.sin(east2);
        double z = a * Math.sin(north1) + b * Math.sin(north2);
        return new Place(
                Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
    }

    double miles() {
        return miles[miles.length - 1];
    }

    Place placeAt(double mile) {
        var motion = new Motion();
        at(mile, 0, false, motion);
        return new Place(motion.latitude, motion.longitude);
    }

    /// Position, course and rate of turn so many miles from the begin.
    ///
    /// @param lane miles to starboard of the line, fading out towards both ends
    /// @param isBackwards sails from the end to the begin
    void at(double mile, double lane, boolean isBackwards, Motion into) {
        int i = Arrays.binarySearch(miles, mile);
        i = Math.clamp(i < 0 ? -i - 2 : i, 0, miles.length - 2);
        double span = miles[i + 1] - miles[i];
        double share = span == 0 ? 0 : Math.clamp((mile - miles[i]) / span, 0, 1);
        double straight = isBackwards ? Geometry.course(course[i] + 180) : course[i];
        double aside =
                lane * Math.clamp(Math.min(mile, miles() - mile) / LANE_FADES_OVER_MILES, 0, 1);
        double across = Math.toRadians(smooth(mile, i) + (isBackwards ? 270 : 90));
        double onLatitude = latitude[i] + share * (latitude[i + 1] - latitude[i]);
        double onLongitude = longitude[i] + share * (longitude[i + 1] - longitude[i]);
        into.latitude = Geometry.north(onLatitude, aside * Math.cos(across));
        into.longitude = Geometry.east(onLatitude, onLongitude, aside * Math.sin(across));
        into.course = straight;
        into.turnDegreesPerMinute = 0;
        turnAtCorner(mile, i, isBackwards, into);
    }

    /// The course with its corners rounded over some miles, so that a lane beside the line has no
    /// jump in it.
    private double smooth(double mile, int i) {
        int corner = mile - miles[i] < miles[i + 1] - mile ? i : i + 1;
        if (corner == 0 || corner == miles.length - 1) {
            return course[i];
        }
        double over =
                Math.min(
                        LANE_BENDS_OVER_MILES,
                        Math.min(
                                        miles[corner] - miles[corner - 1],
                                        miles[corner + 1] - miles[corner])
                                / 2);
        double off = mile - miles[corner];
        if (Math.abs(off) >= over) {
            return course[i];
        }
        double change = Geometry.turn(course[corner] - course[corner - 1]);
        return course[corner - 1] + change * (off + over) / (2 * over);
    }

    private void turnAtCorner(double mile, int i, boolean isBackwards, Motion into) {
        int corner = mile - miles[i] < miles[i + 1] - mile ? i : i + 1;
        double off = mile - miles[corner];
        if (corner == 0 || corner == miles.length - 1 || Math.abs(off) > TURNS_OVER_MILES) {
            return;
        }
        double change = Geometry.turn(course[corner] - course[corner - 1]);
        if (Math.abs(change) < 3) {
            return;
        }
        double share = (off + TURNS_OVER_MILES) / (2 * TURNS_OVER_MILES);
        double smooth = course[corner - 1] + change * share;
        into.course = Geometry.course(isBackwards ? smooth + 180 : smooth);
        // Miles a minute at 12 knots: a rate that is fair for ordinary speeds.
        double rate = change / (2 * TURNS_OVER_MILES) * 0.2;
        into.turnDegreesPerMinute = isBackwards ? -rate : rate;
    }
}
