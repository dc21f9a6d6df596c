package org.fairlead.nmea;

/// The first fourteen bytes of the sentences that are read quickly, as two words.
///
/// ```
/// !AIVDM,1 ,1,,A,··     a message in one sentence
/// !AIVDM,2 ,1,3,A,·     the first of two, the second has `,2,3,A,`
/// ```
///
/// Talker and channel may be anything but what separates: no line break, star or comma. Own ship's
/// sentences (VDO) are rare, and not read here.
final class QuickHead {

    static final int MOST_MMSI = 999_999_999;

    private static final long HEAD_MASK = 0xffff_ffff_ff00_00ffL;
    private static final long SINGLE = EightBytes.of("!\0\0VDM,1");
    private static final long TWO = EightBytes.of("!\0\0VDM,2");
    private static final long SINGLE_MASK = 0x0000_ff00_ffff_ffffL;
    private static final long SINGLE_NEXT = EightBytes.of(",1,,\0,\0\0");
    private static final long NO_CHANNEL_MASK = 0xff_ffff_ffffL;
    private static final long NO_CHANNEL = EightBytes.of(",1,,,\0\0\0");
    private static final long PART_MASK = 0x00ff_00ff_00ff_ffffL;
    private static final long SEVERAL_MASK = 0x00ff_ffff_ff00_00ffL;
    private static final long SEVERAL = EightBytes.of("!\0\0VDM,\0");
    private static final long ANY_PART_MASK = 0x00ff_00ff_00ff_00ffL;
    private static final long ANY_PART = EightBytes.of(",\0,\0,\0,\0");
    private static final long FIRST = EightBytes.of(",1,\0,\0,\0");
    private static final long SECOND = EightBytes.of(",2,\0,\0,\0");

    private QuickHead() {}

    static boolean isSingle(long head, long next) {
        // One comparison for the three free bytes: nothing is gained by an early end.
        return (head & HEAD_MASK) == SINGLE
                && (next & SINGLE_MASK) == SINGLE_NEXT
                && noneSeparates((int) (head >>> 8) & 0xffff | (int) (next >>> 16) & 0xff_0000);
    }

    /// The same where the channel is not given, as in one of seventy lines of world traffic: all
    /// behind it stands one byte earlier.
    static boolean isSingleWithoutChannel(long head, long next) {
        return (head & HEAD_MASK) == SINGLE
                && (next & NO_CHANNEL_MASK) == NO_CHANNEL
                && hasTalker(head);
    }

    /// Whether a line may be for [QuickReports].
    static boolean mayBeReport(long head) {
        return (head & HEAD_MASK) == SINGLE || (byte) head == '\\';
    }

    /// Whether a line may be any of those read quickly.
    static boolean mayBeQuick(long head) {
        return mayBeReport(head) || isOfSeveral(head);
    }

    static boolean isOfTwo(long head) {
        return (head & HEAD_MASK) == TWO;
    }

    static boolean isFirst(long head, long next) {
        return isPart(head, next, FIRST);
    }

    static boolean isSecond(long head, long next) {
        return isPart(head, next, SECOND);
    }

    /// Whether a line may be a part of a message in several.
    static boolean isOfSeveral(long head) {
        return (head & SEVERAL_MASK) == SEVERAL && total(head) >= 2 && total(head) <= 9;
    }

    /// Any part of any message in several.
    static boolean isPart(long head, long next) {
        var number = number(next);
        return isOfSeveral(head)
                && number >= 1
                && number <= total(head)
                && (next & ANY_PART_MASK) == ANY_PART
                && isPartsRest(head, next);
    }

    /// Of a part: how many its message has.
    static int total(long head) {
        return (byte) (head >>> 56) - '0';
    }

    /// From 1.
    static int number(long next) {
        return (byte) (next >>> 8) - '0';
    }

    static int sequence(long next) {
        return (byte) (next >>> 24) - '0';
    }

    static byte channel(long next) {
        return (byte) (next >>> 40);
    }

    private static boolean isPart(long head, long next, long wanted) {
        return isOfTwo(head) && (next & PART_MASK) == wanted && isPartsRest(head, next);
    }

    private static boolean isPartsRest(long head, long next) {
        var sequence = sequence(next);
        return sequence >= 0 && sequence <= 9 && channel(next) > ',' && hasTalker(head);
    }

    private static boolean hasTalker(long head) {
        return noneSeparates((int) (head >>> 8) & 0xffff | '-' << 16);
    }

    /// Whether three bytes are characters behind the comma, as line break and star are not.
    private static boolean noneSeparates(int three) {
        var behind = (three & 0x7f_7f7f) + (0x80 - '-') * 0x1_0101;
        return (behind & ~three & 0x80_8080) == 0x80_8080;
    }
}
