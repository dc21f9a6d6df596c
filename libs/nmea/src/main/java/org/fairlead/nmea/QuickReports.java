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

    private final LineDecoder decoder;
    private final QuickTag tag;
    private final long[] messagesByType;
    private int lines;

    QuickReports(LineDecoder decoder, QuickTag tag) {
        this.decoder = decoder;
        this.tag = tag;
        messagesByType = decoder.messagesByType();
    }

    /// How many lines the last call took.
    int lines() {
        return lines;
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
        var first = columns.size();
        var row = first;
        for (; row < first + room && from < last; row++) {
            var sentence = from;
            var millis = LineDecoder.TIME_ABSENT;
            var source = Sources.ABSENT;
            if (buffer[from] == '\\') {
                sentence = tag.read(buffer, from, to);
                if (sentence < 0 || sentence >= last) {
                    break;
                }
                millis = tag.millis();
                source = tag.source();
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
            var end = sentence + PAYLOAD + CHARACTERS + QuickTail.length(tail, sum);
            if (end < from || end > to || !areArmour(a, b, c, d)) {
                break;
            }
            var one = EightBytes.sixBits(a);
            var two = EightBytes.sixBits(b);
            var three = EightBytes.sixBits(c);
            var type = (int) (one >>> 42);
            var mmsi = (int) (one >>> 10) & 0x3fff_ffff;
            if (mmsi > QuickHead.MOST_MMSI) {
                break;
            }
            if (type <= 3 && type >= 1) {
                columns.putClassA(row, one, two, three);
            } else if (type == 4 || type == 11) {
                columns.putUtc(row, two, three);
            } else if (type == 18) {
                columns.putClassB(row, one, two, three);
            } else {
                break;
            }
            messagesByType[type]++;
            columns.putHead(
                    row,
                    type,
                    mmsi,
                    one,
                    lineNumber + row - first,
                    byteOffset + from - at,
                    millis,
                    source);
            if (millis != LineDecoder.TIME_ABSENT) {
                decoder.told(source, millis);
            }
            from = end;
        }
        lines = row - first;
        columns.grewTo(row);
        return from;
    }

    /// @param d four characters, zero behind them
    private static boolean areArmour(long a, long b, long c, long d) {
        return (EightBytes.notArmour(a)
                        | EightBytes.notArmour(b)
                        | EightBytes.notArmour(c)
                        | EightBytes.notArmour(EightBytes.filled(d)))
                == 0;
    }
}
