package org.fairlead.tracks;

/// Reads mini-blocks as [BlockWriter] writes them.
final class BlockReader {

    private final long unit;
    private final long[] numbers = new long[BlockWriter.ROWS];

    BlockReader(long unit) {
        this.unit = unit;
    }

    void read(byte[] bytes, Block block, TrackColumns into) throws SegmentDamaged {
        var in = new Input(bytes, block.offset(), block.offset() + block.length());
        into.reserve(block.rows());
        int at = into.size();
        first(in, block, into, at);
        int rest = block.rows() - 1;
        if (rest > 0) {
            rest(in, into, at, rest);
        }
        if (in.remaining() > 0) {
            throw new SegmentDamaged(
                    "%d bytes behind the block that ends at byte %d"
                            .formatted(in.remaining(), in.position()));
        }
        into.grownTo(at + block.rows());
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

    private void rest(Input in, TrackColumns into, int at, int n) throws SegmentDamaged {
        int head = (in.int8() & 0xff) << 8 | (in.int8() & 0xff);
        times(in, head, into.epochMillis, at, n);
        plain(in, head, SegmentCodec.SPEED, into.speed, at, n);
        courses(in, head, into.course, at, n);
        headings(in, head, into, at, n);
        for (int column = SegmentCodec.STATUS; column <= SegmentCodec.RECEIVERS; column++) {
            plain(in, head, column, into.plain(column), at, n);
        }
        positions(in, head, into, at, n);
    }

    private boolean isNothing(Input in, int head, int column, int n) throws SegmentDamaged {
        if ((head & 1 << column) == 0) {
            return true;
        }
        if ((head & SegmentCodec.VARINTS) != 0) {
            for (int i = 0; i < n; i++) {
                numbers[i] = in.unsigned();
            }
        } else {
            PatchedBits.read(in, numbers, n);
        }
        return false;
    }

    private void times(Input in, int head, long[] times, int at, int n) throws SegmentDamaged {
        long shortest = in.unsigned();
        boolean isNothing = isNothing(in, head, SegmentCodec.TIME, n);
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
        if (isNothing(in, head, column, n)) {
            java.util.Arrays.fill(values, at + 1, at + 1 + n, value);
            return;
        }
        for (int i = 0; i < n; i++) {
            value += (int) Input.unzigzag(numbers[i]);
            values[at + i + 1] = value;
        }
    }

    private void courses(Input in, int head, int[] values, int at, int n) throws SegmentDamaged {
        boolean isNothing = isNothing(in, head, SegmentCodec.COURSE, n);
        for (int i = 0; i < n; i++) {
            long step = isNothing ? 0 : Input.unzigzag(numbers[i]);
            values[at + i + 1] = Turns.follow(values[at + i], step, 3601);
        }
    }

    private void headings(Input in, int head, TrackColumns into, int at, int n)
            throws SegmentDamaged {
        boolean isNothing = isNothing(in, head, SegmentCodec.HEADING, n);
        boolean isBeside = (head & SegmentCodec.HEADING_BESIDE_COURSE) != 0;
        int[] values = into.heading;
        for (int i = 0; i < n; i++) {
            int row = at + i;
            int expected =
                    isBeside
                            ? Turns.headingBeside(
                                    values[row], into.course[row], into.course[row + 1])
                            : values[row];
            long step = isNothing ? 0 : Input.unzigzag(numbers[i]);
            values[row + 1] = Turns.follow(expected, step, 512);
        }
    }

    private void positions(Input in, int head, TrackColumns into, int at, int n)
            throws SegmentDamaged {
        readInto(in, head, SegmentCodec.LATITUDE, into.latitude, at, n);
        readInto(in, head, SegmentCodec.LONGITUDE, into.longitude, at, n);
        var predictor = new PositionPredictor((head >>> SegmentCodec.WAY_SHIFT) & 3);
        predictor.begin(
                into.epochMillis[at],
                into.latitude[at],
                into.longitude[at],
                into.speed[at],
                into.course[at]);
        for (int row = at + 1; row <= at + n; row++) {
            long time = into.epochMillis[row];
            int speed = into.speed[row];
            int course = into.course[row];
            predictor.expect(time, speed, course);
            into.latitude[row] += predictor.latitude();
            into.longitude[row] += predictor.longitude();
            predictor.learn(time, into.latitude[row], into.longitude[row], speed, course);
        }
    }

    /// Puts the differences where the values will be.
    private void readInto(Input in, int head, int column, int[] values, int at, int n)
            throws SegmentDamaged {
        boolean isNothing = isNothing(in, head, column, n);
        for (int i = 0; i < n; i++) {
            values[at + i + 1] = isNothing ? 0 : (int) Input.unzigzag(numbers[i]);
        }
    }
}
