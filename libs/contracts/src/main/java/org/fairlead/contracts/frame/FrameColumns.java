package org.fairlead.contracts.frame;

import java.util.ArrayList;
import java.util.List;

/// A [Frame] with its fixes as columns: who asks for a few of many makes no object of the others.
///
/// A column that is the same in all rows is one number.
public final class FrameColumns {

    private static final int FLAGS = 10;

    private final String id;
    private final String source;
    private final int size;
    private final int[][] ints;
    private final long[] epochMillis;

    /// @param ints the columns of [Fix] in its order, each with `size` values or one for all rows;
    ///   that of the time is not looked at
    /// @param epochMillis the same
    FrameColumns(String id, String source, int size, int[][] ints, long[] epochMillis) {
        this.id = id;
        this.source = source;
        this.size = size;
        this.ints = ints;
        this.epochMillis = epochMillis;
    }

    /// As [Frame#id].
    public String id() {
        return id;
    }

    public String source() {
        return source;
    }

    public int size() {
        return size;
    }

    public int mmsi(int row) {
        return value(0, row);
    }

    public long epochMillis(int row) {
        return epochMillis.length == 1 ? epochMillis[0] : epochMillis[row];
    }

    /// In 1/10000 minute, north positive.
    public int latitude(int row) {
        return value(2, row);
    }

    /// In 1/10000 minute, east positive.
    public int longitude(int row) {
        return value(3, row);
    }

    /// Whether any fix is.
    public boolean isSynthetic() {
        for (int row = 0; row < Math.min(size, ints[FLAGS].length); row++) {
            if ((ints[FLAGS][row] & Fix.SYNTHETIC) != 0) {
                return true;
            }
        }
        return false;
    }

    private int value(int column, int row) {
        int[] values = ints[column];
        return values.length == 1 ? values[0] : values[row];
    }

    public Fix fix(int row) {
        return new Fix(
                mmsi(row),
                epochMillis(row),
                latitude(row),
                longitude(row),
                value(4, row),
                value(5, row),
                value(6, row),
                value(7, row),
                value(8, row),
                value(9, row),
                value(FLAGS, row),
                value(11, row));
    }

    List<Fix> fixes() {
        var fixes = new ArrayList<Fix>(size);
        for (int row = 0; row < size; row++) {
            fixes.add(fix(row));
        }
        return fixes;
    }
}
