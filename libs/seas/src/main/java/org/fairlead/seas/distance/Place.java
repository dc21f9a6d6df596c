package org.fairlead.seas.distance;

/// A place on the earth in WGS 84 degrees: latitude -90 to 90, longitude -180 to 180 (both ends are
/// the same meridian).
public record Place(double latitudeDegrees, double longitudeDegrees) {

    public Place {
        if (!(Math.abs(latitudeDegrees) <= 90.0)) {
            throw new IllegalArgumentException("latitude outside -90 to 90: " + latitudeDegrees);
        }
        if (!(Math.abs(longitudeDegrees) <= 180.0)) {
            throw new IllegalArgumentException(
                    "longitude outside -180 to 180: " + longitudeDegrees);
        }
    }
}
