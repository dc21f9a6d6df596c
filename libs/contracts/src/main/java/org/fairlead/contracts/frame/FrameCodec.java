package org.fairlead.contracts.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The bytes of a [Frame]; the same bytes hold a segment of a track at rest.
///
/// ```
/// 'F' 'L' 'F' 2            magic and layout version
/// varint length, UTF-8     id
/// varint length, UTF-8     source
/// zigzag varint            watermark, epoch milliseconds
/// byte                     source class: 0 terrestrial, 1 satellite, 2 unknown
/// varint                   n, number of fixes
/// twelve columns of n      mmsi, time, latitude, longitude, speed, course, heading, status,
///                          rate of turn, message type, flags, receivers; each one byte of mode
///                          and then
///                          0 = one zigzag varint that holds for all rows
///                          1 = n zigzag varints, each the difference from the row before
/// ```
///
/// Layout 1, which is still read, has neither source class (terrestrial) nor receivers (1).
public final class FrameCodec {

    /// A frame never holds more: what claims to is damaged.
    public static final int MAXIMUM_FIXES = 1 << 16;

    private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'F' << 8;
    private static final int FIRST_LAYOUT = 1;
    private static final int LAYOUT = 2;
    private static final int COLUMNS_OF_FIRST_LAYOUT = 11;
    private static final int COLUMNS = 12;
    private static final int TIME = 1;
    private static final int RECEIVERS = 11;

    private FrameCodec() {}

    public static byte[] encode(Frame frame) {
        var out = new Output(64 + frame.fixes().size() * 16);
        out.int32(MAGIC | LAYOUT);
        out.text(frame.id());
        out.text(frame.source());
        out.signed(frame.watermarkMillis());
        out.int8(frame.sourceClass().ordinal());
        var fixes = frame.fixes();
        out.unsigned(fixes.size());
        for (int column = 0; column < COLUMNS; column++) {
            encodeColumn(out, fixes, column);
        }
        return out.toByteArray();
    }

    private static void encodeColumn(Output out, List<Fix> fixes, int column) {
        if (isConstant(fixes, column)) {
            out.int8(0);
            out.signed(fixes.isEmpty() ? 0 : value(fixes.getFirst(), column));
            return;
        }
        out.int8(1);
        long before = 0;
        for (Fix fix : fixes) {
            long value = value(fix, column);
            out.signed(value - before);
            before = value;
        }
    }

    private static boolean isConstant(List<Fix> fixes, int column) {
        for (int row = 1; row < fixes.size(); row++) {
            if (value(fixes.get(row), column) != value(fixes.getFirst(), column)) {
                return false;
            }
        }
        return true;
    }

    private static long value(Fix fix, int column) {
        return switch (column) {
            case 0 -> fix.mmsi();
            case 1 -> fix.epochMillis();
            case 2 -> fix.latitude();
            case 3 -> fix.longitude();
            case 4 -> fix.speed();
            case 5 -> fix.course();
            case 6 -> fix.heading();
            case 7 -> fix.status();
            case 8 -> fix.rateOfTurn();
            case 9 -> fix.messageType();
            case 10 -> fix.flags();
            default -> fix.receivers();
        };
    }

    /// @throws FrameDamaged when the bytes are not a frame; the message says what was expected
    ///   where
    public static Frame decode(byte[] bytes) {
        var in = new Input(bytes);
        var head = Head.of(in);
        var fixes = columns(in, head).fixes();
        return new Frame(head.id, head.source, head.sourceClass, head.watermarkMillis, fixes);
    }

    /// The same without an object for each fix.
    public static FrameColumns columns(byte[] bytes) {
        var in = new Input(bytes);
        return columns(in, Head.of(in));
    }

    /// The same of bytes that were a frame already: who was where and when is read now, and the
    /// rest each time somebody asks for it. So of what is looked through and hardly asked for, half
    /// lies in memory.
    ///
    /// @throws FrameDamaged as with [#columns], here or when it is read
    public static FrameColumns places(byte[] bytes) {
        var in = new Input(bytes);
        return places(in, Head.of(in));
    }

    /// Those of one transmitter; a frame without any is not looked at farther than to see that.
    public static List<Fix> fixesOf(byte[] bytes, int mmsi) {
        var in = new Input(bytes);
        var head = Head.of(in);
        int[] mmsis = ints(in, head.n);
        boolean isThere = false;
        for (int each : mmsis) {
            isThere |= each == mmsi;
        }
        if (!isThere) {
            return List.of();
        }
        var columns = columns(bytes);
        var fixes = new ArrayList<Fix>();
        for (int row = 0; row < columns.size(); row++) {
            if (columns.mmsi(row) == mmsi) {
                fixes.add(columns.fix(row));
            }
        }
        return fixes;
    }

    /// What comes before the columns.
    private record Head(
            int layout,
            String id,
            String source,
            long watermarkMillis,
            SourceClass sourceClass,
            int n) {

        static Head of(Input in) {
            int layout = in.layout();
            return new Head(
                    layout,
                    in.text(),
                    in.text(),
                    in.signed(),
                    layout == FIRST_LAYOUT ? SourceClass.TERRESTRIAL : readSourceClass(in),
                    in.count(MAXIMUM_FIXES));
        }
    }

    private static FrameColumns columns(Input in, Head head) {
        return columns(
                in,
                head,
                rest -> {
                    int[][] others = others(rest, head);
                    return () -> others;
                });
    }

    private static FrameColumns places(Input in, Head head) {
        return columns(
                in,
                head,
                rest -> {
                    int from = rest.position();
                    return () -> others(rest.from(from), head);
                });
    }

    /// @param others what to make of the columns that are not at hand
    private static FrameColumns columns(
            Input in, Head head, Function<Input, Supplier<int[][]>> others) {
        int[][] places = new int[FrameColumns.AT_HAND][];
        long[] times = {};
        for (int column = 0; column < FrameColumns.AT_HAND; column++) {
            if (column == TIME) {
                times = longs(in, head.n);
            } else {
                places[column] = ints(in, head.n);
            }
        }
        return new FrameColumns(head.id, head.source, head.n, places, times, others.apply(in));
    }

    private static int[][] others(Input in, Head head) {
        int sent = head.layout == FIRST_LAYOUT ? COLUMNS_OF_FIRST_LAYOUT : COLUMNS;
        int[][] others = new int[COLUMNS - FrameColumns.AT_HAND][];
        // Layout 1 has no receivers.
        others[RECEIVERS - FrameColumns.AT_HAND] = new int[] {1};
        for (int column = FrameColumns.AT_HAND; column < sent; column++) {
            others[column - FrameColumns.AT_HAND] =
                    column == RECEIVERS ? receivers(longs(in, head.n), head.n) : ints(in, head.n);
        }
        in.expectEnd();
        return others;
    }

    private static SourceClass readSourceClass(Input in) {
        int ordinal = in.int8();
        if (!SourceClass.isOrdinal(ordinal)) {
            throw new FrameDamaged(
                    "source class at byte %d: expected 0 to 2, was %d"
                            .formatted(in.position(), ordinal));
        }
        return SourceClass.of(ordinal);
    }

    /// @param n of an empty frame nothing is said
    private static int[] receivers(long[] sent, int n) {
        int[] receivers = new int[sent.length];
        for (int row = 0; row < Math.min(n, sent.length); row++) {
            if (sent[row] < 1 || sent[row] > Integer.MAX_VALUE) {
                throw new FrameDamaged(
                        "receivers in row %d: expected 1 or more, was %d"
                                .formatted(row, sent[row]));
            }
            receivers[row] = (int) sent[row];
        }
        return receivers;
    }

    /// One value for all rows, or one for each.
    private static long[] longs(Input in, int n) {
        if (isConstant(in, n)) {
            return new long[] {in.signed()};
        }
        long[] values = new long[n];
        long before = 0;
        for (int row = 0; row < n; row++) {
            before += in.signed();
            values[row] = before;
        }
        return values;
    }

    private static int[] ints(Input in, int n) {
        if (isConstant(in, n)) {
            return new int[] {(int) in.signed()};
        }
        int[] values = new int[n];
        long before = 0;
        for (int row = 0; row < n; row++) {
            before += in.signed();
            values[row] = (int) before;
        }
        return values;
    }

    private static boolean isConstant(Input in, int n) {
        int mode = in.int8();
        if (mode == 1) {
            // Every row takes a byte at least: a count beyond that would only ask for memory.
            in.expectAtLeast(n);
        } else if (mode != 0) {
            throw new FrameDamaged(
                    "column mode at byte " + in.position() + ": expected 0 or 1, was " + mode);
        }
        return mode == 0;
    }

    /// The bytes are not a frame, or not a whole one.
    public static final class FrameDamaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FrameDamaged(String message) {
            super(message);
        }
    }

    private static final class Output {
        private byte[] bytes;
        private int size;

        Output(int expected) {
            bytes = new byte[expected];
        }

        void int8(int value) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2);
            }
            bytes[size++] = (byte) value;
        }

        void int32(int value) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                int8(value >>> shift);
            }
        }

        void signed(long value) {
            unsigned((value << 1) ^ (value >> 63));
        }

        void unsigned(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                int8((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            int8((int) rest);
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            unsigned(utf8.length);
            for (byte b : utf8) {
                int8(b);
            }
        }

        byte[] toByteArray() {
            return Arrays.copyOf(bytes, size);
        }
    }

    private static final class Input {
        private final byte[] bytes;
        private int position;

        Input(byte[] bytes) {
            this.bytes = bytes;
        }

        int position() {
            return position;
        }

        /// The same bytes from another place on.
        Input from(int other) {
            var in = new Input(bytes);
            in.position = other;
            return in;
        }

        int int8() {
            expectAtLeast(1);
            return bytes[position++];
        }

        int layout() {
            expectAtLeast(4);
            int found = ByteBuffer.wrap(bytes).getInt();
            position = 4;
            int layout = found ^ MAGIC;
            if (layout < FIRST_LAYOUT || layout > LAYOUT) {
                throw new FrameDamaged("not a frame: starts with 0x%08x".formatted(found));
            }
            return layout;
        }

        long signed() {
            long raw = unsigned();
            return (raw >>> 1) ^ -(raw & 1);
        }

        /// Most differences fit in one byte.
        long unsigned() {
            int first = int8();
            return first >= 0 ? first : longer(first);
        }

        private long longer(int first) {
            long value = first & 0x7F;
            for (int shift = 7; shift < 64; shift += 7) {
                int b = int8();
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw new FrameDamaged("number longer than ten bytes before byte " + position);
        }

        int count(int maximum) {
            long count = unsigned();
            if (count < 0 || count > maximum) {
                throw new FrameDamaged(
                        "count at byte %d: expected up to %d, was %d"
                                .formatted(position, maximum, count));
            }
            return (int) count;
        }

        String text() {
            int length = count(bytes.length - position);
            expectAtLeast(length);
            var text = new String(bytes, position, length, StandardCharsets.UTF_8);
            position += length;
            return text;
        }

        void expectAtLeast(int n) {
            if (bytes.length - position < n) {
                throw new FrameDamaged(
                        "cut short at byte %d: expected %d more, have %d"
                                .formatted(position, n, bytes.length - position));
            }
        }

        void expectEnd() {
            if (position < bytes.length) {
                throw new FrameDamaged(
                        bytes.length - position + " bytes behind the end at byte " + position);
            }
        }
    }
}
