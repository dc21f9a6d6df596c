package org.fairlead.tracks;

/// Writes one mini-block: up to 128 rows, independent of the blocks around it but for the time and
/// place of its first row, which are in the directory.
final class BlockWriter {

    static final int ROWS = 128;

    /// Longer blocks are always packed.
    private static final int SHORT = 24;

    private TrackColumns rows = new TrackColumns(1);
    private long unit = 1;
    private boolean isVarints;
    private final long[] numbers = new long[ROWS];
    private final long[] others = new long[ROWS];
    private final long[][] latitudes = new long[PositionPredictor.WAYS][ROWS];
    private final long[][] longitudes = new long[PositionPredictor.WAYS][ROWS];
    private final PositionPredictor[] predictors = new PositionPredictor[PositionPredictor.WAYS];
    private final PatchedBits bits = new PatchedBits();
    private final Output packed = new Output();
    private final Output varints = new Output();

    BlockWriter() {
        for (int way = 0; way < PositionPredictor.WAYS; way++) {
            predictors[way] = new PositionPredictor(way);
        }
    }

    /// The rows from which blocks are written from now on.
    void begin(TrackColumns rows, long unit) {
        this.rows = rows;
        this.unit = unit;
    }

    /// Adds a block.
    void write(Output out, int from, int n) {
        first(out, from);
        int rest = n - 1;
        if (rest == 0) {
            return;
        }
        int way = positions(from, rest);
        rest(packed, from, rest, way, false);
        if (rest <= SHORT) {
            rest(varints, from, rest, way, true);
        }
        out.write(rest <= SHORT && varints.size() < packed.size() ? varints : packed);
    }

    private void rest(Output columns, int from, int rest, int way, boolean isVarints) {
        this.isVarints = isVarints;
        columns.clear();
        columns.int8(0);
        columns.int8(0);
        int head = isVarints ? SegmentCodec.VARINTS : 0;
        head |= times(columns, from, rest);
        plain(from, rest, rows.speed);
        head |= put(columns, rest, SegmentCodec.SPEED);
        wrapped(numbers, from, rest, rows.course, 3601);
        head |= put(columns, rest, SegmentCodec.COURSE);
        head |= headings(from, rest);
        head |= put(columns, rest, SegmentCodec.HEADING);
        for (int column = SegmentCodec.STATUS; column <= SegmentCodec.RECEIVERS; column++) {
            plain(from, rest, rows.plain(column));
            head |= put(columns, rest, column);
        }
        head |= way << SegmentCodec.WAY_SHIFT;
        System.arraycopy(latitudes[way], 0, numbers, 0, rest);
        head |= put(columns, rest, SegmentCodec.LATITUDE);
        System.arraycopy(longitudes[way], 0, numbers, 0, rest);
        head |= put(columns, rest, SegmentCodec.LONGITUDE);
        columns.int16At(0, head);
    }

    private void first(Output out, int row) {
        out.signed(rows.speed[row]);
        out.signed(rows.course[row]);
        out.signed(rows.heading[row]);
        int unusual = 0;
        for (int column = SegmentCodec.STATUS; column <= SegmentCodec.RECEIVERS; column++) {
            boolean isUsual = rows.plain(column)[row] == SegmentCodec.usual(column);
            unusual |= isUsual ? 0 : 1 << (column - SegmentCodec.STATUS);
        }
        out.int8(unusual);
        for (int column = SegmentCodec.STATUS; column <= SegmentCodec.RECEIVERS; column++) {
            if ((unusual & 1 << (column - SegmentCodec.STATUS)) != 0) {
                out.signed(rows.plain(column)[row]);
            }
        }
    }

    private boolean isNothing(int n) {
        for (int i = 0; i < n; i++) {
            if (numbers[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private int put(Output out, int n, int column) {
        if (isNothing(n)) {
            return 0;
        }
        if (isVarints) {
            for (int i = 0; i < n; i++) {
                out.unsigned(numbers[i]);
            }
        } else {
            bits.write(out, numbers, n);
        }
        return 1 << column;
    }

    /// Intervals above the shortest, or changes of the interval, whichever is smaller.
    private int times(Output out, int from, int n) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            shortest = Math.min(shortest, interval(from + i));
        }
        long before = shortest;
        for (int i = 0; i < n; i++) {
            long interval = interval(from + i);
            numbers[i] = interval - shortest;
            others[i] = Output.zigzag(interval - before);
            before = interval;
        }
        boolean isChanges = cost(others, n) < cost(numbers, n);
        if (isChanges) {
            System.arraycopy(others, 0, numbers, 0, n);
        }
        out.unsigned(shortest);
        return put(out, n, SegmentCodec.TIME) | (isChanges ? SegmentCodec.INTERVAL_CHANGES : 0);
    }

    private long interval(int row) {
        return (rows.epochMillis[row + 1] - rows.epochMillis[row]) / unit;
    }

    private void plain(int from, int n, int[] column) {
        for (int i = 0; i < n; i++) {
            numbers[i] = Output.zigzag((long) column[from + i + 1] - column[from + i]);
        }
    }

    private int cost(long[] values, int n) {
        if (!isVarints) {
            return bits.cost(values, n);
        }
        int bytes = 0;
        for (int i = 0; i < n; i++) {
            bytes += Math.max(1, (70 - Long.numberOfLeadingZeros(values[i])) / 7);
        }
        return bytes;
    }

    private static void wrapped(long[] into, int from, int n, int[] column, int turn) {
        for (int i = 0; i < n; i++) {
            into[i] = Output.zigzag(Turns.shortest(column[from + i + 1], column[from + i], turn));
        }
    }

    /// Turns of the heading itself, or its turns beside those of the course.
    private int headings(int from, int n) {
        wrapped(numbers, from, n, rows.heading, 512);
        for (int i = 0; i < n; i++) {
            int expected =
                    Turns.headingBeside(
                            rows.heading[from + i],
                            rows.course[from + i],
                            rows.course[from + i + 1]);
            others[i] = Output.zigzag(Turns.shortest(rows.heading[from + i + 1], expected, 512));
        }
        if (cost(others, n) < cost(numbers, n)) {
            System.arraycopy(others, 0, numbers, 0, n);
            return SegmentCodec.HEADING_BESIDE_COURSE;
        }
        return 0;
    }

    private int positions(int from, int n) {
        int best = 0;
        int bestCost = Integer.MAX_VALUE;
        for (int way = 0; way < PositionPredictor.WAYS; way++) {
            var predictor = predictors[way];
            predictor.begin(
                    rows.epochMillis[from],
                    rows.latitude[from],
                    rows.longitude[from],
                    rows.speed[from],
                    rows.course[from]);
            for (int i = 0; i < n; i++) {
                int row = from + i + 1;
                predictor.expect(rows.epochMillis[row], rows.speed[row], rows.course[row]);
                latitudes[way][i] = Output.zigzag((long) rows.latitude[row] - predictor.latitude());
                longitudes[way][i] =
                        Output.zigzag((long) rows.longitude[row] - predictor.longitude());
                predictor.learn(
                        rows.epochMillis[row],
                        rows.latitude[row],
                        rows.longitude[row],
                        rows.speed[row],
                        rows.course[row]);
            }
            int cost = bits.cost(latitudes[way], n) + bits.cost(longitudes[way], n);
            if (cost < bestCost) {
                best = way;
                bestCost = cost;
            }
        }
        return best;
    }
}
