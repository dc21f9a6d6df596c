package org.fairlead.ais.track;

import java.util.ArrayList;
import java.util.List;

/// Quarters of a degree, numbered by row from the south and in a row from the west: so that a
/// stretch of a row is a range of numbers, and a circle a few ranges.
final class Cells {

    static final double PER_DEGREE = 4;

    private static final int COLUMNS = (int) (360 * PER_DEGREE);
    private static final int ROWS = (int) (180 * PER_DEGREE);
    private static final double UNITS_PER_CELL = 600_000 / PER_DEGREE;

    private Cells() {}

    /// A range of cells, both ends included.
    record Range(int from, int to) {}

    /// @param latitude 1/10000 minute
    static int of(int latitude, int longitude) {
        return row(latitude) * COLUMNS + column(longitude);
    }

    private static int row(long latitude) {
        return (int) Math.clamp(Math.floor((latitude + 54_000_000L) / UNITS_PER_CELL), 0, ROWS - 1);
    }

    private static int column(long longitude) {
        int column = (int) Math.floor((longitude + 108_000_000L) / UNITS_PER_CELL);
        return Math.floorMod(column, COLUMNS);
    }

    /// South-west corner of a cell, in degrees.
    static double southDegrees(int cell) {
        return cell / COLUMNS / PER_DEGREE - 90;
    }

    static double westDegrees(int cell) {
        return cell % COLUMNS / PER_DEGREE - 180;
    }

    /// The cells of a box; east of 180° it goes on in the west.
    static List<Range> of(TrackStore.Bounds box) {
        var ranges = new ArrayList<Range>();
        boolean isWhole =
                box.isAnyLongitude()
                        || (long) box.maxLongitude() - box.minLongitude() >= 216_000_000L;
        int west = column(box.minLongitude());
        int east = column(box.maxLongitude());
        for (int row = row(box.minLatitude()); row <= row(box.maxLatitude()); row++) {
            int start = row * COLUMNS;
            if (isWhole) {
                ranges.add(new Range(start, start + COLUMNS - 1));
            } else if (west <= east) {
                ranges.add(new Range(start + west, start + east));
            } else {
                ranges.add(new Range(start + west, start + COLUMNS - 1));
                ranges.add(new Range(start, start + east));
            }
        }
        return ranges;
    }
}
