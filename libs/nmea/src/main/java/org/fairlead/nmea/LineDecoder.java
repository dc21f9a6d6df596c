package org.fairlead.nmea;

import org.fairlead.nmea.PartStore.Open;
import org.jspecify.annotations.Nullable;

/// The core both faces share: takes one line after another and says what it was.
///
/// The result of the last line stays in the fields read through the accessors until the next one.
/// Nothing is allocated per field; bad input is a result, never an exception.
final class LineDecoder {

    static final long TIME_ABSENT = Long.MIN_VALUE;

    /// What a line turned out to be. Ints, because the hot path switches on them.
    static final int DECODED = 0;

    static final int AWAITING_PARTS = 1;
    static final int REJECTED = 2;
    static final int IGNORED = 3;

    /// How far apart a network turns lines around.
    private static final int REORDERED_LINES = 8;

    private final Sources sources = new Sources();
    private final LineContext context = new LineContext(sources);
    private final Payload payload = new Payload();
    private final PartStore parts;
    private final long[] messagesByType = new long[64];

    private long lines;
    private long decoded;
    private long awaiting;
    private long rejected;
    private long ignored;
    private final SourceClocks clocks = new SourceClocks();

    private long lineNumber;
    private long byteOffset;
    private int start;
    private int type;
    private int mmsi;
    private long epochMillis;
    private int source;
    private byte channel;
    private int talker;
    private boolean ownShip;
    private Reason reason = Reason.NOT_NMEA;
    private int column;
    private int have;
    private int want;
    private OtherLine what = OtherLine.BLANK;
    private int resumeAt;
    private long prefixMillis = TIME_ABSENT;

    private final boolean keepsImpossibleSenders;

    LineDecoder(ReaderLimits limits, RejectSink sink) {
        this(limits, false, sink);
    }

    /// @param keepsImpossibleSenders whether a sender's number of ten digits is shown rather than
    ///   rejected
    LineDecoder(ReaderLimits limits, boolean keepsImpossibleSenders, RejectSink sink) {
        this.keepsImpossibleSenders = keepsImpossibleSenders;
        parts =
                new PartStore(
                        limits,
                        clocks,
                        (line, offset, why, at) -> {
                            awaiting--;
                            rejected++;
                            sink.rejected(line, offset, why, at);
                        });
    }

    Sources sources() {
        return sources;
    }

    Payload payload() {
        return payload;
    }

    int type() {
        return type;
    }

    int mmsi() {
        return mmsi;
    }

    long epochMillis() {
        return epochMillis;
    }

    int source() {
        return source;
    }

    byte channel() {
        return channel;
    }

    String talker() {
        return "" + (char) (talker >> 8 & 0xff) + (char) (talker & 0xff);
    }

    boolean isOwnShip() {
        return ownShip;
    }

    Reason reason() {
        return reason;
    }

    int column() {
        return column;
    }

    int have() {
        return have;
    }

    int want() {
        return want;
    }

    /// Where the line goes on with another sentence, which is to be read next; negative where it
    /// does not.
    int resumeAt() {
        return resumeAt;
    }

    OtherLine what() {
        return what;
    }

    Counts counts() {
        return new Counts(lines, decoded, awaiting, rejected, ignored, parts.openParts());
    }

    long messagesOfType(int type) {
        return messagesByType[type];
    }

    LineContext context() {
        return context;
    }

    long[] messagesByType() {
        return messagesByType;
    }

    /// The quick path has read some lines, and has counted the types of messages itself.
    ///
    /// @param decoded how many of them were a message, or completed one
    /// @param firstParts how many were the first of a message's two; the rest came here already
    void readQuickly(long lines, long decoded, long firstParts, long nextLine) {
        this.lines += lines;
        this.decoded += decoded;
        awaiting += firstParts;
        parts.sweep(nextLine);
    }

    /// Takes a part that the quick path has read, of which nothing is known but what it says, and
    /// answers as [#accept] does. It counts everything but the line.
    ///
    /// @param from start of the payload: of armour, and no more of it than a message may have
    /// @param number from 1
    int acceptPart(
            byte[] line,
            int from,
            int to,
            int fill,
            int total,
            int number,
            int sequence,
            byte channel,
            long lineNumber,
            long byteOffset) {
        this.lineNumber = lineNumber;
        this.byteOffset = byteOffset;
        this.channel = channel;
        parts.sweep(lineNumber);
        return goodPart(
                line,
                from,
                to,
                fill,
                PartStore.key(sequence, channel, total),
                number - 1,
                LineContext.NO_GROUP,
                Sources.ABSENT,
                TIME_ABSENT);
    }

    /// Whether no part waits that could belong to a message in two of this group, and one more
    /// would displace none.
    boolean isFirstOfItsKind(int sequence, byte channel, long group) {
        return parts.hasNone(sequence, channel, 2, group);
    }

    /// Moves the clock that times out parts, where the caller knows when a line arrived.
    void arrivedAt(long millis) {
        clocks.arrivedAt(millis);
    }

    /// What a source said of the time.
    void told(int source, long millis) {
        clocks.told(source, millis);
    }

    void giveUpOpenParts() {
        parts.dropAll();
    }

    int tooLong(long lineNumber, long byteOffset) {
        begin(lineNumber, byteOffset, 0);
        context.clear();
        return reject(Reason.TOO_LONG, 0);
    }

    /// Reads the line between `from` and `to`, without its line break.
    int accept(byte[] line, int from, int to, long lineNumber, long byteOffset) {
        begin(lineNumber, byteOffset, from);
        var end = to;
        while (end > from && line[end - 1] >= 0 && line[end - 1] <= ' ' && line[end - 1] != 0) {
            end--;
        }
        if (end == from) {
            return ignore(OtherLine.BLANK);
        }
        var at = from;
        if (line[from] == '\\') {
            at = tagBlock(line, from, end);
            if (at < 0) {
                context.clear();
                return REJECTED;
            }
            if (at == end) {
                return ignore(OtherLine.TAG_BLOCK);
            }
        }
        return switch (line[at]) {
            case '!', '$' -> sentence(line, at, end);
            case '#' -> ignore(OtherLine.COMMENT);
            default -> behindPrefix(line, at, end);
        };
    }

    /// Loggers write the time of receipt or a name before what they received. The checksum does not
    /// cover it, so that only a sentence that is whole is believed.
    private int behindPrefix(byte[] line, int from, int end) {
        for (var at = Hex.findEither('!', '\\', line, from + 1, end);
                at + 7 < end;
                at = Hex.findEither('!', '\\', line, at + 1, end)) {
            if (isTagBlock(line, at, end)) {
                prefixMillis = PrefixTime.in(line, from, at);
                var behind = tagBlock(line, at, end);
                return behind < 0 ? REJECTED : sentenceOrNothing(line, behind, end);
            }
            if (isAis(line, at, end)) {
                prefixMillis = PrefixTime.in(line, from, at);
                return sentence(line, at, end);
            }
        }
        return reject(Reason.NOT_NMEA, from);
    }

    private int sentenceOrNothing(byte[] line, int at, int end) {
        if (at < end && isAis(line, at, end)) {
            return sentence(line, at, end);
        }
        context.clear();
        return reject(Reason.NOT_NMEA, Math.min(at, end - 1));
    }

    private void begin(long lineNumber, long byteOffset, int from) {
        resumeAt = -1;
        prefixMillis = TIME_ABSENT;
        this.lineNumber = lineNumber;
        this.byteOffset = byteOffset;
        start = from;
        lines++;
        parts.sweep(lineNumber);
    }

    private int ignore(OtherLine what) {
        this.what = what;
        ignored++;
        return IGNORED;
    }

    private int reject(Reason reason, int at) {
        this.reason = reason;
        column = at - start;
        rejected++;
        return REJECTED;
    }

    /// Index after the tag block, or negative when the line was rejected for it.
    private int tagBlock(byte[] line, int from, int end) {
        var close = Hex.find('\\', line, from + 1, end);
        var star = close - 3;
        if (close == end || star <= from || line[star] != '*') {
            return -reject(Reason.TAG_BLOCK, Math.min(close, end - 1));
        }
        if (!isTagChecksum(Hex.pair(line, star + 1, close), line, from + 1, star)) {
            return -reject(Reason.TAG_BLOCK_CHECKSUM, star);
        }
        context.tagBlock(line, from + 1, star);
        return close + 1;
    }

    /// Some receivers write 00 instead of computing it, and some relays put a group before the
    /// other fields without computing it again; both are common enough in real logs to be known.
    private static boolean isTagChecksum(int stated, byte[] line, int from, int star) {
        if (stated == 0 || stated == Hex.checksum(line, from, star)) {
            return true;
        }
        var comma = from;
        while (comma < star && line[comma] != ',') {
            comma++;
        }
        return comma < star && line[from] == 'g' && stated == Hex.checksum(line, comma + 1, star);
    }

    private int sentence(byte[] line, int from, int end) {
        if (isAis(line, from, end)) {
            var result = ais(line, from, end);
            context.clear();
            return result;
        }
        if (isProprietary(line, from, end, 'G', 'H', 'P')) {
            return pghp(line, from, end);
        }
        if (isProprietary(line, from, end, 'S', 'T', 'T')) {
            return pstt(line, from, end);
        }
        return looksLikeASentence(line, from, end)
                ? ignore(OtherLine.OTHER_SENTENCE)
                : reject(Reason.NOT_NMEA, from);
    }

    /// `!` or `$`, any two characters of talker, `VDM` or `VDO`, comma.
    private static boolean isAis(byte[] line, int from, int end) {
        return end - from > 7
                && line[from] == '!'
                && line[from + 3] == 'V'
                && line[from + 4] == 'D'
                && (line[from + 5] == 'M' || line[from + 5] == 'O')
                && line[from + 6] == ',';
    }

    private static boolean isProprietary(byte[] line, int from, int end, char a, char b, char c) {
        return end - from > 6
                && line[from] == '$'
                && line[from + 1] == 'P'
                && line[from + 2] == a
                && line[from + 3] == b
                && line[from + 4] == c
                && line[from + 5] == ',';
    }

    private int pstt(byte[] line, int from, int end) {
        var star = Hex.star(line, from, end);
        if (star == end) {
            return reject(Reason.NO_CHECKSUM, end - 1);
        }
        if (Hex.pair(line, star + 1, end) != Hex.checksum(line, from + 1, star)) {
            return reject(Reason.CHECKSUM, star);
        }
        return ignore(
                context.pstt(line, from, star)
                        ? OtherLine.TIME_SENTENCE
                        : OtherLine.OTHER_SENTENCE);
    }

    private static boolean looksLikeASentence(byte[] line, int from, int end) {
        if (end - from < 5 || line[from + 1] < 'A' || line[from + 1] > 'Z') {
            return false;
        }
        for (var at = from; at < end; at++) {
            if (line[at] < ' ' || line[at] > '~') {
                return false;
            }
        }
        return true;
    }

    private int pghp(byte[] line, int from, int end) {
        var star = Hex.star(line, from, end);
        if (star == end) {
            return reject(Reason.NO_CHECKSUM, end - 1);
        }
        if (Hex.pair(line, star + 1, end) != Hex.checksum(line, from + 1, star)) {
            return reject(Reason.CHECKSUM, star);
        }
        context.pghp(line, from, star);
        return ignore(OtherLine.TIME_SENTENCE);
    }

    /// `!AIVDM,total,number,sequence,channel,payload,fill*hh`.
    private int ais(byte[] line, int from, int end) {
        var both = Hex.starAndChecksum(line, from + 1, end);
        var star = (int) both;
        var stated = Hex.pair(line, star + 1, end);
        if (star == end || stated < 0 || stated != both >>> 32) {
            return damaged(line, from, star, end, stated);
        }
        var after = nextSentence(line, star + 3, end);
        if (after < end) {
            resumeAt = after;
            return fields(line, from, star, after, stated);
        }
        return fields(line, from, star, end, stated);
    }

    /// A sentence cut off in the middle, right before the next one, must not take that with it.
    private int damaged(byte[] line, int from, int star, int end, int stated) {
        for (var at = Hex.find('!', line, from + 7, end);
                at + 7 < end;
                at = Hex.find('!', line, at + 1, end)) {
            if (isAis(line, at, end)) {
                resumeAt = at;
                return reject(Reason.NO_CHECKSUM, at);
            }
        }
        return star == end || stated < 0
                ? reject(Reason.NO_CHECKSUM, Math.min(star, end - 1))
                : reject(Reason.CHECKSUM, star);
    }

    private int fields(byte[] line, int from, int star, int end, int stated) {
        var total = digit(line, from + 7, star);
        var number = digit(line, from + 9, star);
        if (total < 1
                || number < 1
                || number > total
                || isNot(line, from + 8, star, ',')
                || isNot(line, from + 10, star, ',')) {
            return reject(Reason.MALFORMED_FIELDS, Math.min(from + 7, star));
        }
        var sequence = digit(line, from + 11, star);
        var at = sequence < 0 ? from + 11 : from + 12;
        if (isNot(line, at, star, ',')) {
            return reject(Reason.MALFORMED_FIELDS, Math.min(at, star));
        }
        at++;
        channel = at < star && line[at] != ',' ? line[at++] : 0;
        if (isNot(line, at, star, ',')) {
            return reject(Reason.MALFORMED_FIELDS, Math.min(at, star));
        }
        var payloadFrom = at + 1;
        var payloadTo = star - 2;
        // 0 to 5 by the standard; 6 from senders that count a whole character of padding.
        var fill = digit(line, star - 1, star);
        if (payloadTo < payloadFrom || line[payloadTo] != ',' || fill < 0 || fill > 6) {
            return reject(Reason.MALFORMED_FIELDS, star - 1);
        }
        ownShip = line[from + 5] == 'O';
        talker = (line[from + 1] & 0xff) << 8 | line[from + 2] & 0xff;
        return payload(
                line,
                payloadFrom,
                payloadTo,
                fill,
                total,
                number,
                sequence,
                times(line, star, end, stated, total > 1));
    }

    private long times(byte[] line, int star, int end, int checksum, boolean severalParts) {
        var millis = context.millis(checksum, severalParts);
        if (millis == TIME_ABSENT && star + 3 < end) {
            millis = EpochText.firstIn(line, star + 3, end);
        }
        if (millis == TIME_ABSENT) {
            millis = prefixMillis;
        }
        if (millis == TIME_ABSENT) {
            millis = context.stationMillis();
        }
        clocks.told(context.source(), millis);
        return millis;
    }

    /// Where another sentence or its tag block begins on the same line: some relays put the parts
    /// of a message on one line, and a line break can get lost.
    private static int nextSentence(byte[] line, int from, int end) {
        for (var at = from; at + 1 < end; at++) {
            if (line[at] == '!' || line[at] == '$' || isTagBlock(line, at, end)) {
                return at;
            }
        }
        return end;
    }

    /// `\s:` or `\1G2:`.
    private static boolean isTagBlock(byte[] line, int at, int end) {
        return line[at] == '\\'
                && ((at + 2 < end && line[at + 2] == ':')
                        || (at + 4 < end && line[at + 2] == 'G' && line[at + 4] == ':'));
    }

    private static int digit(byte[] line, int at, int end) {
        return at < end && line[at] >= '0' && line[at] <= '9' ? line[at] - '0' : -1;
    }

    private static boolean isNot(byte[] line, int at, int end, char wanted) {
        return at >= end || line[at] != wanted;
    }

    private int payload(
            byte[] line,
            int from,
            int to,
            int fill,
            int total,
            int number,
            int sequence,
            long millis) {
        if (total > 1) {
            return part(line, from, to, fill, total, number - 1, sequence, millis);
        }
        payload.clear();
        var bad = payload.append(line, from, to);
        if (bad >= 0) {
            return reject(bad == to ? Reason.PAYLOAD_TOO_LONG : Reason.BAD_ARMOUR, bad);
        }
        payload.dropFill(fill);
        epochMillis = millis;
        source = context.source();
        return message(to);
    }

    private int part(
            byte[] line,
            int from,
            int to,
            int fill,
            int total,
            int part,
            int sequence,
            long millis) {
        // Checked here, so that a bad part is rejected by its own line and column.
        if (6 * (to - from) > Payload.MAX_BITS) {
            return reject(Reason.PAYLOAD_TOO_LONG, to);
        }
        var bad = Payload.firstNotArmour(line, from, to);
        if (bad >= 0) {
            return reject(Reason.BAD_ARMOUR, bad);
        }
        return goodPart(
                line,
                from,
                to,
                fill,
                PartStore.key(sequence, channel, total),
                part,
                context.group(),
                context.source(),
                millis);
    }

    private int goodPart(
            byte[] line,
            int from,
            int to,
            int fill,
            int key,
            int part,
            long group,
            int partSource,
            long millis) {
        var open = parts.find(key, group, partSource, lineNumber);
        if (open != null) {
            var why = whyOver(open, part, line, from, to);
            if (why != null) {
                parts.drop(open, why);
                open = null;
            } else if (open.has(part)) {
                return await(open);
            }
        }
        if (open == null) {
            open = parts.begin(key, group, partSource, lineNumber);
        }
        return add(open, part, line, from, to, fill, millis, partSource);
    }

    /// Why a message is given up when a part comes that could be one of it, or null.
    private @Nullable Reason whyOver(Open open, int part, byte[] line, int from, int to) {
        if (parts.isStale(open, lineNumber)) {
            return Reason.PART_TIMED_OUT;
        }
        if (isUnlikelyStart(open, part)) {
            return Reason.PART_WITHOUT_START;
        }
        return open.has(part) && !open.holdsSame(part, line, from, to)
                ? Reason.PART_REPLACED
                : null;
    }

    /// A first part long after its second, with no group to vouch for it, is far more often the
    /// start of another message under the same sequence id: most receivers use few of them.
    private boolean isUnlikelyStart(Open open, int part) {
        return part == 0
                && !open.has(0)
                && open.group == 0
                && lineNumber - open.openedOnLine > REORDERED_LINES;
    }

    private int add(
            Open open,
            int part,
            byte[] line,
            int from,
            int to,
            int fill,
            long millis,
            int partSource) {
        if (!parts.keep(open, part, line, from, to, fill, lineNumber, byteOffset)) {
            parts.drop(open, Reason.PAYLOAD_TOO_LONG);
            return reject(Reason.PAYLOAD_TOO_LONG, to);
        }
        if (open.epochMillis == TIME_ABSENT || (part == 0 && millis != TIME_ABSENT)) {
            open.epochMillis = millis;
        }
        if (open.source == Sources.ABSENT) {
            open.source = partSource;
        }
        return open.isComplete() ? join(open, to) : await(open);
    }

    private int await(Open open) {
        have = open.count();
        want = open.total();
        awaiting++;
        return AWAITING_PARTS;
    }

    private int join(Open open, int end) {
        parts.release(open);
        payload.clear();
        for (var part = 0; part < open.total(); part++) {
            if (payload.append(open.text, open.from(part), open.to(part)) >= 0) {
                return reject(Reason.PAYLOAD_TOO_LONG, end);
            }
            payload.dropFill(open.fillBits(part));
        }
        epochMillis = open.epochMillis;
        source = open.source;
        return message(end);
    }

    private int message(int end) {
        var bits = payload.bits();
        type = payload.unsigned(0, 6);
        mmsi = payload.unsigned(8, 30);
        if (bits < 6 || MessageLength.isTooShort(type, payload)) {
            return reject(Reason.TRUNCATED_PAYLOAD, end);
        }
        if (mmsi > 999_999_999 && type >= 1 && type <= 27 && !keepsImpossibleSenders) {
            return reject(Reason.MMSI_RANGE, end);
        }
        decoded++;
        messagesByType[type]++;
        return DECODED;
    }
}
