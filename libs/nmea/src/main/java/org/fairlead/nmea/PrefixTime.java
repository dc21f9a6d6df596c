package org.fairlead.nmea;

import java.time.LocalDate;

/// The time a logger wrote before a sentence:
///
/// ```
/// 1707453000 !AIVDM…      1707453000123,!AIVDM…       seconds or milliseconds since 1970
/// 2024-02-09T04:30:00Z !AIVDM…    [2024-02-09 04:30:00.123Z] !AIVDM…       UTC, and says so
/// ```
///
/// A time without a zone is nobody knows which hour, and counts as none.
final class PrefixTime {

    private static final int DATE_AND_TIME = 19;

    private PrefixTime() {}

    /// Milliseconds since 1970, or [LineDecoder#TIME_ABSENT].
    static long in(byte[] text, int from, int to) {
        var at = from;
        while (at < to && !isDigit(text[at])) {
            at++;
        }
        var digits = digits(text, at, to);
        if (digits == 10 || digits == 13) {
            var end = at + digits;
            while (end < to && (text[end] == '.' || isDigit(text[end]))) {
                end++;
            }
            return EpochText.millis(text, at, end);
        }
        return digits == 4 ? utc(text, at, to) : LineDecoder.TIME_ABSENT;
    }

    private static long utc(byte[] text, int at, int to) {
        if (to - at <= DATE_AND_TIME
                || text[at + 4] != '-'
                || text[at + 7] != '-'
                || (text[at + 10] != 'T' && text[at + 10] != ' ')
                || text[at + 13] != ':'
                || text[at + 16] != ':') {
            return LineDecoder.TIME_ABSENT;
        }
        var year = number(text, at, 4);
        var month = number(text, at + 5, 2);
        var day = number(text, at + 8, 2);
        var hour = number(text, at + 11, 2);
        var minute = number(text, at + 14, 2);
        var second = number(text, at + 17, 2);
        var end = at + DATE_AND_TIME;
        var millis = 0;
        if (text[end] == '.') {
            var scale = 100;
            for (end++; end < to && isDigit(text[end]); end++) {
                millis += (text[end] - '0') * scale;
                scale /= 10;
            }
        }
        if (end == to
                || text[end] != 'Z'
                || month < 1
                || month > 12
                || day < 1
                || day > lengthOf(year, month)
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59) {
            return LineDecoder.TIME_ABSENT;
        }
        var days = LocalDate.of(year, month, day).toEpochDay();
        return EpochText.plausible(
                (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000 + millis);
    }

    private static int lengthOf(int year, int month) {
        return LocalDate.of(Math.max(year, 0), month, 1).lengthOfMonth();
    }

    /// A number of so many digits, or -1.
    private static int number(byte[] text, int at, int count) {
        var value = 0;
        for (var i = at; i < at + count; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private static int digits(byte[] text, int from, int to) {
        var at = from;
        while (at < to && at - from < 14 && isDigit(text[at])) {
            at++;
        }
        return at - from;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
