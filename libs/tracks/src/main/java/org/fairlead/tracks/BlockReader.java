package org.fairlead.tracks;

/// Reads mini-blocks as [BlockWriter] writes them.
final class BlockReader {

    private static final int COURSES = 3_601;
    private static final int HEADINGS = 512;

    private final long unit;
    private final byte[] bytes;
    private final int base;
    private final long[] numbers;

    /// Of the block being read, behind its first row.
    private int rows;

    private int wanted;

    /// @param rows of the segment: of a few, fewer than a block can have
    BlockReader(int rows, long unit, byte[] bytes, int base) {
        this.numbers = new long[Math.min(rows, BlockWriter.ROWS)];
        this.unit = unit;
        this.bytes = bytes;
        this.base = base;
    }

    void read(Block block, TrackColumns into) throws SegmentDamaged {
        read(block, Long.MAX_VALUE, into);
    }

    /// The rows up to the first after a moment, and those of the same time as that one.
    void read(Block block, long untilMillis, TrackColumns into) throws SegmentDamaged {
        var in = new Input(bytes, base + block.offset(), block.end(base, bytes));
        into.reserve(block.rows());
        int at = into.size();
        first(in, block, into, at);
        int rest = block.rows() - 1;
        int wanted = 0;
        if (rest > 0) {
            wanted = rest(in, untilMillis, into, at, rest);
        }
        if (in.remaining() > 0) {
            throw new SegmentDamaged(
                    "%d bytes behind the block that ends at byte %d"
                            .formatted(in.remaining(), in.position()));
        }
        into.grownTo(at + 1 + wanted);
    }

    private static void first(Input in, Block block, TrackColumns into, int at)
            throws SegmentDamaged {
        into.epochMillis[at] = block.fromMillis();
        into.latitude[at] = block.firstLatitude();
        into.longitude[at] = block.firstLongitude();
        into.speed[at] = (int) in.signed();
        into.course[at] = (int) in.signed();
        into.heading[at] = (int) in.signed();
        int unusual = in.int8();
        for (int column = SegmentCodec.STATUS; column <= SegmentCodec.RECEIVERS; column++) {
            boolean isUsual = (unusual & 1 << (column - SegmentCodec.STATUS)) == 0;
            into.plain(column)[at] = isUsual ? SegmentCodec.usual(column) : (int) in.signed();
        }
    }

    /// How many behind the first were wanted.
    private int rest(Input in, long untilMillis, TrackColumns into, int at, int n)
            throws SegmentDamaged {
        int head = (in.int8() & 0xff) << 8 | (in.int8() & 0xff);
        rows = n;
        wanted = n;
        times(in, head, into.epochMillis, at, n);
        wanted = wanted(untilMillis, into.epochMillis, at, n);
        plain(in, head, SegmentCodec.SPEED, into.speed, at, wanted);
        boolean isStraight = isNothing(in, head, SegmentCodec.COURSE);
        turned(isStraight, into.course, at, wanted, COURSES);
        headings(in, head, into, at, wanted);
        for (int column = SegmentCodec.STATUS; column <= SegmentCodec.RECEIVERS; column++) {
            plain(in, head, column, into.plain(column), at, wanted);
        }
        positions(in, head, into, at, wanted);
        return wanted;
    }

    private static int wanted(long untilMillis, long[] times, int at, int n) {
        if (untilMillis == Long.MAX_VALUE) {
            return n;
        }
        int row = at;
        while (row < at + n && times[row] <= untilMillis) {
            row++;
        }
        while (row < at + n && times[row + 1] == times[row]) {
            row++;
        }
        return row - at;
    }

    private boolean isNothing(Input in, int head, int column) throws SegmentDamaged {
        if ((head & 1 << column) == 0) {
            return true;
        }
        if ((head & SegmentCodec.VARINTS) != 0) {
            for (int i = 0; i < rows; i++) {
                numbers[i] = in.unsigned();
            }
        } else {
            PatchedBits.read(in, numbers, rows, wanted);
        }
        return false;
    }

    private void times(Input in, int head, long[] times, int at, int n) throws SegmentDamaged {
        long shortest = in.unsigned();
        boolean isNothing = isNothing(in, head, SegmentCodec.TIME);
        boolean isChanges = (head & SegmentCodec.INTERVAL_CHANGES) != 0;
        long interval = shortest;
        long time = times[at];
        for (int i = 0; i < n; i++) {
            if (!isNothing) {
                interval =
                        isChanges ? interval + Input.unzigzag(numbers[i]) : shortest + numbers[i];
            }
            time += interval * unit;
            times[at + i + 1] = time;
        }
    }

    private void plain(Input in, int head, int column, int[] values, int at, int n)
            throws SegmentDamaged {
        int value = values[at];
        if (isNothing(in, head, column)) {
            java.util.Arrays.fill(values, at + 1, at + 1 + n, value);
            return;
        }
        for (int i = 0; i < n; i++) {
            value += (int) Input.unzigzag(numbers[i]);
            values[at + i + 1] = value;
        }
    }

    private void headings(Input in, int head, TrackColumns into, int at, int n)
            throws SegmentDamaged {
        boolean isNothing = isNothing(in, head, SegmentCodec.HEADING);
        if ((head & SegmentCodec.HEADING_BESIDE_COURSE) == 0) {
            turned(isNothing, into.heading, at, n, HEADINGS);
            return;
        }
        int[] values = into.heading;
        int[] courses = into.course;
        int value = values[at];
        for (int row = at; row < at + n; row++) {
            value = Turns.headingBeside(value, courses[row], courses[row + 1]);
            if (!isNothing) {
                value = Turns.follow(value, Input.unzigzag(numbers[row - at]), HEADINGS);
            }
            values[row + 1] = value;
        }
    }

    private void turned(boolean isNothing, int[] values, int at, int n, int turn) {
        int value = values[at];
        if (isNothing) {
            java.util.Arrays.fill(values, at + 1, at + 1 + n, value);
            return;
        }
        for (int i = 0; i < n; i++) {
            value = Turns.follow(value, Input.unzigzag(numbers[i]), turn);
            values[at + i + 1] = value;
        }
    }

    private void positions(Input in, int head, TrackColumns into, int at, int n)
            throws SegmentDamaged {
        readInto(in, head, SegmentCodec.LATITUDE, into.latitude, at, n);
        readInto(in, head, SegmentCodec.LONGITUDE, into.longitude, at, n);
        PositionPredictor.follow((head >>> SegmentCodec.WAY_SHIFT) & 3, into, at, n);
    }

    /// Puts the differences where the values will be.
    private void readInto(Input in, int head, int column, int[] values, int at, int n)
            throws SegmentDamaged {
        boolean isNothing = isNothing(in, head, column);
        for (int i = 0; i < n; i++) {
            values[at + i + 1] = isNothing ? 0 : (int) Input.unzigzag(numbers[i]);
        }
    }
}
