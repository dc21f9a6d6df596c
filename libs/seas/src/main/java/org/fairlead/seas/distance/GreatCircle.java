package org.fairlead.seas.distance;

/// Distances along the great circle, in nautical miles of 1852 m.
///
/// The earth is an ellipsoid, so a sphere gives either a fair distance or a safe one, and this
/// class gives both under different names. The element of length on WGS 84 is `ds² = M²dφ² +
/// N²cos²φ dλ²` with the radii of curvature M (along the meridian) and N (across it). N is never
/// below the equatorial radius and M never below its own value at the equator, `a(1 - e²)` =
/// 6,335,439 m. Hence every path on the ellipsoid is at least as long as the same path on a sphere
/// of that radius, and that one is at least as long as the sphere's great circle.
public final class GreatCircle {

    public static final double METRES_PER_NAUTICAL_MILE = 1852.0;

    /// Mean radius R1 = (2a + b) / 3 of WGS 84 (Moritz, Geodetic Reference System 1980): within 0.6
    /// % of the ellipsoid, in both directions.
    private static final double MEAN_RADIUS_METRES = 6_371_008.8;

    private static final double EQUATORIAL_RADIUS_METRES = 6_378_137.0;
    private static final double ECCENTRICITY_SQUARED = 6.694_379_990_14e-3;
    private static final double SMALLEST_RADIUS_METRES =
            EQUATORIAL_RADIUS_METRES * (1.0 - ECCENTRICITY_SQUARED);

    private GreatCircle() {}

    /// A fair distance, for showing: may be 0.6 % too long or too short.
    public static double nauticalMiles(Place from, Place to) {
        return centralAngle(from, to) * MEAN_RADIUS_METRES / METRES_PER_NAUTICAL_MILE;
    }

    /// Never longer than any path between the two over the surface of the earth, for excluding: up
    /// to 1.1 % shorter than the shortest.
    public static double lowerBoundNauticalMiles(Place from, Place to) {
        return centralAngle(from, to) * SMALLEST_RADIUS_METRES / METRES_PER_NAUTICAL_MILE;
    }

    /// Half the chord up to which the series of [#arcOfHalfChord] holds all digits: 340 nautical
    /// miles.
    private static final double NEAR = 0.05;

    /// Radians. Nearly all that is asked is near, and then half the chord (the haversine) costs
    /// half as much.
    static double centralAngle(Place from, Place to) {
        double north1 = Math.toRadians(from.latitudeDegrees());
        double north2 = Math.toRadians(to.latitudeDegrees());
        double north = Math.sin((north2 - north1) / 2);
        double east = Math.sin(Math.toRadians(to.longitudeDegrees() - from.longitudeDegrees()) / 2);
        double squared = north * north + Math.cos(north1) * Math.cos(north2) * east * east;
        return squared < NEAR * NEAR ? arcOfHalfChord(squared) : arcByTangent(from, to);
    }

    /// Twice the arc sine, by its series: the first term left out is 945/42240 x^11, below one part
    /// in 10^15 of the whole.
    private static double arcOfHalfChord(double squared) {
        double more =
                1.0 / 6 + squared * (3.0 / 40 + squared * (5.0 / 112 + squared * 35.0 / 1152));
        return 2 * Math.sqrt(squared) * (1 + squared * more);
    }

    /// By the arc tangent, which unlike the arc cosine keeps its digits for near places and unlike
    /// the arc sine for opposite ones.
    private static double arcByTangent(Place from, Place to) {
        double north1 = Math.toRadians(from.latitudeDegrees());
        double north2 = Math.toRadians(to.latitudeDegrees());
        double east = Math.toRadians(to.longitudeDegrees() - from.longitudeDegrees());
        double across = Math.cos(north2) * Math.sin(east);
        double along =
                Math.cos(north1) * Math.sin(north2)
                        - Math.sin(north1) * Math.cos(north2) * Math.cos(east);
        double ahead =
                Math.sin(north1) * Math.sin(north2)
                        + Math.cos(north1) * Math.cos(north2) * Math.cos(east);
        // Both are at most 1: nothing can overflow, and hypot would take ten times as long.
        return Math.atan2(Math.sqrt(across * across + along * along), ahead);
    }
}
