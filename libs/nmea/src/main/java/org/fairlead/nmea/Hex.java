package org.fairlead.nmea;

import java.util.Arrays;

/// Checksums: two hexadecimal digits after `*`, the exclusive or of what stands before.
final class Hex {

    private static final byte[] DIGITS = digits();
    private static final long STARS = EightBytes.repeated('*');

    /// Longer than lines with a sentence are.
    private static final int SHORT = 256;

    private Hex() {}

    /// The two digits at `at`, or -1 when they are not there.
    static int pair(byte[] text, int at, int to) {
        return at + 2 > to ? -1 : pair(text[at], text[at + 1]);
    }

    /// The value of two digits, or a negative number when one is none.
    static int pair(byte high, byte low) {
        // A byte that is no digit is -1 in the table, and its sign survives both the shift and or.
        return DIGITS[high & 0xff] << 4 | DIGITS[low & 0xff];
    }

    /// Index of the first `*`, or `to`.
    static int star(byte[] text, int from, int to) {
        return find(STARS, (byte) '*', text, from, to);
    }

    /// Index of the first such byte, or `to`.
    static int find(char wanted, byte[] text, int from, int to) {
        return find(EightBytes.repeated(wanted), (byte) wanted, text, from, to);
    }

    private static int find(long eight, byte one, byte[] text, int from, int to) {
        var at = from;
        // Looks past the end where the array goes on: one loop, of which the processor learns the
        // length, rather than two.
        for (var last = Math.min(to - 1, text.length - 8); at <= last; at += 8) {
            var marks = EightBytes.equal(EightBytes.at(text, at), eight);
            if (marks != 0) {
                return Math.min(at + EightBytes.first(marks), to);
            }
            if (at - from == SHORT) {
                at = skip(eight, text, at, last - 24);
            }
        }
        while (at < to && text[at] != one) {
            at++;
        }
        return Math.min(at, to);
    }

    /// Goes on by 32 bytes a step, for a line of megabytes; from the result on at most 40 are
    /// without the wanted one.
    private static int skip(long eight, byte[] text, int from, int last) {
        var at = from;
        while (at + 32 <= last
                && (EightBytes.equal(EightBytes.at(text, at + 8), eight)
                                | EightBytes.equal(EightBytes.at(text, at + 16), eight)
                                | EightBytes.equal(EightBytes.at(text, at + 24), eight)
                                | EightBytes.equal(EightBytes.at(text, at + 32), eight))
                        == 0) {
            at += 32;
        }
        return at;
    }

    /// Index of the first of two bytes, or `to`.
    static int findEither(char one, char other, byte[] text, int from, int to) {
        var ones = EightBytes.repeated(one);
        var others = EightBytes.repeated(other);
        var at = from;
        for (var last = Math.min(to - 1, text.length - 8); at <= last; at += 8) {
            var word = EightBytes.at(text, at);
            var marks = EightBytes.equal(word, ones) | EightBytes.equal(word, others);
            if (marks != 0) {
                return Math.min(at + EightBytes.first(marks), to);
            }
        }
        while (at < to && text[at] != one && text[at] != other) {
            at++;
        }
        return Math.min(at, to);
    }

    /// The first `*` and the exclusive or of what stands before it, in one pass: the index, or
    /// `to`, and 2³² times the sum.
    static long starAndChecksum(byte[] text, int from, int to) {
        var eight = 0L;
        var at = from;
        for (var last = Math.min(to - 1, text.length - 8); at <= last; at += 8) {
            var word = EightBytes.at(text, at);
            var marks = EightBytes.equal(word, STARS);
            if (marks != 0) {
                var rest = EightBytes.first(marks);
                var sum = EightBytes.folded(eight ^ EightBytes.lowest(word, rest));
                return (long) sum << 32 | Math.min(at + rest, to);
            }
            eight ^= word;
        }
        var sum = EightBytes.folded(eight);
        while (at < to && text[at] != '*') {
            sum ^= text[at++];
        }
        return (sum & 0xffL) << 32 | Math.min(at, to);
    }

    static int checksum(byte[] text, int from, int to) {
        var eight = 0L;
        var at = from;
        for (; at + 8 <= to; at += 8) {
            eight ^= EightBytes.at(text, at);
        }
        if (at + 8 <= text.length) {
            return EightBytes.folded(eight ^ EightBytes.lowest(EightBytes.at(text, at), to - at));
        }
        var sum = EightBytes.folded(eight);
        for (; at < to; at++) {
            sum ^= text[at];
        }
        return sum & 0xff;
    }

    private static byte[] digits() {
        var digits = new byte[256];
        Arrays.fill(digits, (byte) -1);
        for (var value = 0; value < 16; value++) {
            digits["0123456789ABCDEF".charAt(value)] = (byte) value;
            digits["0123456789abcdef".charAt(value)] = (byte) value;
        }
        return digits;
    }
}
