package org.fairlead.nmea;

/// Where a sentence of any length ends, and whether its checksum is right.
final class QuickSentence {

    /// Words are read whole, so this much of the buffer must follow a sentence's start; one whose
    /// star stands further than [#FARTHEST_STAR] on is declined. The standard's longest has 82
    /// bytes.
    static final int ROOM = 128;

    private static final int FARTHEST_STAR = ROOM - 40;
    private static final long STARS = EightBytes.repeated('*');

    private int star;

    /// Where the next line begins behind the sentence that begins at `from`, or -1: what follows
    /// the payload is to be `,f*hh` with a right checksum, and then the end of the line.
    ///
    /// @param to end of the bytes; the array may be longer
    int read(byte[] buffer, int from, int to) {
        star = star(buffer, from);
        if (star < 0) {
            return -1;
        }
        var end = star + 3;
        if (buffer[end] == '\r') {
            end++;
        }
        var fill = fillBits(buffer);
        return end < to && buffer[end] == '\n' && buffer[star - 2] == ',' && fill >= 0 && fill <= 5
                ? end + 1
                : -1;
    }

    /// Where the payload of the sentence read last ends.
    int payloadEnd() {
        return star - 2;
    }

    int fillBits(byte[] buffer) {
        return buffer[star - 1] - '0';
    }

    int checksum(byte[] buffer) {
        return Hex.pair(buffer[star + 1], buffer[star + 2]);
    }

    /// Where the checksum begins, if it is near and right; otherwise -1.
    private static int star(byte[] buffer, int from) {
        var sum = EightBytes.at(buffer, from) ^ EightBytes.at(buffer, from + 8);
        var star = from + 16;
        var word = EightBytes.at(buffer, star);
        var marks = EightBytes.equal(word, STARS);
        while (marks == 0) {
            sum ^= word;
            star += 8;
            if (star > from + FARTHEST_STAR) {
                return -1;
            }
            word = EightBytes.at(buffer, star);
            marks = EightBytes.equal(word, STARS);
        }
        var rest = EightBytes.first(marks);
        sum ^= EightBytes.lowest(word, rest);
        star += rest;
        var checksum = EightBytes.folded(sum) ^ '!';
        return Hex.pair(buffer[star + 1], buffer[star + 2]) == checksum ? star : -1;
    }
}
