package org.fairlead.nmea;

/// Reads the lines that nearly all traffic consists of, looking at each byte once or twice.
///
/// ```
/// !AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23⏎         plain: 47 bytes, six words
/// \s:2573105,c:1354320000*5E\!BSVDM,1,1,,A,…,0*hh⏎         with a tag block before it
/// !AIVDM,2,1,3,A,…,0*hh⏎!AIVDM,2,2,3,A,…,2*hh⏎             a message in two, right after each other
/// ```
///
/// That is: one message in one sentence, no sequence id, a channel of one character, a right
/// checksum, and nothing after it; or in two of the same sequence id and channel, when nothing else
/// waits for parts under these. Everything else, and everything wrong, is declined *without having
/// changed anything*, and [LineDecoder] reads that line from its start: this class only ever makes
/// the same answer faster, and `QuickLineTest` holds the two against each other.
///
/// The order of work is what makes it quick: the end of the line is never searched (it is where the
/// checksum ends), the checksum falls off the search for `*`, and a class A report, four of five
/// messages on the air, goes from three words straight into the columns.
final class QuickLine {

    /// Words are read whole, so this much of the buffer must follow a sentence's start; longer
    /// sentences are declined.
    private static final int ROOM = 128;

    private static final int PAYLOAD = 14;

    /// `!??VDM,1` and `,1,,?,??`.
    private static final long HEAD_MASK = 0xffff_ffff_ff00_00ffL;

    private static final long HEAD = EightBytes.of("!\0\0VDM,1");
    private static final long NEXT_MASK = 0x0000_ff00_ffff_ffffL;
    private static final long NEXT = EightBytes.of(",1,,\0,\0\0");
    private static final long TWO_HEAD = EightBytes.of("!\0\0VDM,2");

    /// `,1,3,A,?` and `,2,3,A,?`.
    private static final long PART_MASK = 0x00ff_00ff_00ff_ffffL;

    private static final long FIRST_PART = EightBytes.of(",1,\0,\0,\0");
    private static final long SECOND_PART = EightBytes.of(",2,\0,\0,\0");
    private static final int PART_PAYLOAD = 15;
    private static final long STARS = EightBytes.repeated('*');
    private static final long ZEROES = EightBytes.repeated('0');

    /// Where the star stands when the payload has 28 characters.
    private static final int ONE_SLOT_STAR = PAYLOAD + 28 + 2;

    private static final int MOST_MMSI = 999_999_999;

    private final LineDecoder decoder;
    private final LineContext context;
    private final Payload payload;
    private final int maxLineBytes;
    private final long[] messagesByType;
    private int lines;
    private int pairs;
    private int partStar;

    QuickLine(LineDecoder decoder, int maxLineBytes) {
        this.decoder = decoder;
        this.maxLineBytes = maxLineBytes;
        context = decoder.context();
        payload = decoder.payload();
        messagesByType = decoder.messagesByType();
    }

    /// How many lines the last call took.
    int lines() {
        return lines;
    }

    /// Reads lines until one is declined, and says where that begins.
    ///
    /// @param to end of the bytes; the array may be longer
    /// @param lineNumber of the first line
    int read(byte[] buffer, int at, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var from = at;
        var line = lineNumber;
        var offset = byteOffset - at;
        pairs = 0;
        for (var room = columns.room(); room > 0 && from < to; room = columns.room()) {
            var last = line + room;
            while (line < last && from < to) {
                var paired = pairs;
                var next = line(buffer, from, to, line, offset + from, columns);
                if (next < 0) {
                    return stop(lineNumber, line, from);
                }
                from = next;
                line += 1 + pairs - paired;
            }
        }
        return stop(lineNumber, line, from);
    }

    private int stop(long first, long next, int at) {
        lines = (int) (next - first);
        if (lines > 0) {
            decoder.decodedQuickly(lines, pairs, next);
        }
        return at;
    }

    /// Where the next line begins, or -1 when this line is declined.
    private int line(
            byte[] buffer, int at, int to, long lineNumber, long byteOffset, AisColumns columns) {
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
        var channel = buffer[from + 12];
        if ((head & HEAD_MASK) == TWO_HEAD && from == at) {
            return pair(buffer, at, to, lineNumber, byteOffset, columns);
        }
        // Own ship's (VDO) are rare. The masks let talker and channel be anything; they may be no
        // line
        // break, star or comma.
        if ((head & HEAD_MASK) != HEAD
                || (next & NEXT_MASK) != NEXT
                || channel <= ','
                || buffer[from + 1] <= ','
                || buffer[from + 2] <= ',') {
            return -1;
        }
        if (buffer[from + ONE_SLOT_STAR] == '*') {
            var end = oneSlot(buffer, at, from, to, head, next, lineNumber, byteOffset, columns);
            if (end >= 0) {
                return end;
            }
        }
        var star = star(buffer, from, head ^ next);
        if (star < 0) {
            return -1;
        }
        var end = star + 3;
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
        return other(
                        buffer,
                        from,
                        star - 2,
                        fill,
                        channel,
                        Hex.pair(buffer[star + 1], buffer[star + 2]),
                        lineNumber,
                        byteOffset,
                        columns)
                ? end + 1
                : -1;
    }

    /// Where the checksum begins, if it is near and right; otherwise -1.
    ///
    /// @param sum of the first sixteen bytes, not folded yet
    private static int star(byte[] buffer, int from, long sum) {
        var whole = sum;
        var star = from + 16;
        var word = EightBytes.at(buffer, star);
        var marks = EightBytes.equal(word, STARS);
        while (marks == 0) {
            whole ^= word;
            star += 8;
            if (star > from + ROOM - 24) {
                return -1;
            }
            word = EightBytes.at(buffer, star);
            marks = EightBytes.equal(word, STARS);
        }
        var rest = EightBytes.first(marks);
        whole ^= EightBytes.lowest(word, rest);
        star += rest;
        var checksum = EightBytes.folded(whole) ^ '!';
        return Hex.pair(buffer[star + 1], buffer[star + 2]) == checksum ? star : -1;
    }

    /// A payload of 28 characters, 168 bits: messages 1 to 4, 9, 11, 18, 24 and many others. Its
    /// bytes serve the checksum and the message at once, because in an exclusive or it does not
    /// matter where in a word a byte stands.
    private int oneSlot(
            byte[] buffer,
            int at,
            int from,
            int to,
            long head,
            long next,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        var a = EightBytes.at(buffer, from + PAYLOAD);
        var b = EightBytes.at(buffer, from + PAYLOAD + 8);
        var c = EightBytes.at(buffer, from + PAYLOAD + 16);
        var d = EightBytes.lowest(EightBytes.at(buffer, from + PAYLOAD + 24), 4);
        var sum = head ^ EightBytes.lowest(next, 6) ^ a ^ b ^ c ^ d;
        // Without the `!`, with the `,0` before the star.
        var checksum = EightBytes.folded(sum) ^ '!' ^ ',' ^ '0';
        var star = from + ONE_SLOT_STAR;
        var filled = d | ZEROES << 32;
        if (Hex.pair(buffer[star + 1], buffer[star + 2]) != checksum
                || buffer[star - 1] != '0'
                || buffer[star - 2] != ','
                || (EightBytes.notArmour(a)
                                | EightBytes.notArmour(b)
                                | EightBytes.notArmour(c)
                                | EightBytes.notArmour(filled))
                        != 0) {
            return -1;
        }
        var end = star + 3;
        if (buffer[end] == '\r') {
            end++;
        }
        if (end >= to || buffer[end] != '\n' || end - at > maxLineBytes) {
            return -1;
        }
        // Four times 48 bits (the last 24 of them filling) make three words of 64.
        var sixes = EightBytes.sixBits(b);
        var twelves = EightBytes.sixBits(c);
        var first = EightBytes.sixBits(a) << 16 | sixes >>> 32;
        var second = sixes << 32 | twelves >>> 16;
        var third = twelves << 48 | EightBytes.sixBits(filled);
        var type = (int) (first >>> 58);
        var mmsi = (int) (first >>> 26) & 0x3fff_ffff;
        if (mmsi > MOST_MMSI) {
            return -1;
        }
        if (type >= 1 && type <= 3) {
            var millis = LineDecoder.TIME_ABSENT;
            var source = Sources.ABSENT;
            if (context.isPending() || context.hasStationClock()) {
                millis = times(checksum);
                source = context.source();
                context.clear();
            }
            messagesByType[type]++;
            columns.addClassA(
                    type, mmsi, first, second, third, lineNumber, byteOffset, millis, source);
            return end + 1;
        }
        payload.set(first, second, third, 168);
        return message(type, mmsi, buffer[from + 12], checksum, lineNumber, byteOffset, columns)
                ? end + 1
                : -1;
    }

    /// Both parts, and nothing in between. Lines with times are left to others: which of them a
    /// message has is not decided here.
    private int pair(
            byte[] buffer, int at, int to, long lineNumber, long byteOffset, AisColumns columns) {
        if (context.isPending() || context.hasStationClock()) {
            return -1;
        }
        var second = part(buffer, at, to, FIRST_PART);
        if (second < 0 || second + ROOM > buffer.length) {
            return -1;
        }
        var firstStar = partStar;
        var end = part(buffer, second, to, SECOND_PART);
        if (end < 0
                || buffer[at + 11] != buffer[second + 11]
                || buffer[at + 13] != buffer[second + 13]
                || !decoder.isFirstOfItsKind(buffer[at + 11] - '0', buffer[at + 13])) {
            return -1;
        }
        payload.clear();
        if (payload.append(buffer, at + PART_PAYLOAD, firstStar - 2) >= 0) {
            return -1;
        }
        payload.dropFill(buffer[firstStar - 1] - '0');
        if (payload.append(buffer, second + PART_PAYLOAD, partStar - 2) >= 0) {
            return -1;
        }
        payload.dropFill(buffer[partStar - 1] - '0');
        var type = payload.unsigned(0, 6);
        var mmsi = payload.unsigned(8, 30);
        if (payload.bits() < 38 || mmsi > MOST_MMSI || MessageLength.isTooShort(type, payload)) {
            return -1;
        }
        messagesByType[type]++;
        decoder.message(type, mmsi, LineDecoder.TIME_ABSENT, Sources.ABSENT, buffer[at + 13]);
        columns.add(decoder, lineNumber + 1, byteOffset + second - at);
        pairs++;
        return end;
    }

    /// Where the line after this part begins, with its star in `partStar`, or -1.
    private int part(byte[] buffer, int from, int to, long wanted) {
        var head = EightBytes.at(buffer, from);
        var next = EightBytes.at(buffer, from + 8);
        var sequence = buffer[from + 11];
        if ((head & HEAD_MASK) != TWO_HEAD
                || (next & PART_MASK) != wanted
                || sequence < '0'
                || sequence > '9'
                || buffer[from + 13] <= ','
                || buffer[from + 1] <= ','
                || buffer[from + 2] <= ','
                || buffer[from + PART_PAYLOAD] == '*') {
            return -1;
        }
        var star = star(buffer, from, head ^ next);
        if (star < 0) {
            return -1;
        }
        var end = star + 3;
        if (buffer[end] == '\r') {
            end++;
        }
        var fill = buffer[star - 1] - '0';
        if (end >= to
                || buffer[end] != '\n'
                || end - from > maxLineBytes
                || buffer[star - 2] != ','
                || fill < 0
                || fill > 5
                || star - 2 <= from + PART_PAYLOAD) {
            return -1;
        }
        partStar = star;
        return end + 1;
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
        var millis = times(checksum);
        var source = context.source();
        context.clear();
        messagesByType[type]++;
        decoder.message(type, mmsi, millis, source, channel);
        columns.add(decoder, lineNumber, byteOffset);
        return true;
    }

    private long times(int checksum) {
        var millis = context.millis(checksum, false);
        if (millis == LineDecoder.TIME_ABSENT) {
            millis = context.stationMillis();
        }
        decoder.told(context.source(), millis);
        return millis;
    }
}
