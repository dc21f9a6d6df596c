package org.fairlead.nmea;

/// What the lines and tag blocks before a sentence say about it: when and by whom it was received.
///
/// Filled by tag blocks (on the sentence's own line or a line before) and `$PGHP` sentences, used
/// by the next AIS sentence and then cleared.
final class LineContext {

    private static final long NO_GROUP = 0;

    private final Sources sources;
    private long tagMillis;
    private long pghpMillis;
    private int pghpHash;
    private int tagSource;
    private int pghpSource;
    private int senderSource;
    private long group;

    /// Year to millisecond of the `$PGHP` being read; a field, so that reading one allocates
    /// nothing.
    private final int[] numbers = new int[7];

    LineContext(Sources sources) {
        this.sources = sources;
        clear();
    }

    void clear() {
        tagMillis = LineDecoder.TIME_ABSENT;
        pghpMillis = LineDecoder.TIME_ABSENT;
        pghpHash = 0;
        tagSource = Sources.ABSENT;
        pghpSource = Sources.ABSENT;
        senderSource = Sources.ABSENT;
        group = NO_GROUP;
    }

    long group() {
        return group;
    }

    int source() {
        return tagSource != Sources.ABSENT
                ? tagSource
                : pghpSource != Sources.ABSENT ? pghpSource : senderSource;
    }

    /// The time for a sentence with this checksum, or absent.
    ///
    /// `$PGHP` ends with the checksum of the sentence it belongs to (00: not computed; for a
    /// message of several parts it is computed otherwise). Where the two differ the sentence was
    /// lost and this one is another.
    long millis(int checksum, boolean severalParts) {
        if (tagMillis != LineDecoder.TIME_ABSENT) {
            return tagMillis;
        }
        var isOurs = pghpHash <= 0 || pghpHash == checksum || severalParts;
        return isOurs ? pghpMillis : LineDecoder.TIME_ABSENT;
    }

    /// Reads the inside of a tag block, without its backslashes and checksum.
    void tagBlock(byte[] text, int from, int to) {
        var start = from;
        for (var at = from; at <= to; at++) {
            if (at == to || text[at] == ',') {
                tagField(text, start, at);
                start = at + 1;
            }
        }
    }

    private void tagField(byte[] text, int from, int to) {
        var colon = from;
        while (colon < to && text[colon] != ':') {
            colon++;
        }
        if (colon == to || colon == from) {
            return;
        }
        var value = colon + 1;
        var keyLength = colon - from;
        switch (text[from]) {
            case 'c' -> tagMillis = keyLength == 1 ? EpochText.millis(text, value, to) : tagMillis;
            case 's' -> source(keyLength, text, value, to);
            case 'g' -> group = keyLength == 1 ? afterSecondDash(text, value, to) : group;
            default -> {
                // The older form `1G2:0125`: part 1 of 2 of group 0125.
                if (keyLength == 3 && text[from + 1] == 'G') {
                    group = hash(text, value, to);
                }
            }
        }
    }

    private void source(int keyLength, byte[] text, int from, int to) {
        if (keyLength == 1) {
            tagSource = sources.indexOf(text, from, to);
        } else if (keyLength == 2) {
            senderSource = sources.indexOf(text, from, to);
        }
    }

    /// `g:1-2-3985`: part, total, group.
    private static long afterSecondDash(byte[] text, int from, int to) {
        var dashes = 0;
        for (var at = from; at < to; at++) {
            if (text[at] == '-' && ++dashes == 2) {
                return hash(text, at + 1, to);
            }
        }
        return NO_GROUP;
    }

    private static long hash(byte[] text, int from, int to) {
        var hash = 0xcbf29ce484222325L;
        for (var at = from; at < to; at++) {
            hash = (hash ^ text[at]) * 0x100000001b3L;
        }
        return hash == NO_GROUP ? 1 : hash;
    }

    /// Reads
    /// `$PGHP,1,year,month,day,hour,minute,second,millisecond,country,region,station,online,hash`
    /// between its `$` and its `*`.
    void pghp(byte[] text, int from, int to) {
        var field = 0;
        var start = from;
        var hashFrom = from;
        for (var at = from; at <= to; at++) {
            if (at == to || text[at] == ',') {
                if (field >= 2 && field <= 8) {
                    numbers[field - 2] = number(text, start, at);
                } else if (field == 11) {
                    pghpSource = sources.indexOf(text, start, at);
                }
                hashFrom = start;
                start = at + 1;
                field++;
            }
        }
        if (field < 9) {
            pghpMillis = LineDecoder.TIME_ABSENT;
            return;
        }
        pghpHash = field > 12 ? Hex.pair(text, hashFrom, to) : -1;
        pghpMillis = utc(numbers);
    }

    private static int number(byte[] text, int from, int to) {
        var value = 0;
        for (var at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9' || value > 9_999) {
                return -1;
            }
            value = value * 10 + (text[at] - '0');
        }
        return from == to ? -1 : value;
    }

    private static long utc(int[] n) {
        if (outside(n[0], 1990, 2099)
                || outside(n[1], 1, 12)
                || outside(n[2], 1, daysIn(n[0], n[1]))
                || outside(n[3], 0, 23)
                || outside(n[4], 0, 59)
                || outside(n[5], 0, 59)
                || outside(n[6], 0, 999)) {
            return LineDecoder.TIME_ABSENT;
        }
        var seconds = ((daysTo(n[0], n[1], n[2]) * 24 + n[3]) * 60 + n[4]) * 60 + n[5];
        return seconds * 1_000 + n[6];
    }

    private static boolean outside(int value, int least, int most) {
        return value < least || value > most;
    }

    private static int daysIn(int year, int month) {
        var isLeap = year % 4 == 0; // no century but 2000 lies in the years accepted
        return month == 2 ? (isLeap ? 29 : 28) : 30 + ((month + month / 8) & 1);
    }

    private static long daysTo(int year, int month, int day) {
        // Years since 1970 begin with a leap year two years on, hence the 1.
        var days = (year - 1970) * 365L + (year - 1970 + 1) / 4;
        for (var before = 1; before < month; before++) {
            days += daysIn(year, before);
        }
        return days + day - 1;
    }
}
