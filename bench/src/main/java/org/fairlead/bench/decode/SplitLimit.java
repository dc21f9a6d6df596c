package org.fairlead.bench.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The least that any decoder of such a log must do: find where each line ends and verify its
/// checksum, eight bytes at a time. What a decoder does more than this is decoding.
final class SplitLimit {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long STARS = 0x2a2a_2a2a_2a2a_2a2aL;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;

    private SplitLimit() {}

    /// How many lines `!…*hh` of a log without tag blocks have a right checksum.
    ///
    /// @param to end of the log; at least eight bytes of the array must follow it
    static long rightChecksums(byte[] log, int to) {
        var right = 0L;
        var at = 0;
        while (at < to) {
            var sum = 0L;
            var star = at;
            var word = (long) LONGS.get(log, star);
            var marks = starsIn(word);
            while (marks == 0 && star + 8 < to) {
                sum ^= word;
                star += 8;
                word = (long) LONGS.get(log, star);
                marks = starsIn(word);
            }
            var rest = Long.numberOfTrailingZeros(marks) >>> 3;
            sum ^= word & ((1L << (8 * rest)) - 1);
            star += rest;
            sum ^= sum >>> 32;
            sum ^= sum >>> 16;
            sum ^= sum >>> 8;
            var stated = digit(log[star + 1]) << 4 | digit(log[star + 2]);
            right += ((int) sum & 0xff ^ '!') == stated ? 1 : 0;
            at = star + 3;
            while (at < to && log[at] != '\n') {
                at++;
            }
            at++;
        }
        return right;
    }

    private static long starsIn(long word) {
        var different = word ^ STARS;
        return (different - ONES) & ~different & HIGH;
    }

    private static int digit(byte hex) {
        return hex <= '9' ? hex - '0' : hex - 'A' + 10;
    }
}
