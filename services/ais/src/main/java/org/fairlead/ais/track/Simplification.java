package org.fairlead.ais.track;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// Leaves out fixes that the others tell as well, for display: a fix stays when the ship, taken to
/// sail evenly between those kept, would have been farther from it *at its time* than allowed (the
/// synchronised Euclidean distance of Meratnia and de By, 2004, in the way of Douglas and Peucker).
/// So a stop in the middle of a straight line stays, which distance from the line alone would lose.
final class Simplification {

    private static final double METRES_PER_UNIT = 1852 / 10_000.0;
    private static final double UNITS_PER_DEGREE = 600_000;
    private static final int HALF_TURN = 180 * 600_000;

    private Simplification() {}

    /// @param track in order of time
    /// @param pauseMillis fixes on both sides of a longer pause stay: nothing is known between them
    static List<Fix> of(List<Fix> track, double toleranceMetres, long pauseMillis) {
        int n = track.size();
        if (n < 3) {
            return track;
        }
        // Each is looked at many times over, and those of a track may be made each time.
        var fixes = List.copyOf(track);
        boolean[] isKept = new boolean[n];
        int from = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n
                    || fixes.get(i).epochMillis() - fixes.get(i - 1).epochMillis() > pauseMillis) {
                keep(fixes, from, i - 1, toleranceMetres, isKept);
                from = i;
            }
        }
        var kept = new ArrayList<Fix>();
        for (int i = 0; i < n; i++) {
            if (isKept[i]) {
                kept.add(fixes.get(i));
            }
        }
        return kept;
    }

    private record Stretch(int from, int to) {}

    private static void keep(
            List<Fix> fixes, int first, int last, double tolerance, boolean[] isKept) {
        isKept[first] = true;
        isKept[last] = true;
        var open = new ArrayDeque<Stretch>();
        open.push(new Stretch(first, last));
        while (!open.isEmpty()) {
            var stretch = open.pop();
            int farthest = -1;
            double most = tolerance;
            for (int i = stretch.from() + 1; i < stretch.to(); i++) {
                double distance =
                        metres(fixes.get(stretch.from()), fixes.get(i), fixes.get(stretch.to()));
                if (distance > most) {
                    most = distance;
                    farthest = i;
                }
            }
            if (farthest >= 0) {
                isKept[farthest] = true;
                open.push(new Stretch(stretch.from(), farthest));
                open.push(new Stretch(farthest, stretch.to()));
            }
        }
    }

    /// From a fix to where the ship would be at its time on the way from one to the other.
    static double metres(Fix from, Fix fix, Fix to) {
        double span = (double) to.epochMillis() - from.epochMillis();
        double share = span == 0 ? 0 : (fix.epochMillis() - from.epochMillis()) / span;
        double north = from.latitude() + share * ((double) to.latitude() - from.latitude());
        double east = east(from, fix) - share * east(from, to);
        double cosine = Math.cos(Math.toRadians(fix.latitude() / UNITS_PER_DEGREE));
        return Math.hypot(fix.latitude() - north, east * cosine) * METRES_PER_UNIT;
    }

    private static double east(Fix from, Fix to) {
        double east = (double) to.longitude() - from.longitude();
        return east > HALF_TURN
                ? east - 2.0 * HALF_TURN
                : east < -HALF_TURN ? east + 2.0 * HALF_TURN : east;
    }
}
