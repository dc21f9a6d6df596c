package org.fairlead.ais.segment;

/// One report: when, where in degrees, how fast in knots, and whither in degrees true.
///
/// @param courseDegrees NaN when not available: nothing is then expected of where she goes
public record Point(
        long atMillis,
        double latitudeDegrees,
        double longitudeDegrees,
        double speedKnots,
        double courseDegrees) {

    private static final double MILES_PER_DEGREE = 60.0;

    /// Keeps a division finite at the poles.
    private static final double EPSILON = 1e-3;

    public Point {
        if (!(speedKnots >= 0)) {
            throw new IllegalArgumentException("speed below 0 kn: " + speedKnots);
        }
    }

    private boolean isUnderWay() {
        return !Double.isNaN(courseDegrees);
    }

    private double knots() {
        return isUnderWay() ? speedKnots : 0;
    }

    private double mathematicalCourse() {
        return Math.toRadians(90 - (isUnderWay() ? courseDegrees : 0));
    }

    /// By how many nautical miles a later report misses what the two say of each other.
    ///
    /// The least of three: how far each is from where the other would have it; how far they are
    /// apart, as if she had not moved, times the shape factor; how far each lies beside the other's
    /// course, times the shape factor. Where neither says where she goes, how far they are apart.
    double discrepancy(Point later, double hours, double shapeFactor) {
        double milesPerDegreeEast =
                MILES_PER_DEGREE
                        * Math.cos(Math.toRadians((latitudeDegrees + later.latitudeDegrees) / 2));
        double north = MILES_PER_DEGREE * (later.latitudeDegrees - latitudeDegrees);
        double east = milesPerDegreeEast * wrapped(later.longitudeDegrees - longitudeDegrees);
        double apart = Math.hypot(north, east);
        if (!isUnderWay() && !later.isUnderWay()) {
            return apart;
        }
        double ahead = missedBy(later, hours, milesPerDegreeEast);
        double astern = later.missedBy(this, -hours, milesPerDegreeEast);
        double bearing = Math.atan2(north, east);
        double beside = 0.5 * (beside(bearing, apart, hours) + later.beside(bearing, apart, hours));
        return Math.min((ahead + astern) / 2, shapeFactor * Math.min(apart, beside));
    }

    private double missedBy(Point other, double hours, double milesPerDegreeEast) {
        double miles = knots() * hours;
        double northDegrees = Math.sin(mathematicalCourse()) * miles / MILES_PER_DEGREE;
        double eastDegrees =
                Math.cos(mathematicalCourse())
                        * miles
                        / MILES_PER_DEGREE
                        / (Math.cos(Math.toRadians(latitudeDegrees)) + EPSILON);
        return Math.hypot(
                milesPerDegreeEast
                        * wrapped(longitudeDegrees + eastDegrees - other.longitudeDegrees),
                MILES_PER_DEGREE * (latitudeDegrees + northDegrees - other.latitudeDegrees));
    }

    private double beside(double bearing, double apart, double hours) {
        double off = mathematicalCourse() - bearing;
        double along = Math.cos(off) * apart;
        return along > 0 && along <= knots() * hours
                ? Math.abs(Math.sin(off)) * apart
                : Double.POSITIVE_INFINITY;
    }

    /// Degrees east, over 180° the short way.
    private static double wrapped(double degrees) {
        return degrees - 360 * Math.floor((degrees + 180) / 360);
    }
}
