package org.fairlead.bench.world;

import org.fairlead.seas.distance.Place;

/// Puts a false position in the place of a true one.
final class Falsifier {

    private static final double CIRCLE_MILES = 0.5;
    private static final double CIRCLE_KNOTS = 2.5;
    private static final long BLOCK_MILLIS = 11 * 60_000;

    private Falsifier() {}

    static void falsify(Truth.Falsehood how, Place shown, int ship, long millis, Motion motion) {
        switch (how) {
            case CIRCLE -> {
                double hours = millis / 3_600_000.0 % 10_000;
                double angle =
                        Math.toDegrees(CIRCLE_KNOTS / CIRCLE_MILES * hours) + ship * 47 % 360;
                var place = Geometry.ahead(shown, angle, CIRCLE_MILES);
                motion.latitude = place.latitudeDegrees();
                motion.longitude = place.longitudeDegrees();
                motion.knots = CIRCLE_KNOTS;
                motion.course = Geometry.course(angle + 90);
                motion.heading = motion.course;
            }
            case TELEPORT -> {
                if ((Dice.mix(millis / BLOCK_MILLIS + ship * 1_000_003L) & 1) == 0) {
                    var place = Geometry.ahead(shown, ship * 47 % 360, 0.4);
                    motion.latitude = place.latitudeDegrees();
                    motion.longitude = place.longitudeDegrees();
                }
            }
        }
    }
}
