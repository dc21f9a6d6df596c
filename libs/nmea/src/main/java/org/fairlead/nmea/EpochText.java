package org.fairlead.nmea;

/// Times written as digits: seconds or milliseconds since 1970, with or without a fraction.
final class EpochText {

    /// 2100-01-01; a later time is a misread number.
    private static final long LATEST_MILLIS = 4_102_444_800_000L;

    private EpochText() {}

    /// Milliseconds since 1970, or [LineDecoder#TIME_ABSENT] when the text is no such number.
    static long millis(byte[] text, int from, int to) {
        var at = from;
        var value = 0L;
        while (at < to && at - from < 14 && isDigit(text[at])) {
            value = value * 10 + (text[at++] - '0');
        }
        var digits = at - from;
        if (digits == 0 || (at < to && text[at] != '.')) {
            return LineDecoder.TIME_ABSENT;
        }
        var millis = digits >= 12 ? value : value * 1_000 + fraction(text, at, to);
        return plausible(millis);
    }

    /// A time of this century or the last one, or absent.
    static long plausible(long millis) {
        return millis > 0 && millis < LATEST_MILLIS ? millis : LineDecoder.TIME_ABSENT;
    }

    /// The first comma-separated field that looks like a time of this century: ten digits of
    /// seconds or thirteen of milliseconds. Shorter numbers are slot counts and signal strengths.
    static long firstIn(byte[] text, int from, int to) {
        var start = from;
        for (var at = from; at <= to; at++) {
            if (at == to || text[at] == ',') {
                var digits = leadingDigits(text, start, at);
                if (digits == 10 || digits == 13) {
                    var millis = millis(text, start, at);
                    if (millis != LineDecoder.TIME_ABSENT) {
                        return millis;
                    }
                }
                start = at + 1;
            }
        }
        return LineDecoder.TIME_ABSENT;
    }

    private static int leadingDigits(byte[] text, int from, int to) {
        var at = from;
        while (at < to && isDigit(text[at])) {
            at++;
        }
        return at - from;
    }

    private static int fraction(byte[] text, int dot, int to) {
        var millis = 0;
        var scale = 100;
        for (var at = dot + 1; at < to && scale > 0 && isDigit(text[at]); at++) {
            millis += (text[at] - '0') * scale;
            scale /= 10;
        }
        return millis;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
