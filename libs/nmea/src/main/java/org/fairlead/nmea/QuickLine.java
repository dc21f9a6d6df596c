package org.fairlead.nmea;

/// Reads the lines that nearly all traffic consists of, looking at each byte once or twice.
///
/// ```
/// !AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23⏎         plain: 47 bytes, six words
/// \s:2573105,c:1354320000*5E\!BSVDM,1,1,,A,…,0*hh⏎         with a tag block before it
/// ```
///
/// That is: one message in one sentence, no sequence id, a channel of one character, a right
/// checksum, and nothing after it. Everything else, and everything wrong, is declined *without
/// having changed anything*, and [LineDecoder] reads that line from its start: this class only ever
/// makes the same answer faster, and `QuickLineTest` holds the two against each other.
///
/// The order of work is what makes it quick: the end of the line is never searched (it is where the
/// checksum ends), the checksum falls off the search for `*`, and a class A report, four of five
/// messages on the air, goes from three words straight into the columns.
final class QuickLine {

    /// Words are read whole, so this much of the buffer must follow a sentence's start; longer
    /// sentences are declined.
    private static final int ROOM = 128;

    private static final int PAYLOAD = 14;

    /// `!??VD?,1` and `,1,,?,??`.
    private static final long HEAD_MASK = 0xffff_00ff_ff00_00ffL;

    private static final long HEAD = EightBytes.of("!\0\0VD\0,1");
    private static final long NEXT_MASK = 0x0000_ff00_ffff_ffffL;
    private static final long NEXT = EightBytes.of(",1,,\0,\0\0");
    private static final long STARS = EightBytes.repeated('*');
    private static final long ZEROES = EightBytes.repeated('0');
    private static final int CLASS_A_CHARACTERS = 28;
    private static final int MOST_MMSI = 999_999_999;

    private final LineDecoder decoder;
    private final LineContext context;
    private final Payload payload;
    private final int maxLineBytes;

    QuickLine(LineDecoder decoder, int maxLineBytes) {
        this.decoder = decoder;
        this.maxLineBytes = maxLineBytes;
        context = decoder.context();
        payload = decoder.payload();
    }

    /// Where the next line begins, or -1 when this line is declined.
    ///
    /// @param to end of the bytes; the array may be longer
    int read(byte[] buffer, int at, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var from = at;
        if (buffer[at] == '\\') {
            from = context.quickTagBlock(buffer, at, to);
            if (from < 0) {
                return -1;
            }
        }
        if (from + ROOM > buffer.length) {
            return -1;
        }
        var head = EightBytes.at(buffer, from);
        var next = EightBytes.at(buffer, from + 8);
        // Own ship's (VDO) are rare, and the mask lets the last letter of VDM be anything.
        if ((head & HEAD_MASK) != HEAD
                || (next & NEXT_MASK) != NEXT
                || buffer[from + 5] != 'M'
                || buffer[from + 12] == ','
                || isLineBreak(buffer, from)) {
            return -1;
        }
        var sum = head ^ next;
        var star = from + 16;
        var word = EightBytes.at(buffer, star);
        var marks = EightBytes.equal(word, STARS);
        while (marks == 0) {
            sum ^= word;
            star += 8;
            if (star > from + ROOM - 24) {
                return -1;
            }
            word = EightBytes.at(buffer, star);
            marks = EightBytes.equal(word, STARS);
        }
        var rest = EightBytes.first(marks);
        sum ^= EightBytes.lowest(word, rest);
        star += rest;
        var checksum = EightBytes.folded(sum) ^ '!';
        var end = star + 3;
        if (Hex.pair(buffer[star + 1], buffer[star + 2]) != checksum) {
            return -1;
        }
        if (buffer[end] == '\r') {
            end++;
        }
        if (end >= to || buffer[end] != '\n' || end - at > maxLineBytes) {
            return -1;
        }
        var fill = buffer[star - 1] - '0';
        var length = star - 2 - (from + PAYLOAD);
        if (buffer[star - 2] != ',' || fill < 0 || fill > 5 || length < 7) {
            return -1;
        }
        var channel = buffer[from + 12];
        var taken =
                length == CLASS_A_CHARACTERS && fill == 0
                        ? oneSlot(buffer, from, channel, checksum, lineNumber, byteOffset, columns)
                        : other(
                                buffer,
                                from,
                                star - 2,
                                fill,
                                channel,
                                checksum,
                                lineNumber,
                                byteOffset,
                                columns);
        return taken ? end + 1 : -1;
    }

    /// Whether one of the bytes that may be anything is one.
    private static boolean isLineBreak(byte[] buffer, int from) {
        return buffer[from + 1] == '\n' || buffer[from + 2] == '\n' || buffer[from + 12] == '\n';
    }

    /// A payload of 168 bits: messages 1 to 4, 9, 11, 18, 24 and many others.
    private boolean oneSlot(
            byte[] buffer,
            int from,
            byte channel,
            int checksum,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        var a = EightBytes.at(buffer, from + PAYLOAD);
        var b = EightBytes.at(buffer, from + PAYLOAD + 8);
        var c = EightBytes.at(buffer, from + PAYLOAD + 16);
        var d = EightBytes.lowest(EightBytes.at(buffer, from + PAYLOAD + 24), 4) | ZEROES << 32;
        if ((EightBytes.notArmour(a)
                        | EightBytes.notArmour(b)
                        | EightBytes.notArmour(c)
                        | EightBytes.notArmour(d))
                != 0) {
            return false;
        }
        // Four times 48 bits (the last 24 of them filling) make three words of 64.
        var sixes = EightBytes.sixBits(b);
        var twelves = EightBytes.sixBits(c);
        var first = EightBytes.sixBits(a) << 16 | sixes >>> 32;
        var second = sixes << 32 | twelves >>> 16;
        var third = twelves << 48 | EightBytes.sixBits(d);
        var type = (int) (first >>> 58);
        var mmsi = (int) (first >>> 26) & 0x3fff_ffff;
        if (mmsi > MOST_MMSI) {
            return false;
        }
        if (type >= 1 && type <= 3) {
            var millis = begin(type, mmsi, channel, checksum, lineNumber);
            columns.addClassA(
                    type,
                    mmsi,
                    first,
                    second,
                    third,
                    lineNumber,
                    byteOffset,
                    millis,
                    decoder.source());
            return true;
        }
        payload.set(first, second, third, 168);
        return message(type, mmsi, channel, checksum, lineNumber, byteOffset, columns);
    }

    private boolean other(
            byte[] buffer,
            int from,
            int to,
            int fill,
            byte channel,
            int checksum,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        payload.clear();
        if (payload.append(buffer, from + PAYLOAD, to) >= 0) {
            return false;
        }
        payload.dropFill(fill);
        var type = payload.unsigned(0, 6);
        var mmsi = payload.unsigned(8, 30);
        return mmsi <= MOST_MMSI
                && message(type, mmsi, channel, checksum, lineNumber, byteOffset, columns);
    }

    private boolean message(
            int type,
            int mmsi,
            byte channel,
            int checksum,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        if (MessageLength.isTooShort(type, payload)) {
            return false;
        }
        begin(type, mmsi, channel, checksum, lineNumber);
        columns.add(decoder, lineNumber, byteOffset);
        return true;
    }

    private long begin(int type, int mmsi, byte channel, int checksum, long lineNumber) {
        var millis = LineDecoder.TIME_ABSENT;
        var source = Sources.ABSENT;
        if (context.isPending()) {
            millis = context.millis(checksum, false);
            source = context.source();
            context.clear();
        }
        if (millis == LineDecoder.TIME_ABSENT && context.hasStationClock()) {
            millis = context.stationMillis();
        }
        decoder.decodedQuickly(type, mmsi, millis, source, channel, lineNumber);
        return millis;
    }
}
