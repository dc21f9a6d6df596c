package org.fairlead.bench.world;

import org.fairlead.seas.distance.Place;

/// Plane and spherical arithmetic in nautical miles and degrees.
final class Geometry {

    static final double MILES_PER_DEGREE = 60;

    private Geometry() {}

    /// Fair within a few hundred miles, away from the poles.
    static double nearMiles(
            double latitude1, double longitude1, double latitude2, double longitude2) {
        double north = latitude2 - latitude1;
        double east =
                turn(longitude2 - longitude1)
                        * Math.cos(Math.toRadians((latitude1 + latitude2) / 2));
        return Math.sqrt(north * north + east * east) * MILES_PER_DEGREE;
    }

    /// An angle brought to -180 to 180.
    static double turn(double degrees) {
        double turned = degrees;
        while (turned > 180) {
            turned -= 360;
        }
        while (turned < -180) {
            turned += 360;
        }
        return turned;
    }

    static double course(double degrees) {
        double course = degrees % 360;
        return course < 0 ? course + 360 : course;
    }

    /// Longitude so many miles further east.
    static double east(double latitude, double longitude, double miles) {
        return turn(longitude + miles / MILES_PER_DEGREE / Math.cos(Math.toRadians(latitude)));
    }

    static double north(double latitude, double miles) {
        return latitude + miles / MILES_PER_DEGREE;
    }

    static Place ahead(Place from, double courseDegrees, double miles) {
        double radians = Math.toRadians(courseDegrees);
        double latitude = north(from.latitudeDegrees(), miles * Math.cos(radians));
        return new Place(
                latitude,
                east(from.latitudeDegrees(), from.longitudeDegrees(), miles * Math.sin(radians)));
    }
}
