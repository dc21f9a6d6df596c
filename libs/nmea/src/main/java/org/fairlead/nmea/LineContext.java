package org.fairlead.nmea;

/// What the lines and tag blocks before a sentence say about it: when and by whom it was received.
///
/// Filled by tag blocks (on the sentence's own line or a line before) and `$PGHP` sentences, used
/// by the next AIS sentence and then cleared.
final class LineContext {

    static final long NO_GROUP = 0;

    static final int QUICK_BYTES = 96;

    private static final long COMMAS = EightBytes.repeated(',');
    private static final long STARS = EightBytes.repeated('*');
    private static final long BACKSLASHES = EightBytes.repeated('\\');
    private static final long LINE_BREAKS = EightBytes.repeated('\n');

    /// How many sentences a station's clock times: it tells the time every few seconds.
    private static final int STATION_CLOCK_LINES = 1_000;

    private final Sources sources;
    private long tagMillis;
    private long pghpMillis;
    private int pghpHash;
    private int tagSource;
    private int pghpSource;
    private int senderSource;
    private long group;
    private boolean isPending;
    private long stationMillis = LineDecoder.TIME_ABSENT;
    private int stationLines;

    /// Year to millisecond of the `$PGHP` being read; a field, so that reading one allocates
    /// nothing.
    private final int[] numbers = new int[7];

    LineContext(Sources sources) {
        this.sources = sources;
        clear();
    }

    /// Whether anything is known for the next sentence.
    boolean isPending() {
        return isPending;
    }

    void clear() {
        isPending = false;
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

    /// The last time a station's clock told, for a sentence that has none of its own.
    long stationMillis() {
        return stationLines > 0 && stationLines-- > 0 ? stationMillis : LineDecoder.TIME_ABSENT;
    }

    boolean hasStationClock() {
        return stationLines > 0;
    }

    /// Reads a tag block at the start of a line, when it is of the common kind: closed within
    /// [#QUICK_BYTES] and its checksum right. Says where the sentence begins, or -1, and then has
    /// changed nothing that reading the line again would not change too.
    int quickTagBlock(byte[] text, int at, int to) {
        // The words of a field may reach into the sentence behind the block.
        if (at + QUICK_BYTES + 32 > text.length) {
            return -1;
        }
        var sum = 0L;
        var close = at + 1;
        var word = EightBytes.at(text, close);
        var marks = EightBytes.equal(word, BACKSLASHES);
        var breaks = EightBytes.equal(word, LINE_BREAKS);
        while (marks == 0) {
            sum ^= word;
            close += 8;
            if (close >= at + QUICK_BYTES) {
                return -1;
            }
            word = EightBytes.at(text, close);
            marks = EightBytes.equal(word, BACKSLASHES);
            breaks |= EightBytes.equal(word, LINE_BREAKS);
        }
        var rest = EightBytes.first(marks);
        sum ^= EightBytes.lowest(word, rest);
        close += rest;
        var star = close - 3;
        if (breaks != 0 || close >= to || star <= at || Hex.star(text, at + 1, close) != star) {
            return -1;
        }
        // The sum went on to the backslash: take the three bytes from the star on out again.
        var high = text[star + 1];
        var low = text[star + 2];
        var checksum = EightBytes.folded(sum) ^ '*' ^ high ^ low;
        if (Hex.pair(high, low) != (checksum & 0xff)) {
            return -1;
        }
        quickTagFields(text, at + 1, star);
        return close + 1;
    }

    /// The fields between `from` and the `*` at `star`, in a buffer that goes on well after that.
    private void quickTagFields(byte[] text, int from, int star) {
        isPending = true;
        var at = from;
        while (at < star) {
            var end = at;
            var word = EightBytes.at(text, end);
            var marks = EightBytes.equal(word, COMMAS) | EightBytes.equal(word, STARS);
            while (marks == 0) {
                end += 8;
                word = EightBytes.at(text, end);
                marks = EightBytes.equal(word, COMMAS) | EightBytes.equal(word, STARS);
            }
            end += EightBytes.first(marks);
            quickTagField(text, at, end);
            at = end + 1;
        }
    }

    private void quickTagField(byte[] text, int at, int end) {
        var value = at + 2;
        var length = end - value;
        if (text[at] == 'c' && length == 10 && text[at + 1] == ':') {
            var eight = EightBytes.at(text, value);
            var tens = text[value + 8] - '0';
            var ones = text[value + 9] - '0';
            if (EightBytes.notDigits(eight) == 0
                    && tens >= 0
                    && tens <= 9
                    && ones >= 0
                    && ones <= 9) {
                var seconds = EightBytes.number(eight) * 100L + tens * 10L + ones;
                tagMillis = EpochText.plausible(seconds * 1_000);
                return;
            }
        }
        if (text[at] == 's'
                && text[at + 1] == ':'
                && length > 0
                && length <= Sources.QUICK_LENGTH) {
            tagSource = sources.quickIndexOf(text, value, end);
            return;
        }
        tagField(text, at, end);
    }

    /// Reads the inside of a tag block, without its backslashes and checksum.
    void tagBlock(byte[] text, int from, int to) {
        isPending = true;
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

    /// Of a group's name.
    static long hash(byte[] text, int from, int to) {
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
        isPending = true;
        pghpHash = field > 12 ? Hex.pair(text, hashFrom, to) : -1;
        pghpMillis = utc(numbers);
    }

    /// Reads `$PSTT,30A,yyyymmdd,hhmmss`, a station telling the time, between its `$` and its `*`.
    /// False when it is one of the other sentences of that name.
    boolean pstt(byte[] text, int from, int to) {
        // $PSTT,30A,20131112,120000
        if (to - from != 25 || text[from + 8] != 'A' || text[from + 18] != ',') {
            return false;
        }
        var date = number(text, from + 10, from + 14);
        var day = number(text, from + 14, from + 18);
        var time = number(text, from + 19, from + 25, 6);
        if (date < 0 || day < 0 || time < 0) {
            return false;
        }
        numbers[0] = date;
        numbers[1] = day / 100;
        numbers[2] = day % 100;
        numbers[3] = time / 10_000;
        numbers[4] = time / 100 % 100;
        numbers[5] = time % 100;
        numbers[6] = 0;
        stationMillis = utc(numbers);
        stationLines = stationMillis == LineDecoder.TIME_ABSENT ? 0 : STATION_CLOCK_LINES;
        return stationLines > 0;
    }

    private static int number(byte[] text, int from, int to, int digits) {
        var value = 0;
        for (var at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return -1;
            }
            value = value * 10 + (text[at] - '0');
        }
        return to - from == digits ? value : -1;
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
