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

    static Place place(Place centre, double eastMetres, double northMetres) {
        double distance = Math.hypot(eastMetres, northMetres) / METRES_PER_RADIAN;
        double bearing = Math.atan2(eastMetres, northMetres);
        double north0 = Math.toRadians(centre.latitudeDegrees());
        double sine =
                Math.sin(north0) * Math.cos(distance)
                        + Math.cos(north0) * Math.sin(distance) * Math.cos(bearing);
        double north = Math.asin(Math.clamp(sine, -1, 1));
        double east =
                Math.atan2(
                        Math.sin(bearing) * Math.sin(distance) * Math.cos(north0),
                        Math.cos(distance) - Math.sin(north0) * sine);
        double longitude =
                Math.IEEEremainder(centre.longitudeDegrees() + Math.toDegrees(east), 360);
        return new Place(Math.toDegrees(north), longitude);
    }
}
