package org.fairlead.nmea;

/// Parts of messages whose other parts are not on the next line, or are more than one.
///
/// ```
/// !AIVDM,3,2,5,A,…,0*hh⏎
/// ```
///
/// [LineDecoder] keeps them as it keeps those it reads itself: what is saved is to leave the quick
/// path, to look for the line's end, and for all that may stand in front of and behind a sentence.
/// They are read one after another, because where there is one that never ends there are more.
final class QuickPart {

    private static final int PAYLOAD = 15;
    private static final int MOST_CHARACTERS = PartStore.QUICK_CHARACTERS;
    private static final long COMMAS = EightBytes.repeated(',');

    /// Of the head's second word, what is no payload.
    private static final long BEFORE_PAYLOAD = 0xff_ffff_ffff_ffffL;

    private final LineDecoder decoder;
    private int found;
    private int lines;

    QuickPart(LineDecoder decoder) {
        this.decoder = decoder;
    }

    /// How many have been read so far: the decoder has counted what became of them.
    int found() {
        return found;
    }

    /// How many the last call took.
    int lines() {
        return lines;
    }

    /// Where the next line begins, or -1 when the first is declined. The first of two is only read
    /// where it comes first: [QuickPair] is to be asked before.
    ///
    /// @param last where no more line may begin: [QuickSentence#ROOM] bytes of the buffer follow
    /// @param to end of the bytes
    /// @param room at most so many
    int read(
            byte[] buffer,
            int at,
            int last,
            int to,
            int room,
            long lineNumber,
            long byteOffset,
            AisColumns columns) {
        var from = at;
        var end = -1;
        lines = 0;
        do {
            var next = part(buffer, from, to, lineNumber + lines, byteOffset + from - at, columns);
            if (next < 0) {
                break;
            }
            end = next;
            from = next;
            lines++;
        } while (lines < room
                && from < last
                && !QuickHead.isFirst(
                        EightBytes.at(buffer, from), EightBytes.at(buffer, from + 8)));
        found += lines;
        return end;
    }

    private int part(
            byte[] buffer, int from, int to, long lineNumber, long byteOffset, AisColumns columns) {
        var head = EightBytes.at(buffer, from);
        var next = EightBytes.at(buffer, from + 8);
        if (!QuickHead.isPart(head, next)) {
            return -1;
        }
        var sum = head ^ next & BEFORE_PAYLOAD;
        var values = 0L;
        var gap = 0L;
        var comma = from + PAYLOAD;
        var farthest = comma + MOST_CHARACTERS;
        var word = EightBytes.at(buffer, comma);
        var commas = EightBytes.equal(word, COMMAS);
        while (commas == 0) {
            if (comma == farthest) {
                return -1;
            }
            sum ^= word;
            values |= EightBytes.values(word);
            gap |= EightBytes.gap(word);
            comma += 8;
            word = EightBytes.at(buffer, comma);
            commas = EightBytes.equal(word, COMMAS);
        }
        var rest = EightBytes.first(commas);
        comma += rest;
        sum ^= EightBytes.lowest(word, rest);
        var bad =
                EightBytes.notArmour(values, gap)
                        | EightBytes.lowest(EightBytes.notArmour(word), rest);
        var tail = EightBytes.at(buffer, comma);
        var length = QuickTail.lengthWithFillBits(tail, EightBytes.folded(sum));
        var end = comma + length;
        if (bad != 0 || length < 0 || end > to || comma > farthest) {
            return -1;
        }
        var result =
                decoder.acceptPart(
                        buffer,
                        from + PAYLOAD,
                        comma,
                        QuickTail.fillBits(tail),
                        QuickHead.total(head),
                        QuickHead.number(next),
                        QuickHead.sequence(next),
                        QuickHead.channel(next),
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
