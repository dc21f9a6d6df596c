package org.fairlead.nmea;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of text at once in a `long`, the first one lowest.
///
/// The hot path's instruments: a sentence of 47 bytes is six of these. Each trick works on all
/// eight bytes without one of them carrying into the next; where a borrow is possible, the doc says
/// which result is exact.
final class EightBytes {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long ZEROES = '0' * ONES;
    private static final long SIXES = 0x3f3f_3f3f_3f3f_3f3fL;
    private static final long OVER_SIX_BITS = ~SIXES;

    /// Takes the characters of the second range, which begins with `` ` ``, to the high bit.
    private static final long TO_SECOND_RANGE = (0x80 - '`') * ONES;

    private EightBytes() {}

    /// The bytes `text[at..at+8)`, which must exist.
    static long at(byte[] text, int at) {
        return (long) LONGS.get(text, at);
    }

    /// Writes the bytes `text[at..at+8)`, which must exist.
    static void put(byte[] text, int at, long eight) {
        LONGS.set(text, at, eight);
    }

    /// The bytes `text[at..at+4)`, which must exist, the upper half zero.
    static long four(byte[] text, int at) {
        return (int) INTS.get(text, at) & 0xffff_ffffL;
    }

    /// Four bytes, zeros behind them, with the digit `0` there instead.
    static long filled(long four) {
        return four | ZEROES << 32;
    }

    static long of(String eight) {
        var value = 0L;
        for (var i = 0; i < 8; i++) {
            value |= (eight.charAt(i) & 0xffL) << (8 * i);
        }
        return value;
    }

    static long repeated(char c) {
        return c * ONES;
    }

    /// Marks the bytes equal to those of `wanted`; only the lowest mark is exact, and zero is.
    static long equal(long bytes, long wanted) {
        var different = bytes ^ wanted;
        return (different - ONES) & ~different & HIGH;
    }

    /// Index of the lowest mark.
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /// The lowest `count` bytes, 0 to 7; the others zero.
    static long lowest(long bytes, int count) {
        return bytes & ((1L << (8 * count)) - 1);
    }

    /// Exclusive or of the eight bytes.
    static int folded(long bytes) {
        var half = bytes ^ bytes >>> 32;
        half ^= half >>> 16;
        half ^= half >>> 8;
        return (int) half & 0xff;
    }

    /// Zero where all eight are armour characters (IEC 61162-1: `0` to `W` and `` ` `` to `w`).
    static long notArmour(long bytes) {
        return notArmour(values(bytes), gap(bytes));
    }

    /// The same for several words at once, of which [#values] and [#gap] are or-ed together.
    ///
    /// The lowest byte of a word that is no armour always leaves a mark, because those below it
    /// neither carry nor borrow.
    static long notArmour(long values, long gap) {
        return values & OVER_SIX_BITS | gap & HIGH;
    }

    /// What each armour character stands for, in its byte. Of any other it is more than six bits,
    /// unless it lies in the [#gap].
    static long values(long armour) {
        // The second range lies eight too high: 0x80 >> 4.
        var upper = armour + TO_SECOND_RANGE & HIGH;
        return armour - ZEROES - (upper >>> 4);
    }

    /// A high bit where a character lies between the two ranges, `X` to `_`: eight places more take
    /// just those over the border at which the second range begins.
    static long gap(long bytes) {
        return bytes + TO_SECOND_RANGE + 8 * ONES ^ bytes + TO_SECOND_RANGE;
    }

    /// The 48 bits of eight armour characters, the first one's highest. Wrong for any others.
    static long sixBits(long armour) {
        return packed(values(armour));
    }

    /// The 48 bits of eight [#values].
    static long packed(long values) {
        var sixes = Long.reverseBytes(values);
        return BitCompression.IS_QUICK ? Long.compress(sixes, SIXES) : compressed(sixes);
    }

    /// The same as `Long.compress(sixes, SIXES)`, in nine steps: 8 × 6 bits in 8 → 4 × 12 in 16 → 2
    /// × 24 in 32 → 48.
    static long compressed(long sixes) {
        var twelves = (sixes & 0x3f00_3f00_3f00_3f00L) >>> 2 | (sixes & 0x003f_003f_003f_003fL);
        var twentyFours =
                (twelves & 0x0fff_0000_0fff_0000L) >>> 4 | (twelves & 0x0000_0fff_0000_0fffL);
        return twentyFours >>> 8 & 0xffff_ff00_0000L | twentyFours & 0xff_ffffL;
    }

    /// Zero where all eight are decimal digits.
    static long notDigits(long bytes) {
        var from0 = bytes + (0x80 - '0') * ONES;
        var from10 = bytes + (0x80 - ':') * ONES;
        return (bytes | ~from0 | from10) & HIGH;
    }

    /// The number eight decimal digits make, the first one highest. Wrong for any others.
    static int number(long digits) {
        var ones = digits - '0' * ONES;
        var tens = ones * 10 + (ones >>> 8);
        // Every second byte now holds a pair's value; two multiplications weigh and add the four.
        var high = (tens & 0x0000_00ff_0000_00ffL) * (100L + (1_000_000L << 32));
        var low = (tens >>> 16 & 0x0000_00ff_0000_00ffL) * (1L + (10_000L << 32));
        return (int) (high + low >>> 32);
    }
}
