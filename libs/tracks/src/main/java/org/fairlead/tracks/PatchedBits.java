package org.fairlead.tracks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Up to 128 numbers that are zero or positive, most of them small: packed at the width that costs
/// least, the few that are larger patched in behind (the idea of PFOR).
///
/// ```
/// byte                      bits 0–5 width w, bit 6: there are exceptions
/// n × w bits                the low bits of each, first number in the lowest bits
/// [byte count, count × (byte index), count × varint (number >>> w)]
/// ```
///
/// A run is width 0 with an exception where it ends.
///
/// One writes after another what it is given, of one thread; reading needs none.
final class PatchedBits {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WIDEST = 56;
    private static final int EXCEPTIONS = 0x40;
    private static final int MOST_EXCEPTIONS = 127;

    /// How many numbers have so many bits: kept, because making one for each column costs more than
    /// filling it.
    private final int[] byBits = new int[65];

    /// What exceptions beyond a width take, without their rows.
    private final int[] beyondBytes = new int[65];

    /// Bytes that the numbers take at their best width.
    int cost(long[] numbers, int n) {
        return (int) (best(numbers, n) >>> 8);
    }

    void write(Output out, long[] numbers, int n) {
        int width = (int) (best(numbers, n) & 0xff);
        int exceptions = 0;
        for (int i = 0; i < n; i++) {
            exceptions += isWider(numbers[i], width) ? 1 : 0;
        }
        out.int8(width | (exceptions > 0 ? EXCEPTIONS : 0));
        pack(out, numbers, n, width);
        if (exceptions == 0) {
            return;
        }
        out.int8(exceptions);
        for (int i = 0; i < n; i++) {
            if (isWider(numbers[i], width)) {
                out.int8(i);
            }
        }
        for (int i = 0; i < n; i++) {
            if (isWider(numbers[i], width)) {
                out.unsigned(numbers[i] >>> width);
            }
        }
    }

    private static boolean isWider(long number, int width) {
        return bits(number) > width;
    }

    private static int bits(long number) {
        return 64 - Long.numberOfLeadingZeros(number);
    }

    /// Cost in the upper bits, width in the lowest eight.
    private long best(long[] numbers, int n) {
        long all = 0;
        for (int i = 0; i < n; i++) {
            all |= numbers[i];
        }
        // A width that holds all of them has no exceptions, and every greater one costs more.
        int widest = bits(all);
        if (widest == 0) {
            return 1L << 8;
        }
        Arrays.fill(byBits, 0, widest + 1, 0);
        for (int i = 0; i < n; i++) {
            byBits[bits(numbers[i])]++;
        }
        // From the widest down: an exception of so many bits beyond the width takes a byte for each
        // seven of them, so those of a width take one each, and what those of seven bits more take.
        long best = Long.MAX_VALUE;
        int exceptions = 0;
        for (int width = widest; width >= 0; width--) {
            exceptions += width < widest ? byBits[width + 1] : 0;
            int beyond = exceptions + (width + 7 <= widest ? beyondBytes[width + 7] : 0);
            beyondBytes[width] = beyond;
            int bytes = 1 + (n * width + 7) / 8 + exceptions + beyond + (exceptions > 0 ? 1 : 0);
            if (width <= WIDEST && exceptions <= MOST_EXCEPTIONS) {
                best = Math.min(best, (long) bytes << 8 | width);
            }
        }
        return best;
    }

    private static void pack(Output out, long[] numbers, int n, int width) {
        if (width == 0) {
            return;
        }
        long mask = -1L >>> (64 - width);
        long pending = 0;
        int filled = 0;
        for (int i = 0; i < n; i++) {
            // At most seven bits are left over, so 56 more always fit.
            pending |= (numbers[i] & mask) << filled;
            for (filled += width; filled >= 8; filled -= 8) {
                out.int8((int) pending);
                pending >>>= 8;
            }
        }
        if (filled > 0) {
            out.int8((int) pending);
        }
    }

    static void read(Input in, long[] into, int n) throws SegmentDamaged {
        read(in, into, n, n);
    }

    /// Only the first of them; the others are passed over.
    static void read(Input in, long[] into, int n, int wanted) throws SegmentDamaged {
        int head = in.int8();
        int width = head & 0x3f;
        if (width > WIDEST) {
            throw new SegmentDamaged(
                    "width at byte %d: expected 0 to %d, was %d"
                            .formatted(in.position() - 1, WIDEST, width));
        }
        int from = in.skip((n * width + 7) / 8);
        unpack(in.bytes(), from, into, wanted, width);
        if ((head & EXCEPTIONS) != 0) {
            patch(in, into, n, wanted, width);
        }
    }

    private static void unpack(byte[] bytes, int from, long[] into, int n, int width) {
        if (width == 0) {
            Arrays.fill(into, 0, n, 0);
            return;
        }
        long mask = -1L >>> (64 - width);
        int eights = width > 16 ? 0 : eights(bytes, from, into, n, width);
        int fast = Math.min(n, Math.max(0, ((bytes.length - 8 - from) * 8 + 7) / width));
        for (int i = 8 * eights; i < fast; i++) {
            int bit = i * width;
            into[i] = ((long) LONGS.get(bytes, from + (bit >>> 3)) >>> (bit & 7)) & mask;
        }
        for (int i = Math.max(fast, 8 * eights); i < n; i++) {
            int bit = i * width;
            into[i] = (lastBytes(bytes, from + (bit >>> 3)) >>> (bit & 7)) & mask;
        }
    }

    /// Eight numbers take as many bytes as one has bits, and begin with a byte: two words hold four
    /// of them each.
    private static int eights(byte[] bytes, int from, long[] into, int n, int width) {
        int half = width >>> 1;
        int shift = (width & 1) << 2;
        int last = bytes.length - 8 - from - half;
        int eights = last < 0 ? 0 : Math.min(n >>> 3, last / width + 1);
        long mask = (1L << width) - 1;
        int second = 2 * width;
        int third = 3 * width;
        for (int eight = 0; eight < eights; eight++) {
            int at = from + eight * width;
            long low = (long) LONGS.get(bytes, at);
            long high = (long) LONGS.get(bytes, at + half) >>> shift;
            int i = eight << 3;
            into[i] = low & mask;
            into[i + 1] = low >>> width & mask;
            into[i + 2] = low >>> second & mask;
            into[i + 3] = low >>> third & mask;
            into[i + 4] = high & mask;
            into[i + 5] = high >>> width & mask;
            into[i + 6] = high >>> second & mask;
            into[i + 7] = high >>> third & mask;
        }
        return eights;
    }

    /// The bytes from one to the last, of which there are eight at most.
    private static long lastBytes(byte[] bytes, int from) {
        long word = 0;
        for (int i = bytes.length - 1; i >= from; i--) {
            word = word << 8 | (bytes[i] & 0xff);
        }
        return word;
    }

    private static void patch(Input in, long[] into, int n, int wanted, int width)
            throws SegmentDamaged {
        int exceptions = in.int8() & 0xff;
        int indexes = in.skip(exceptions);
        for (int i = 0; i < exceptions; i++) {
            int row = in.bytes()[indexes + i] & 0xff;
            if (row >= n) {
                throw new SegmentDamaged(
                        "exception at byte %d: expected a row below %d, was %d"
                                .formatted(indexes + i, n, row));
            }
            long high = in.unsigned();
            if (row < wanted) {
                into[row] |= high << width;
            }
        }
    }
}
