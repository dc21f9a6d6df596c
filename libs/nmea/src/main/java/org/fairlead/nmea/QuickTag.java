package org.fairlead.nmea;

/// The tag block nearly all receivers of a network write, read in registers.
///
/// ```
/// \s:r003669930,c:1700000000*5E\!AIVDM…      a name of 1 to 15 bytes, then the second
/// \c:1700000000*5E\!AIVDM…                   the second alone
/// \g:1-2-77,s:…,c:…*hh\ … \g:2-2-77*hh\     either of a group of two lines, of which the other
/// \g:1-2-77,c:…*hh\ … \g:2-2-77,c:…*hh\     may name the same second again
/// ```
///
/// A block in any other form is declined and left to [LineContext], which needs three passes over
/// it and keeps what it says for the next sentence: about twice the time.
final class QuickTag {

    private static final long COMMAS = EightBytes.repeated(',');
    private static final long ZEROES = EightBytes.repeated('0');

    /// `\s:`, and `s:` as a part of the checksum.
    private static final long STATION = '\\' | 's' << 8 | ':' << 16;

    private static final int STATION_SUM = 's' ^ ':';

    private static final long THREE = 0xff_ffff;

    /// `\c:`.
    private static final long CLOCK_ALONE = '\\' | 'c' << 8 | ':' << 16;

    /// `,c:` before five digits; with five more, `*hh\` behind.
    private static final long CLOCK = ',' | 'c' << 8 | ':' << 16;

    private static final int CLOCK_BYTES = 17;
    private static final int CLOCK_STAR = 13;

    /// `*hh\` by the checksum, as it is nearly always written.
    private static final long[] ENDS = ends();

    /// `\g:1-2-` and what follows it.
    private static final long FIRST_OF_TWO = EightBytes.of("\\g:1-2-\0");

    private static final long SECOND_OF_TWO = EightBytes.of("\\g:2-2-\0");
    private static final long GROUP_MASK = 0xff_ffff_ffff_ffffL;
    private static final int GROUP = 7;

    private final Sources sources;
    private long lastClock;
    private long lastDigits;
    private long millis = LineDecoder.TIME_ABSENT;
    private int source;
    private long group;
    private long groupDigits;
    private int groupLength;

    QuickTag(Sources sources) {
        this.sources = sources;
    }

    /// Of the last block read.
    int source() {
        return source;
    }

    /// Milliseconds since 1970; of the last block read.
    long millis() {
        return millis;
    }

    /// Where the sentence behind the block begins, or -1 when the block is declined.
    ///
    /// @param at of the backslash; [QuickSentence#ROOM] bytes of the buffer must follow
    /// @param to end of the bytes; the array may be longer
    int read(byte[] text, int at, int to) {
        var begin = EightBytes.four(text, at) & THREE;
        if (begin == STATION) {
            return named(text, at + 3, to, STATION_SUM);
        }
        // The backslash stands in the comma's place, and outside the checksum.
        return begin == CLOCK_ALONE ? unnamed(text, at, to, '\\') : -1;
    }

    /// The same of the first block of a group of two: `\g:1-2-77,s:…,c:…*hh\`, with a group of 1 to
    /// 7 digits.
    int readGroup(byte[] text, int at, int to) {
        var id = EightBytes.at(text, at + GROUP);
        var length = EightBytes.first(EightBytes.equal(id, COMMAS));
        if ((EightBytes.at(text, at) & GROUP_MASK) != FIRST_OF_TWO || length == 0 || length > 7) {
            return -1;
        }
        groupDigits = EightBytes.lowest(id, length);
        groupLength = length;
        var station = at + GROUP + length;
        var digits = groupDigits | ZEROES << 8 * length;
        if (EightBytes.notDigits(digits) != 0) {
            return -1;
        }
        group = LineContext.hash(text, at + GROUP, station);
        var sum = EightBytes.folded(FIRST_OF_TWO ^ groupDigits) ^ '\\';
        var next = EightBytes.four(text, station) & THREE;
        if (next == (',' | STATION & 0xffff00)) {
            return named(text, station + 3, to, sum ^ ',' ^ STATION_SUM);
        }
        return next == CLOCK ? unnamed(text, station, to, sum) : -1;
    }

    /// Where the sentence behind the second block of that group begins, `\g:2-2-77*hh\`, or -1.
    int readGroupsSecond(byte[] text, int at, int to) {
        var end = at + GROUP + groupLength;
        if ((EightBytes.at(text, at) & GROUP_MASK) != SECOND_OF_TWO
                || EightBytes.lowest(EightBytes.at(text, at + GROUP), groupLength) != groupDigits) {
            return -1;
        }
        var sum = EightBytes.folded(SECOND_OF_TWO ^ groupDigits) ^ '\\';
        if (text[end] == ',') {
            // Another time would have to move the clocks a second time.
            return isLastClock(text, end) ? clock(text, end, to, 0, sum) : -1;
        }
        return end + 3 < to && isEnd(text, end, sum) ? end + 4 : -1;
    }

    private boolean isLastClock(byte[] text, int comma) {
        return EightBytes.at(text, comma) == lastClock
                && (EightBytes.at(text, comma + 8) & 0xff_ffff_ffffL) == lastDigits;
    }

    /// Of the group read last, as [LineContext] has it.
    long group() {
        return group;
    }

    private int named(byte[] text, int name, int to, int sumBefore) {
        var first = EightBytes.at(text, name);
        var second = 0L;
        var length = EightBytes.first(EightBytes.equal(first, COMMAS));
        if (length < 8) {
            first = EightBytes.lowest(first, length);
        } else {
            second = EightBytes.at(text, name + 8);
            var rest = EightBytes.first(EightBytes.equal(second, COMMAS));
            if (rest == 8) {
                return -1;
            }
            second = EightBytes.lowest(second, rest);
            length += rest;
        }
        var comma = name + length;
        var end = clock(text, comma, to, first ^ second, sumBefore);
        if (end < 0 || length == 0) {
            return -1;
        }
        // A name has no more than fifteen bytes: the last one of the second word is free.
        second |= (long) length << 56;
        source = sources.quickIndexOf(first, second, text, name, comma);
        return source == Sources.NO_NAME ? -1 : end;
    }

    private int unnamed(byte[] text, int comma, int to, int sumBefore) {
        source = Sources.ABSENT;
        return clock(text, comma, to, 0, sumBefore);
    }

    /// Reads `,c:1700000000*hh\`, and says where the block ends.
    ///
    /// @param comma or what stands in its place
    /// @param wordsBefore a part of what the checksum covers before it, and `sumBefore` the rest
    private int clock(byte[] text, int comma, int to, long wordsBefore, int sumBefore) {
        var clock = EightBytes.at(text, comma);
        var fiveDigits = EightBytes.at(text, comma + 8) & 0xff_ffff_ffffL;
        var sum = EightBytes.folded(wordsBefore ^ clock ^ fiveDigits) ^ sumBefore;
        var end = comma + CLOCK_BYTES;
        return end <= to
                        && isEnd(text, comma + CLOCK_STAR, sum)
                        && tellsTime(clock & ~0xffL | ',', fiveDigits)
                ? end
                : -1;
    }

    private static boolean isEnd(byte[] text, int star, int sum) {
        return EightBytes.four(text, star) == ENDS[sum] || isOtherEnd(text, star, sum);
    }

    /// With digits in lower case.
    private static boolean isOtherEnd(byte[] text, int star, int sum) {
        return text[star] == '*'
                && text[star + 3] == '\\'
                && Hex.pair(text[star + 1], text[star + 2]) == sum;
    }

    private static long[] ends() {
        var ends = new long[256];
        for (var sum = 0; sum < 256; sum++) {
            var hex = "%02X".formatted(sum);
            ends[sum] = '*' | hex.charAt(0) << 8 | hex.charAt(1) << 16 | (long) '\\' << 24;
        }
        return ends;
    }

    /// Reads the time, unless it is the one read last: many lines in a row name the same second.
    private boolean tellsTime(long clock, long fiveDigits) {
        return (clock == lastClock && fiveDigits == lastDigits) || tellsNewTime(clock, fiveDigits);
    }

    private boolean tellsNewTime(long clock, long fiveDigits) {
        // Eight digits in one word, two in the other.
        var eight = clock >>> 24 | fiveDigits << 40;
        var two = fiveDigits >>> 24 | ZEROES << 16;
        if ((clock & 0xff_ffff) != CLOCK
                || (EightBytes.notDigits(eight) | EightBytes.notDigits(two)) != 0) {
            return false;
        }
        var hundreds = EightBytes.number(eight) * 100L;
        var tens = ((two & 0xff) - '0') * 10 + (two >>> 8 & 0xff) - '0';
        var told = EpochText.plausible((hundreds + tens) * 1_000);
        if (told == LineDecoder.TIME_ABSENT) {
            return false;
        }
        lastClock = clock;
        lastDigits = fiveDigits;
        millis = told;
        return true;
    }
}
