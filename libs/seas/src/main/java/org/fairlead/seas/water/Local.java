package org.fairlead.seas.water;

import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// A plane that touches the earth: metres east and north of a centre, fair over a cell's size even
/// beside a pole.
final class Local {

    private static final double METRES_PER_RADIAN =
            org.fairlead.seas.distance.Arc.NAUTICAL_MILES_PER_RADIAN
                    * GreatCircle.METRES_PER_NAUTICAL_MILE;

    private Local() {}

    static double[] metres(Place centre, double latitude, double longitude) {
        double north0 = Math.toRadians(centre.latitudeDegrees());
        double north = Math.toRadians(latitude);
        double east = Math.toRadians(longitude - centre.longitudeDegrees());
        double ahead =
                Math.sin(north0) * Math.sin(north)
                        + Math.cos(north0) * Math.cos(north) * Math.cos(east);
        double x = Math.cos(north) * Math.sin(east);
        double y =
                Math.cos(north0) * Math.sin(north)
                        - Math.sin(north0) * Math.cos(north) * Math.cos(east);
        double length = Math.hypot(x, y);
        double scale = length == 0 ? 0 : Math.atan2(length, ahead) / length * METRES_PER_RADIAN;
        return new double[] {x * scale, y * scale};
    }

    /// The plane at one centre, for all the corners of a cell: by series that are good to a
    /// millimetre over its size, because six corners of ten thousand cells would otherwise spend
    /// their time in trigonometry.
    static final class Plane {

        /// Radians up to which the series of the arc tangent and the arc sine serve.
        private static final double SMALL = 0.1;

        private final Place centre;
        private final double sine;
        private final double cosine;

        Plane(Place centre) {
            this.centre = centre;
            sine = Math.sin(Math.toRadians(centre.latitudeDegrees()));
            cosine = Math.cos(Math.toRadians(centre.latitudeDegrees()));
        }

        Place place(double eastMetres, double northMetres) {
            double east = eastMetres / METRES_PER_RADIAN;
            double north = northMetres / METRES_PER_RADIAN;
            double square = east * east + north * north;
            // Cosine of the distance, and sine of it over itself.
            double down = 1 - square / 2 * (1 - square / 12);
            double out = 1 - square / 6 * (1 - square / 20);
            double across = east * out;
            double ahead = down * cosine - north * out * sine;
            double axis = Math.sqrt(ahead * ahead + across * across);
            double up = (down * sine + north * out * cosine) * cosine - axis * sine;
            double longitude =
                    centre.longitudeDegrees() + Math.toDegrees(arcTangent(across, ahead));
            return new Place(
                    Math.clamp(centre.latitudeDegrees() + Math.toDegrees(arcSine(up)), -90, 90),
                    longitude > 180
                            ? longitude - 360
                            : longitude < -180 ? longitude + 360 : longitude);
        }

        private static double arcTangent(double across, double ahead) {
            double x = across / ahead;
            if (!(ahead > 0 && Math.abs(x) < SMALL)) {
                return Math.atan2(across, ahead);
            }
            double square = x * x;
            return x * (1 - square * (1.0 / 3 - square * (1.0 / 5 - square / 7)));
        }

        private static double arcSine(double x) {
            if (Math.abs(x) >= SMALL) {
                return Math.asin(Math.clamp(x, -1, 1));
            }
            double square = x * x;
            return x * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * 15 / 336)));
        }
    }
}
