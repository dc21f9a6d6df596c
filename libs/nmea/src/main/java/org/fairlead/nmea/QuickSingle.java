package org.fairlead.nmea;

/// A message in one sentence, of any length.
final class QuickSingle {

    private static final int PAYLOAD = 14;
    private static final int LEAST_CHARACTERS = 7;

    private final QuickMessage message;
    private final QuickSentence sentence = new QuickSentence();
    private final Payload payload;

    QuickSingle(QuickMessage message, LineDecoder decoder) {
        this.message = message;
        payload = decoder.payload();
    }

    /// Where the next line begins, or -1 when the sentence is declined.
    ///
    /// @param from start of the sentence; [QuickSentence#ROOM] bytes of the buffer must follow
    /// @param to end of the bytes
    int read(
            byte[] buffer, int from, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var head = EightBytes.at(buffer, from);
        var next = EightBytes.at(buffer, from + 8);
        var hasChannel = QuickHead.isSingle(head, next);
        if (!hasChannel && !QuickHead.isSingleWithoutChannel(head, next)) {
            return -1;
        }
        var begin = from + (hasChannel ? PAYLOAD : PAYLOAD - 1);
        var end = sentence.read(buffer, from, to);
        if (end < 0
                || sentence.payloadEnd() < begin + LEAST_CHARACTERS
                || !payload.set(buffer, begin, sentence.payloadEnd(), sentence.fillBits(buffer))) {
            return -1;
        }
        var channel = hasChannel ? buffer[from + 12] : 0;
        return message.add(
                        payload,
                        sentence.checksum(buffer),
                        channel,
                        lineNumber,
                        byteOffset,
                        columns)
                ? end
                : -1;
    }
}
