package org.fairlead.tracks;

/// How far a ship sails, in integers only, so that every machine reckons the same to the last bit.
///
/// One knot is one minute of latitude an hour: `speed/10 × millis/3,600,000 × 10,000` units of
/// 1/10,000 minute, which is `speed × millis / 3600`. Sines and secants are tables in fixed point,
/// filled by `StrictMath`.
final class DeadReckoning {

    /// Beyond this nobody keeps course and speed: she is expected where she was.
    static final long LONGEST_MILLIS = 2 * 3_600_000L;

    private static final int COURSES = 3600;
    private static final int SINE_BITS = 14;
    private static final int SECANT_BITS = 10;
    private static final int UNITS_PER_TENTH_DEGREE = 60_000;
    private static final int SPEED_ABSENT = 1023;

    private static final int[] SINE = new int[COURSES];
    private static final int[] COSINE = new int[COURSES];
    private static final int[] SECANT = new int[901];

    static {
        for (int tenth = 0; tenth < COURSES; tenth++) {
            double angle = StrictMath.toRadians(tenth / 10.0);
            SINE[tenth] = (int) StrictMath.rint(StrictMath.sin(angle) * (1 << SINE_BITS));
            COSINE[tenth] = (int) StrictMath.rint(StrictMath.cos(angle) * (1 << SINE_BITS));
        }
        for (int tenth = 0; tenth < SECANT.length; tenth++) {
            double angle = StrictMath.toRadians(Math.min(tenth, 895) / 10.0);
            SECANT[tenth] = (int) StrictMath.rint((1 << SECANT_BITS) / StrictMath.cos(angle));
        }
    }

    private DeadReckoning() {}

    static boolean isKnown(int speed, int course) {
        return speed >= 0 && speed < SPEED_ABSENT && course >= 0 && course < COURSES;
    }

    /// Northward, in 2⁻¹⁴ units.
    static long north(int speed, int course, long millis) {
        return speed * millis * COSINE[course] / 3600;
    }

    /// Eastward along the equator, in 2⁻¹⁴ units.
    static long east(int speed, int course, long millis) {
        return speed * millis * SINE[course] / 3600;
    }

    static int latitudeUnits(long north) {
        return (int) ((north + (1L << (SINE_BITS - 1))) >> SINE_BITS);
    }

    static int longitudeUnits(long east, int latitude) {
        int tenth = Math.min(900, Math.abs(latitude / UNITS_PER_TENTH_DEGREE));
        int bits = SINE_BITS + SECANT_BITS;
        return (int) ((east * SECANT[tenth] + (1L << (bits - 1))) >> bits);
    }
}
