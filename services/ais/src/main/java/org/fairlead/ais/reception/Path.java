package org.fairlead.ais.reception;

import java.util.ArrayList;
import java.util.List;

/// Where a silent ship is taken to be in the first hours: between the ends of the silence when both
/// are known, else on from its start with her last speed and course.
public final class Path {

    private static final long SLOT_MILLIS = 600_000;
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final double MILES_PER_DEGREE = 60.0;

    private Path() {}

    /// @param knots 0 when she lay still or did not say
    public record Leg(double latitude, double longitude, double knots, double course) {}

    /// @param atMillis the middle of a slot of ten minutes
    public record Slot(long atMillis, double latitude, double longitude) {}

    /// Whole slots after the start.
    public static List<Slot> ahead(Leg from, long startMillis, long untilMillis) {
        var slots = new ArrayList<Slot>();
        double radians = Math.toRadians(from.course());
        double shrink = Math.max(0.01, Math.cos(Math.toRadians(from.latitude())));
        for (long at = firstMiddle(startMillis);
                at + SLOT_MILLIS / 2 <= untilMillis;
                at += SLOT_MILLIS) {
            double degrees = from.knots() * (at - startMillis) / MILLIS_PER_HOUR / MILES_PER_DEGREE;
            slots.add(
                    slot(
                            at,
                            from.latitude() + degrees * Math.cos(radians),
                            from.longitude() + degrees * Math.sin(radians) / shrink));
        }
        return slots;
    }

    public static List<Slot> between(
            Leg from, Leg to, long startMillis, long endMillis, long untilMillis) {
        var slots = new ArrayList<Slot>();
        double north = to.latitude() - from.latitude();
        double east = wrapped(to.longitude() - from.longitude());
        for (long at = firstMiddle(startMillis);
                at + SLOT_MILLIS / 2 <= untilMillis;
                at += SLOT_MILLIS) {
            double share = (at - startMillis) / (double) (endMillis - startMillis);
            slots.add(slot(at, from.latitude() + share * north, from.longitude() + share * east));
        }
        return slots;
    }

    private static Slot slot(long at, double latitude, double longitude) {
        return new Slot(at, Math.clamp(latitude, -89.9, 89.9), wrapped(longitude));
    }

    private static long firstMiddle(long startMillis) {
        return (Math.floorDiv(startMillis, SLOT_MILLIS) + 1) * SLOT_MILLIS + SLOT_MILLIS / 2;
    }

    /// Over 180° the short way.
    private static double wrapped(double degrees) {
        return degrees - 360 * Math.floor((degrees + 180) / 360);
    }
}
