package org.fairlead.tracks;

/// Differences of values that go round.
///
/// Courses go round at 3601 and headings at 512 rather than at a full turn, because the absent
/// values 3600 and 511 must come back too. A value outside that range is coded as it is, by its
/// plain difference, which the range of the result tells apart.
final class Turns {

    private Turns() {}

    /// What to add to `before` for `value`: the short way round when both are on the circle.
    static long shortest(int value, int before, int turn) {
        long plain = (long) value - before;
        if (!isOn(value, turn) || !isOn(before, turn)) {
            // Beyond any short way, so that the reader knows it for plain.
            return plain >= 0 ? plain + turn : plain - turn;
        }
        return plain > turn / 2 ? plain - turn : plain < -(turn / 2) ? plain + turn : plain;
    }

    static int follow(int before, long step, int turn) {
        if (step > turn / 2 || step < -(turn / 2)) {
            return (int) (before + (step > 0 ? step - turn : step + turn));
        }
        if (!isOn(before, turn)) {
            return (int) (before + step);
        }
        // At most half a turn beyond the circle, and a division is dear.
        int value = (int) (before + step);
        return value < 0 ? value + turn : value >= turn ? value - turn : value;
    }

    private static boolean isOn(int value, int turn) {
        return value >= 0 && value < turn;
    }

    /// The heading after a turn of the course, both known; otherwise the heading before.
    static int headingBeside(int heading, int courseBefore, int course) {
        if (!isOn(heading, 360) || !isOn(courseBefore, 3600) || !isOn(course, 3600)) {
            return heading;
        }
        int change = course - courseBefore;
        int shortest = change < -1800 ? change + 3600 : change >= 1800 ? change - 3600 : change;
        // Rounded to whole degrees, downwards: of a number made positive, so without a branch.
        int value = heading + (shortest + 1_805) / 10 - 180;
        return value < 0 ? value + 360 : value >= 360 ? value - 360 : value;
    }
}
