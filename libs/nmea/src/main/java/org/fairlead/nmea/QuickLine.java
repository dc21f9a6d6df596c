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
/// checksum, and nothing after it; or in two; or a part of one. Everything else, and everything
/// wrong, is declined *without having changed anything*, and [LineDecoder] reads that line from its
/// start: this class and its stages only ever make the same answer faster, and `QuickLineTest`
/// holds the two against each other.
///
/// | stage | reads | tried |
/// |---|---|---|
/// | [QuickReports] | reports of one slot, with or without the tag block of [QuickTag] | first: nine lines of ten |
/// | [QuickPair] | two lines | where one says that it is the first of two |
/// | [QuickPart] | a part | where it is of several, and there is no such pair |
/// | [QuickSingle] | any other type and length, behind any tag block | last |
final class QuickLine {

    /// Of the lines read here.
    private static final int LONGEST = LineContext.QUICK_BYTES + QuickSentence.ROOM;

    private final LineDecoder decoder;
    private final QuickOrigin origin;
    private final QuickReports reports;
    private final QuickPair pair;
    private final QuickPart part;
    private final QuickSingle single;
    private final int maxLineBytes;
    private int lines;

    /// Lines of the message read last, or of the parts.
    private int taken;

    QuickLine(LineDecoder decoder, int maxLineBytes) {
        this.decoder = decoder;
        this.maxLineBytes = maxLineBytes;
        origin = new QuickOrigin(decoder);
        reports = new QuickReports(decoder, origin.tag());
        var message = new QuickMessage(origin, decoder);
        pair = new QuickPair(origin, message, decoder, maxLineBytes);
        part = new QuickPart(decoder);
        single = new QuickSingle(message, decoder);
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
        var offset = byteOffset - at;
        var pairsBefore = pair.found();
        var partsBefore = part.found();
        var line = lineNumber;
        var last = Math.min(to, buffer.length - QuickSentence.ROOM + 1);
        for (var room = columns.room(); room > 0 && from < last; ) {
            var head = EightBytes.at(buffer, from);
            if (!QuickHead.mayBeQuick(head)) {
                break;
            }
            if (QuickHead.mayBeReport(head) && !origin.hasContext()) {
                from = reports.read(buffer, from, last, to, room, line, offset + from, columns);
                line += reports.lines();
                room -= reports.lines();
                // Wrong for the other stages too.
                if (reports.isAtWrongChecksum()) {
                    break;
                }
            }
            if (room > 0 && from < last) {
                var next = line(buffer, from, last, to, room, line, offset + from, columns);
                if (next < 0) {
                    break;
                }
                from = next;
                line += taken;
                room -= taken;
            }
            if (room <= 0) {
                room = columns.room();
            }
        }
        lines = (int) (line - lineNumber);
        if (lines > 0) {
            var pairs = pair.found() - pairsBefore;
            var decoded = lines - pairs - (part.found() - partsBefore);
            decoder.readQuickly(lines, decoded, pairs, line);
        }
        return from;
    }

    /// Where the next line begins, or -1 when this line is declined.
    private int line(
            byte[] buffer,
            int at,
            int last,
            int to,
            int room,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        var isTagged = buffer[at] == '\\';
        taken = 2;
        if (isTagged && buffer[at + 1] == 'g') {
            var end = pair.readGroup(buffer, at, to, lineNumber, byteOffset, columns);
            if (end >= 0) {
                return end;
            }
        }
        var from = origin.sentenceOf(buffer, at, to);
        if (from < 0
                || from + QuickSentence.ROOM > buffer.length
                || (isTagged && maxLineBytes < LONGEST)) {
            return -1;
        }
        var head = EightBytes.at(buffer, from);
        if (isTagged || !QuickHead.isOfSeveral(head)) {
            taken = 1;
            return single.read(buffer, from, to, lineNumber, byteOffset, columns);
        }
        return ofSeveral(head, buffer, at, last, to, room, lineNumber, byteOffset, columns);
    }

    private int ofSeveral(
            long head,
            byte[] buffer,
            int at,
            int last,
            int to,
            int room,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        if (QuickHead.isOfTwo(head)) {
            var end = pair.read(buffer, at, to, lineNumber, byteOffset, columns);
            if (end >= 0) {
                return end;
            }
        }
        if (origin.isInContext()) {
            return -1;
        }
        var end = part.read(buffer, at, last, to, room, lineNumber, byteOffset, columns);
        taken = part.lines();
        return end;
    }
}
