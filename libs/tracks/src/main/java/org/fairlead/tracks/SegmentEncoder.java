package org.fairlead.tracks;

/// Writes segments one after another, as [SegmentCodec] says, of one thread. It keeps the arrays it
/// works in: for a few rows they are many times as large as what comes of them.
public final class SegmentEncoder {

    private final BlockWriter writer = new BlockWriter();
    private final Output directory = new Output();
    private final Output blocks = new Output();
    private final Output out = new Output();

    /// @throws IllegalArgumentException when the rows are none, too many or not in order of time
    public byte[] encode(int mmsi, TrackColumns rows) {
        int n = rows.size();
        if (n < 1 || n > SegmentCodec.MOST_ROWS) {
            throw new IllegalArgumentException(
                    "rows of a segment outside 1-" + SegmentCodec.MOST_ROWS + ": " + n);
        }
        long unit = unit(rows);
        writer.begin(rows, unit);
        directory.clear();
        blocks.clear();
        for (int from = 0; from < n; from += BlockWriter.ROWS) {
            int count = Math.min(BlockWriter.ROWS, n - from);
            int before = blocks.size();
            writer.write(blocks, from, count);
            if (from + count < n) {
                directory.unsigned(blocks.size() - before);
            }
            describe(directory, rows, unit, from, count);
        }
        out.clear();
        out.int8(SegmentCodec.MAGIC >>> 8);
        out.int8(SegmentCodec.MAGIC);
        out.int32(0);
        out.int32(mmsi);
        out.unsigned(2L * n + (unit == 1 ? 0 : 1));
        out.write(directory);
        out.write(blocks);
        out.int32At(2, SegmentCodec.checksum(out.bytes(), out.size()));
        return out.toByteArray();
    }

    private static long unit(TrackColumns rows) {
        boolean isSeconds = true;
        for (int row = 0; row < rows.size(); row++) {
            isSeconds &= rows.epochMillis[row] % 1000 == 0;
            if (row > 0 && rows.epochMillis[row] < rows.epochMillis[row - 1]) {
                throw new IllegalArgumentException(
                        "row %d of a segment lies before the one before it".formatted(row));
            }
        }
        return isSeconds ? 1000 : 1;
    }

    private static void describe(Output out, TrackColumns rows, long unit, int from, int count) {
        long first = rows.epochMillis[from];
        out.signed((from == 0 ? first : first - rows.epochMillis[from - 1]) / unit);
        int before = from - BlockWriter.ROWS;
        out.signed((long) rows.latitude[from] - (from == 0 ? 0 : rows.latitude[before]));
        out.signed((long) rows.longitude[from] - (from == 0 ? 0 : rows.longitude[before]));
        if (rows.size() > BlockWriter.ROWS) {
            out.unsigned((rows.epochMillis[from + count - 1] - first) / unit);
            box(out, rows.latitude, from, count);
            box(out, rows.longitude, from, count);
        }
    }

    private static void box(Output out, int[] values, int from, int count) {
        int least = values[from];
        int most = values[from];
        for (int row = from; row < from + count; row++) {
            least = Math.min(least, values[row]);
            most = Math.max(most, values[row]);
        }
        out.unsigned((long) values[from] - least);
        out.unsigned((long) most - values[from]);
    }
}
