package org.fairlead.nmea;

/// What stands behind a payload, mostly one without fill bits, as one word: `,0*hh⏎`, perhaps with
/// a carriage return before the line break.
final class QuickTail {

    private static final int LENGTH = 6;
    private static final int NONE = Integer.MIN_VALUE;

    /// `,0*`.
    private static final int BEGIN = ',' | '0' << 8 | '*' << 16;

    /// The `!` in front is not covered by the checksum, the `,0` is.
    private static final int UNCOVERED = '!' ^ ',' ^ '0';

    /// The whole of it, by the exclusive or of all that stands before.
    private static final long[] TAILS = tails();

    /// What differs from that where there is a carriage return; the last byte does not belong to
    /// it.
    private static final long RETURN = ((long) ('\r' ^ '\n') << 40 | (long) '\n' << 48) << 8;

    private QuickTail() {}

    /// Whether it is something else already by its first three bytes.
    static boolean isOther(long tail) {
        return (int) tail << 8 != BEGIN << 8;
    }

    /// Its length, or a large negative number where it is not the one wanted: hexadecimal digits in
    /// lower case are left to others too.
    ///
    /// @param sum exclusive or of all that stands before it
    static int length(long tail, int sum) {
        var difference = tail ^ TAILS[sum];
        if (difference << 16 == 0) {
            return LENGTH;
        }
        return difference << 8 == RETURN ? LENGTH + 1 : NONE;
    }

    /// The same where there may be fill bits.
    static int lengthWithFillBits(long tail, int sum) {
        var fill = fillBits(tail);
        // They are in the sum too, and differ from none by as many.
        return fill >= 0 && fill <= 5 ? length(tail ^ fill << 8, sum ^ fill) : NONE;
    }

    /// How many bits at the end of a payload are none of the message's: 0 to 5 where the length is
    /// one.
    static int fillBits(long tail) {
        return (byte) (tail >>> 8) - '0';
    }

    /// Whether the digits, in upper case or lower, are those of another checksum, or are none.
    static boolean isWrong(long tail, int sum) {
        return Hex.pair((byte) (tail >>> 24), (byte) (tail >>> 32)) != (sum ^ UNCOVERED);
    }

    private static long[] tails() {
        var digits = "0123456789ABCDEF";
        var tails = new long[256];
        for (var sum = 0; sum < 256; sum++) {
            var checksum = sum ^ UNCOVERED;
            var high = digits.charAt(checksum >>> 4);
            var low = digits.charAt(checksum & 0xf);
            tails[sum] = EightBytes.of(",0*" + high + low + "\n\0\0");
        }
        return tails;
    }
}
