package org.fairlead.ais.track;

import org.fairlead.contracts.frame.Fix;
import org.fairlead.seas.distance.GreatCircle;
import org.jspecify.annotations.Nullable;

/// How far a ship may have been from where she is taken to have been between two reports, or beside
/// one.
///
/// As far as she can have sailed to or from the nearer report, at the fastest of the speeds she
/// reported and the one it took her between them, and two knots more for currents and for what she
/// did not report; and the error of the reports themselves. Long-range reports (message 27) are
/// exact to a tenth of a minute, others to better than 10 m with DGPS and 30 m without.
final class Uncertainty {

    private static final double SPARE_KNOTS = 2;
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double GPS_MILES = 30 / 1852.0;
    private static final double LONG_RANGE_MILES = 0.1;
    private static final int LONG_RANGE = 27;

    private Uncertainty() {}

    static double nauticalMiles(@Nullable Fix before, @Nullable Fix after, long atMillis) {
        double sinceBefore =
                before == null
                        ? Double.MAX_VALUE
                        : (atMillis - before.epochMillis()) / MILLIS_PER_HOUR;
        double untilAfter =
                after == null
                        ? Double.MAX_VALUE
                        : (after.epochMillis() - atMillis) / MILLIS_PER_HOUR;
        double hours = Math.min(sinceBefore, untilAfter);
        double knots = Math.max(knots(before), knots(after));
        if (before != null && after != null && after.epochMillis() > before.epochMillis()) {
            double miles =
                    GreatCircle.nauticalMiles(PositionAt.place(before), PositionAt.place(after));
            knots = Math.max(knots, miles / (sinceBefore + untilAfter));
        }
        double error = Math.max(error(before), error(after));
        return hours == 0 ? error : hours * (knots + SPARE_KNOTS) + error;
    }

    private static double knots(@Nullable Fix fix) {
        return fix == null || fix.speed() >= Fix.SPEED_NOT_AVAILABLE ? 0 : fix.speed() / 10.0;
    }

    private static double error(@Nullable Fix fix) {
        return fix != null && fix.messageType() == LONG_RANGE ? LONG_RANGE_MILES : GPS_MILES;
    }
}
