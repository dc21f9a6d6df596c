package org.fairlead.nmea;

/// A part of a message whose other parts are not on the next line, or are more than one.
///
/// ```
/// !AIVDM,3,2,5,A,…,0*hh⏎
/// ```
///
/// [LineDecoder] keeps it as it keeps those it reads itself: what is saved is to leave the quick
/// path, to look for the line's end, and for all that may stand in front of and behind a sentence.
final class QuickPart {

    private static final int PAYLOAD = 15;

    private final LineDecoder decoder;
    private final QuickSentence sentence = new QuickSentence();
    private int found;

    QuickPart(LineDecoder decoder) {
        this.decoder = decoder;
    }

    /// How many have been read so far: the decoder has counted what became of them.
    int found() {
        return found;
    }

    /// Where the next line begins, or -1 when the sentence is declined.
    ///
    /// @param from start of the line; [QuickSentence#ROOM] bytes of the buffer must follow
    /// @param to end of the bytes
    int read(
            byte[] buffer, int from, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var head = EightBytes.at(buffer, from);
        var next = EightBytes.at(buffer, from + 8);
        if (!QuickHead.isPart(head, next)) {
            return -1;
        }
        var end = sentence.read(buffer, from, to);
        // Where there is no armour there may be a line break.
        if (end < 0
                || sentence.payloadEnd() < from + PAYLOAD
                || Payload.firstNotArmour(buffer, from + PAYLOAD, sentence.payloadEnd()) >= 0) {
            return -1;
        }
        found++;
        var result =
                decoder.acceptPart(
                        buffer,
                        from,
                        from + PAYLOAD,
                        sentence.payloadEnd(),
                        sentence.fillBits(buffer),
                        lineNumber,
                        byteOffset);
        if (result == LineDecoder.DECODED) {
            columns.add(decoder, lineNumber, byteOffset);
        } else if (result == LineDecoder.REJECTED) {
            columns.reject(lineNumber, byteOffset, decoder.reason());
        }
        return end;
    }
}
