package org.fairlead.nmea;

/// Checksums: two hexadecimal digits after `*`, the exclusive or of what stands before.
final class Hex {

    private Hex() {}

    /// The two digits at `at`, or -1 when they are not there.
    static int pair(byte[] text, int at, int to) {
        if (at + 2 > to) {
            return -1;
        }
        var high = Character.digit(text[at], 16);
        var low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static int checksum(byte[] text, int from, int to) {
        var sum = 0;
        for (var at = from; at < to; at++) {
            sum ^= text[at];
        }
        return sum & 0xff;
    }
}
