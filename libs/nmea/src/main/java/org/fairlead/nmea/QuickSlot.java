package org.fairlead.nmea;

/// Sentences with a payload of 28 characters, 168 bits, what one slot carries: messages 1 to 4, 9,
/// 11, 18, 24 and others, nine of ten lines.
///
/// ```
/// !AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23⏎
/// └─head─┘└next─┘                                      each thing is where it always is,
///               └──a───┘└──b───┘└──c───┘└d─┘└tail─┘    so that nothing is searched
/// ```
///
/// All of it is in seven registers at once. Their exclusive or is the checksum, because in that it
/// does not matter where in a word a byte stands; the tail is compared with the one text it can be
/// then; and all fields that have a column lie in `a` to `c`. With the general [QuickSentence] and
/// [Payload] instead a class A report costs half as much again.
final class QuickSlot {

    private static final int PAYLOAD = 14;
    private static final int CHARACTERS = 28;
    private static final int LINE = PAYLOAD + CHARACTERS + 6;
    private static final long ZEROES = EightBytes.repeated('0');

    /// `,0*`.
    private static final int TAIL = ',' | '0' << 8 | '*' << 16;

    /// `,0*hh⏎` behind the payload, by the exclusive or of all that stands before.
    private static final long[] TAILS = tails();

    /// What differs from that where a carriage return stands before the line break.
    private static final long RETURN = (long) ('\r' ^ '\n') << 40 | (long) '\n' << 48;

    private final QuickOrigin origin;
    private final Payload payload;
    private final long[] messagesByType;

    QuickSlot(QuickOrigin origin, LineDecoder decoder) {
        this.origin = origin;
        payload = decoder.payload();
        messagesByType = decoder.messagesByType();
    }

    /// Where the next line begins, or -1 when the sentence is declined.
    ///
    /// @param from start of the sentence; [QuickSentence#ROOM] bytes of the buffer must follow
    /// @param to end of the bytes
    int read(
            byte[] buffer, int from, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var head = EightBytes.at(buffer, from);
        var next = EightBytes.at(buffer, from + 8);
        var a = EightBytes.at(buffer, from + PAYLOAD);
        var b = EightBytes.at(buffer, from + PAYLOAD + 8);
        var c = EightBytes.at(buffer, from + PAYLOAD + 16);
        var d = EightBytes.four(buffer, from + PAYLOAD + 24);
        var tail = EightBytes.at(buffer, from + PAYLOAD + CHARACTERS);
        if ((int) tail << 8 != TAIL << 8) {
            return -1; // another length: said before the checksum is known
        }
        // The last two bytes of `next` are the first two of `a`.
        var sum = EightBytes.folded(head ^ next << 16 ^ a ^ b ^ c ^ d);
        var end = from + LINE + returnBefore(tail ^ TAILS[sum]);
        var filled = d | ZEROES << 32;
        if (end > to
                || end < from
                || !QuickHead.isSingle(head, next)
                || !areArmour(a, b, c, filled)) {
            return -1;
        }
        return message(
                        EightBytes.sixBits(a),
                        EightBytes.sixBits(b),
                        EightBytes.sixBits(c),
                        filled,
                        next,
                        sum,
                        lineNumber,
                        byteOffset,
                        columns)
                ? end
                : -1;
    }

    /// 0 where the tail is the one wanted, 1 where it has a carriage return too, and otherwise a
    /// large negative number.
    private static int returnBefore(long difference) {
        if (difference << 16 == 0) {
            return 0;
        }
        return difference << 8 == RETURN << 8 ? 1 : Integer.MIN_VALUE;
    }

    private static boolean areArmour(long a, long b, long c, long d) {
        return (EightBytes.notArmour(a)
                        | EightBytes.notArmour(b)
                        | EightBytes.notArmour(c)
                        | EightBytes.notArmour(d))
                == 0;
    }

    private boolean message(
            long first,
            long second,
            long third,
            long filled,
            long next,
            int sum,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        var type = (int) (first >>> 42);
        var mmsi = (int) (first >>> 10) & 0x3fff_ffff;
        if (mmsi > QuickHead.MOST_MMSI) {
            return false;
        }
        if (type < 1 || type > 3) {
            var channel = (byte) (next >>> 32);
            return other(
                    type,
                    mmsi,
                    first,
                    second,
                    third,
                    filled,
                    channel,
                    sum,
                    lineNumber,
                    byteOffset,
                    columns);
        }
        origin.settle(checksum(sum));
        messagesByType[type]++;
        columns.addClassA(
                type,
                mmsi,
                first,
                second,
                third,
                lineNumber,
                byteOffset,
                origin.millis(),
                origin.source());
        return true;
    }

    private boolean other(
            int type,
            int mmsi,
            long first,
            long second,
            long third,
            long filled,
            byte channel,
            int sum,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        // Four times 48 bits (the last 24 of them filling) make three words of 64.
        payload.set(
                first << 16 | second >>> 32,
                second << 32 | third >>> 16,
                third << 48 | EightBytes.sixBits(filled),
                6 * CHARACTERS);
        if (MessageLength.isTooShort(type, payload)) {
            return false;
        }
        origin.settle(checksum(sum));
        messagesByType[type]++;
        columns.add(
                payload,
                type,
                mmsi,
                origin.millis(),
                origin.source(),
                channel,
                lineNumber,
                byteOffset);
        return true;
    }

    /// The `!` is not covered, the `,0` is.
    private static int checksum(int sum) {
        return sum ^ '!' ^ ',' ^ '0';
    }

    private static long[] tails() {
        var digits = "0123456789ABCDEF";
        var tails = new long[256];
        for (var sum = 0; sum < 256; sum++) {
            var high = digits.charAt(checksum(sum) >>> 4);
            var low = digits.charAt(checksum(sum) & 0xf);
            tails[sum] = EightBytes.of(",0*" + high + low + "\n\0\0");
        }
        return tails;
    }
}
