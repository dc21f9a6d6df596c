package org.fairlead.contracts.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/// A [Frame] with its fixes as columns: who asks for a few of many makes no object of the others.
///
/// A column that is the same in all rows is one number. Who was where and when is at hand; the
/// other columns may be read anew each time they are asked for, from the bytes.
public final class FrameColumns {

    /// Columns of [Fix] in its order that are at hand: ship, time, latitude, longitude.
    static final int AT_HAND = 4;

    private static final int FLAGS = 10;

    private final String id;
    private final String source;
    private final int size;
    private final int[][] places;
    private final long[] epochMillis;
    private final Supplier<int[][]> others;

    /// @param places the first columns of [Fix], each with `size` values or one for all rows; that
    ///   of the time is not looked at
    /// @param epochMillis the same
    /// @param others gives the columns that follow, whenever it is called
    FrameColumns(
            String id,
            String source,
            int size,
            int[][] places,
            long[] epochMillis,
            Supplier<int[][]> others) {
        this.id = id;
        this.source = source;
        this.size = size;
        this.places = places;
        this.epochMillis = epochMillis;
        this.others = others;
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
        return value(places[0], row);
    }

    public long epochMillis(int row) {
        return epochMillis.length == 1 ? epochMillis[0] : epochMillis[row];
    }

    /// In 1/10000 minute, north positive.
    public int latitude(int row) {
        return value(places[2], row);
    }

    /// In 1/10000 minute, east positive.
    public int longitude(int row) {
        return value(places[3], row);
    }

    /// Whether any fix is.
    public boolean isSynthetic() {
        int[] flags = others.get()[FLAGS - AT_HAND];
        for (int row = 0; row < Math.min(size, flags.length); row++) {
            if ((flags[row] & Fix.SYNTHETIC) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Of several, [#fixes(BitSet)].
    public Fix fix(int row) {
        return fix(row, others.get());
    }

    private Fix fix(int row, int[][] rest) {
        return new Fix(
                mmsi(row),
                epochMillis(row),
                latitude(row),
                longitude(row),
                value(rest[0], row),
                value(rest[1], row),
                value(rest[2], row),
                value(rest[3], row),
                value(rest[4], row),
                value(rest[5], row),
                value(rest[FLAGS - AT_HAND], row),
                value(rest[7], row));
    }

    private static int value(int[] column, int row) {
        return column.length == 1 ? column[0] : column[row];
    }

    /// Those in some rows, in order.
    public List<Fix> fixes(BitSet rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        int[][] rest = others.get();
        var fixes = new ArrayList<Fix>(rows.cardinality());
        rows.stream().forEach(row -> fixes.add(fix(row, rest)));
        return fixes;
    }

    List<Fix> fixes() {
        int[][] rest = others.get();
        var fixes = new ArrayList<Fix>(size);
        for (int row = 0; row < size; row++) {
            fixes.add(fix(row, rest));
        }
        return fixes;
    }
}
