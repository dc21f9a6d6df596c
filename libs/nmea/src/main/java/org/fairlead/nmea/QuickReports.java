package org.fairlead.nmea;

/// Position reports that fill one slot, message after message: class A (1 to 3), base stations (4,
/// 11) and class B (18), nine lines of ten, as sentences of 48 bytes with or without the usual tag
/// block.
///
/// ```
/// !AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23⏎
/// └─head─┘└next─┘                                      each thing is where it always is,
///               └──a───┘└──b───┘└──c───┘└d─┘└tail─┘    so that nothing is searched
/// ```
///
/// All of it is in seven registers at once. Their exclusive or is the checksum, because in that it
/// does not matter where in a word a byte stands; the tail is compared with the one text it can be
/// then; and all fields that have a column lie in `a` to `c`. It is one long loop because nothing
/// in it is worth a call: with [QuickSingle] and [PositionLayout] instead, a report costs twice as
/// much, and with this loop taken apart a tenth more.
final class QuickReports {

    private static final int PAYLOAD = 14;
    private static final int CHARACTERS = 28;

    /// Of a line.
    private static final int LEAST_BYTES = PAYLOAD + CHARACTERS + 6;

    /// A bit for each type read here.
    private static final long TYPES = 1L << 1 | 1L << 2 | 1L << 3 | 1L << 4 | 1L << 11 | 1L << 18;

    private final LineDecoder decoder;
    private final QuickTag tag;
    private final long[] messagesByType;
    private int lines;
    private boolean isWrong;

    QuickReports(LineDecoder decoder, QuickTag tag) {
        this.decoder = decoder;
        this.tag = tag;
        messagesByType = decoder.messagesByType();
    }

    /// How many lines the last call took.
    int lines() {
        return lines;
    }

    /// Whether the last call stopped at what looks like a report with a wrong checksum.
    boolean isAtWrongChecksum() {
        return isWrong;
    }

    /// Reads reports until something else comes, and says where that begins. Lines before must have
    /// left nothing that is known of the next sentence.
    ///
    /// @param last where no more line may begin: [QuickSentence#ROOM] bytes of the buffer follow
    /// @param to end of the bytes
    /// @param room at most so many reports
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
        var isDeclined = false;
        lines = 0;
        isWrong = false;
        while (!isDeclined && lines < room && from < last) {
            if (columns.reportRoom() == 0) {
                columns.settle();
            }
            // No line is shorter, so that no more than there is room for begin before this.
            var most = Math.min(room - lines, columns.reportRoom());
            var stop = Math.min(last, from + LEAST_BYTES * (most - 1) + 1);
            from = run(buffer, from, stop, last, to, lineNumber + lines, byteOffset - at, columns);
            isDeclined = from < stop;
        }
        return from;
    }

    /// Reads reports that begin before `stop`, and says where the first line that it did not read
    /// begins: before that too, when it is declined.
    private int run(
            byte[] buffer,
            int at,
            int stop,
            int last,
            int to,
            long lineNumber,
            long offset,
            AisColumns columns) {
        var rows = columns.reports();
        var size = columns.size();
        var batch = columns.size() - columns.settledRows();
        var from = at;
        var i = 0;
        while (from < stop) {
            var sentence = from;
            if (buffer[from] == '\\') {
                sentence = tag.read(buffer, from, to);
                if (sentence < 0 || sentence >= last) {
                    break;
                }
            }
            var head = EightBytes.at(buffer, sentence);
            var next = EightBytes.at(buffer, sentence + 8);
            var a = EightBytes.at(buffer, sentence + PAYLOAD);
            var b = EightBytes.at(buffer, sentence + PAYLOAD + 8);
            var c = EightBytes.at(buffer, sentence + PAYLOAD + 16);
            var d = EightBytes.four(buffer, sentence + PAYLOAD + 24);
            var tail = EightBytes.at(buffer, sentence + PAYLOAD + CHARACTERS);
            // Length and kind first: they are known long before the checksum is.
            if (!QuickHead.isSingle(head, next) || QuickTail.isOther(tail)) {
                break;
            }
            // The last two bytes of `next` are the first two of `a`.
            var sum = EightBytes.folded(head ^ next << 16 ^ a ^ b ^ c ^ d);
            var length = QuickTail.length(tail, sum);
            var end = sentence + PAYLOAD + CHARACTERS + length;
            if (length < 0 || end > to) {
                isWrong = QuickTail.isWrong(tail, sum);
                break;
            }
            d = EightBytes.filled(d);
            var first = EightBytes.values(a);
            var second = EightBytes.values(b);
            var third = EightBytes.values(c);
            var values = first | second | third | EightBytes.values(d);
            var gaps =
                    EightBytes.gap(a) | EightBytes.gap(b) | EightBytes.gap(c) | EightBytes.gap(d);
            if (EightBytes.notArmour(values, gaps) != 0) {
                break;
            }
            first = EightBytes.packed(first);
            var type = (int) (first >>> 42);
            if ((int) (first >>> 10 & 0x3fff_ffff) > QuickHead.MOST_MMSI
                    || (TYPES >>> type & 1) == 0) {
                break;
            }
            messagesByType[type]++;
            rows.put(
                    batch + i,
                    first,
                    EightBytes.packed(second),
                    EightBytes.packed(third),
                    lineNumber + i,
                    offset + from);
            if (sentence != from) {
                columns.received(size + i, tag.millis(), tag.source());
                decoder.told(tag.source(), tag.millis());
            }
            from = end;
            i++;
        }
        columns.grewTo(size + i);
        lines += i;
        return from;
    }
}
