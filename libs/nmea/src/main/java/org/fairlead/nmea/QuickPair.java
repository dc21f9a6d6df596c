package org.fairlead.nmea;

/// A message in two sentences, on two lines right after each other, when nothing else waits for
/// parts under the same sequence id and channel.
///
/// ```
/// !AIVDM,2,1,3,A,…,0*hh⏎!AIVDM,2,2,3,A,…,2*hh⏎
/// \g:1-2-77,s:r003669930,c:1700000000*hh\!AIVDM,2,1,3,A,…⏎\g:2-2-77*hh\!AIVDM,2,2,3,A,…⏎
/// ```
///
/// One line in nine of world traffic is part of such a pair; kept in a [PartStore] until the second
/// comes, each of them costs three times as much.
final class QuickPair {

    private static final int PAYLOAD = 15;
    private static final int NO_GROUP = 0;

    /// A type and an MMSI.
    private static final int LEAST_BITS = 38;

    private final LineDecoder decoder;
    private final QuickOrigin origin;
    private final QuickMessage message;
    private final QuickSentence sentence = new QuickSentence();
    private final Payload payload;
    private final int maxLineBytes;
    private int found;

    QuickPair(QuickOrigin origin, QuickMessage message, LineDecoder decoder, int maxLineBytes) {
        this.origin = origin;
        this.message = message;
        this.decoder = decoder;
        this.maxLineBytes = maxLineBytes;
        payload = decoder.payload();
    }

    /// How many have been read so far.
    int found() {
        return found;
    }

    /// Two lines without tag blocks: where the line after them begins, or -1.
    ///
    /// @param at start of the first line; [QuickSentence#ROOM] bytes of the buffer must follow
    int read(byte[] buffer, int at, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var second = first(buffer, at, at, to);
        if (second < 0 || origin.isInContext()) {
            return -1;
        }
        return join(
                buffer,
                at,
                second,
                second,
                to,
                NO_GROUP,
                lineNumber + 1,
                byteOffset + second - at,
                columns);
    }

    /// Two lines whose tag blocks say that they are a group.
    int readGroup(
            byte[] buffer, int at, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var from = origin.sentenceOfGroup(buffer, at, to);
        if (from < 0 || from + QuickSentence.ROOM > buffer.length) {
            return -1;
        }
        var second = first(buffer, at, from, to);
        if (second < 0) {
            return -1;
        }
        var secondFrom = origin.tag().readGroupsSecond(buffer, second, to);
        if (secondFrom < 0) {
            return -1;
        }
        return join(
                buffer,
                from,
                second,
                secondFrom,
                to,
                origin.tag().group(),
                lineNumber + 1,
                byteOffset + second - at,
                columns);
    }

    /// Where the second line begins. The payload is only read once that is known to be one: parts
    /// that stand apart come here too.
    private int first(byte[] buffer, int line, int from, int to) {
        if (!QuickHead.isFirst(EightBytes.at(buffer, from), EightBytes.at(buffer, from + 8))) {
            return -1;
        }
        var end = sentence(buffer, line, from, to);
        return end + QuickSentence.ROOM > buffer.length ? -1 : end;
    }

    /// Where the line after a part begins.
    private int sentence(byte[] buffer, int line, int from, int to) {
        var end = sentence.read(buffer, from, to);
        return end - 1 - line > maxLineBytes || sentence.payloadEnd() <= from + PAYLOAD ? -1 : end;
    }

    private int join(
            byte[] buffer,
            int first,
            int line,
            int from,
            int to,
            long group,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        if (from + QuickSentence.ROOM > buffer.length) {
            return -1;
        }
        var next = EightBytes.at(buffer, from + 8);
        var channel = buffer[from + 13];
        if (!QuickHead.isSecond(EightBytes.at(buffer, from), next)
                || buffer[first + 11] != buffer[from + 11]
                || buffer[first + 13] != channel
                || !decoder.isFirstOfItsKind(buffer[from + 11] - '0', channel, group)) {
            return -1;
        }
        if (!payload.set(
                buffer, first + PAYLOAD, sentence.payloadEnd(), sentence.fillBits(buffer))) {
            return -1;
        }
        var end = sentence(buffer, line, from, to);
        if (end < 0 || payload.append(buffer, from + PAYLOAD, sentence.payloadEnd()) >= 0) {
            return -1;
        }
        payload.dropFill(sentence.fillBits(buffer));
        if (payload.bits() < LEAST_BITS
                || !message.add(
                        payload,
                        sentence.checksum(buffer),
                        channel,
                        lineNumber,
                        byteOffset,
                        columns)) {
            return -1;
        }
        found++;
        return end;
    }
}
