package org.fairlead.bench.world;

/// Where a satellite in a polar orbit of 97 minutes looks down, and when its memory reaches ground.
final class Orbit {

    static final double FOOTPRINT_MILES = 1_350;

    private static final double PERIOD_MILLIS = 97 * 60_000.0;
    private static final double DAY_MILLIS = 86_164_000.0;
    private static final double INCLINATION = Math.toRadians(98);
    private static final long LEAST_DELAY_MILLIS = 28 * 60_000;
    private static final long MOST_DELAY_MILLIS = 110 * 60_000;

    private final long seed;
    private final int satellite;
    private final double phase;
    private final double node;

    private long computedAt = Long.MIN_VALUE;
    private double latitude;
    private double longitude;

    Orbit(long seed, int satellite) {
        this.seed = seed;
        this.satellite = satellite;
        var dice = Dice.of(seed, 50, satellite);
        phase = dice.between(0, 2 * Math.PI);
        node = dice.between(0, 360);
    }

    boolean sees(Motion motion, long millis) {
        // Seven kilometres a second: two seconds are a hundredth of the footprint.
        if (Math.abs(millis - computedAt) > 2_000) {
            compute(millis);
        }
        double north = Math.abs(latitude - motion.latitude);
        if (north * Geometry.MILES_PER_DEGREE > FOOTPRINT_MILES) {
            return false;
        }
        double half1 = Math.sin(Math.toRadians(north) / 2);
        double half2 = Math.sin(Math.toRadians(longitude - motion.longitude) / 2);
        double a =
                half1 * half1
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(motion.latitude))
                                * half2
                                * half2;
        double limit = Math.sin(Math.toRadians(FOOTPRINT_MILES / Geometry.MILES_PER_DEGREE) / 2);
        return a < limit * limit;
    }

    private void compute(long millis) {
        computedAt = millis;
        double angle =
                phase + 2 * Math.PI * (millis % (long) (PERIOD_MILLIS * 1_000)) / PERIOD_MILLIS;
        latitude = Math.toDegrees(Math.asin(Math.sin(INCLINATION) * Math.sin(angle)));
        double along =
                Math.toDegrees(
                        Math.atan2(Math.cos(INCLINATION) * Math.sin(angle), Math.cos(angle)));
        longitude = Geometry.turn(along + node - 360 * (millis % (long) DAY_MILLIS) / DAY_MILLIS);
    }

    /// When what it heard now comes down: the same moment for all of one revolution.
    long downAt(long millis) {
        long revolution = (long) (millis / PERIOD_MILLIS);
        double share =
                (Dice.mix(seed + Dice.mix(satellite * 1_000_003L + revolution)) >>> 11) * 0x1.0p-53;
        long end = (long) ((revolution + 1) * PERIOD_MILLIS);
        // Early in a revolution waits longest; never less than the least, nor more than the most.
        long down = end + (long) (share * (MOST_DELAY_MILLIS - PERIOD_MILLIS));
        return Math.clamp(down, millis + LEAST_DELAY_MILLIS, millis + MOST_DELAY_MILLIS);
    }
}
