package org.fairlead.association.region;

/// Area of the part of the earth within one distance of one place and another distance of a second:
/// the two caps' intersection on a sphere of the mean radius, in square nautical miles.
public final class SphericalLens {

    /// As the fair distances of `GreatCircle` have it.
    public static final double NAUTICAL_MILES_PER_RADIAN = 6_371_008.8 / 1852;

    private static final double SQUARE = NAUTICAL_MILES_PER_RADIAN * NAUTICAL_MILES_PER_RADIAN;

    private SphericalLens() {}

    /// One cap alone.
    public static double cap(double radiusNauticalMiles) {
        double half = Math.min(Math.PI, radiusNauticalMiles / NAUTICAL_MILES_PER_RADIAN) / 2;
        return radiusNauticalMiles <= 0
                ? 0
                : 4 * Math.PI * Math.sin(half) * Math.sin(half) * SQUARE;
    }

    /// @param apartNauticalMiles between the two places
    public static double area(double apartNauticalMiles, double firstRadius, double secondRadius) {
        if (firstRadius <= 0 || secondRadius <= 0) {
            return 0;
        }
        double first = Math.min(Math.PI, firstRadius / NAUTICAL_MILES_PER_RADIAN);
        double second = Math.min(Math.PI, secondRadius / NAUTICAL_MILES_PER_RADIAN);
        double apart = apartNauticalMiles / NAUTICAL_MILES_PER_RADIAN;
        if (apart >= first + second) {
            return 0;
        }
        if (apart <= Math.abs(first - second)) {
            return cap(Math.min(firstRadius, secondRadius));
        }
        if (apart + first + second >= 2 * Math.PI) {
            // Between them they cover the earth, so what they share is what both have too much.
            return cap(firstRadius) + cap(secondRadius) - 4 * Math.PI * SQUARE;
        }
        double wide = Math.acos(bounded(cosineOpposite(apart, first, second)));
        double one = Math.acos(bounded(cosineOpposite(second, apart, first)));
        double other = Math.acos(bounded(cosineOpposite(first, apart, second)));
        double steradians = 2 * (Math.PI - wide - one * Math.cos(first) - other * Math.cos(second));
        return Math.max(0, steradians) * SQUARE;
    }

    /// Cosine of the angle opposite `side` in a spherical triangle with the two other sides.
    private static double cosineOpposite(double side, double left, double right) {
        return (Math.cos(side) - Math.cos(left) * Math.cos(right))
                / (Math.sin(left) * Math.sin(right));
    }

    private static double bounded(double cosine) {
        return Math.clamp(cosine, -1.0, 1.0);
    }
}
