package org.fairlead.seas.distance;

/// The shorter great circle between two places, on a sphere of the mean radius.
public final class Arc {

    /// Nautical miles in a radian, as {@link GreatCircle#nauticalMiles} has it.
    public static final double NAUTICAL_MILES_PER_RADIAN =
            GreatCircle.nauticalMiles(new Place(0, 0), new Place(0, 1)) / Math.toRadians(1);

    private final double fromX;
    private final double fromY;
    private final double fromZ;
    private final double aheadX;
    private final double aheadY;
    private final double aheadZ;
    private final double radians;

    /// Opposite places have no shorter way; any one is taken.
    public Arc(Place from, Place to) {
        double cosine = Math.cos(Math.toRadians(from.latitudeDegrees()));
        fromX = cosine * Math.cos(Math.toRadians(from.longitudeDegrees()));
        fromY = cosine * Math.sin(Math.toRadians(from.longitudeDegrees()));
        fromZ = Math.sin(Math.toRadians(from.latitudeDegrees()));
        double other = Math.cos(Math.toRadians(to.latitudeDegrees()));
        double toX = other * Math.cos(Math.toRadians(to.longitudeDegrees()));
        double toY = other * Math.sin(Math.toRadians(to.longitudeDegrees()));
        double toZ = Math.sin(Math.toRadians(to.latitudeDegrees()));
        double along = fromX * toX + fromY * toY + fromZ * toZ;
        double x = toX - along * fromX;
        double y = toY - along * fromY;
        double z = toZ - along * fromZ;
        double length = Math.sqrt(x * x + y * y + z * z);
        radians = Math.atan2(length, along);
        double scale = length < 1e-15 ? 0 : 1 / length;
        aheadX = x * scale;
        aheadY = y * scale;
        aheadZ = z * scale;
    }

    public double nauticalMiles() {
        return radians * NAUTICAL_MILES_PER_RADIAN;
    }

    /// @param nauticalMiles from the start
    public Place at(double nauticalMiles) {
        double angle = nauticalMiles / NAUTICAL_MILES_PER_RADIAN;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double x = fromX * cosine + aheadX * sine;
        double y = fromY * cosine + aheadY * sine;
        double z = fromZ * cosine + aheadZ * sine;
        return new Place(
                Math.toDegrees(Math.atan2(z, Math.sqrt(x * x + y * y))),
                Math.toDegrees(Math.atan2(y, x)));
    }
}
