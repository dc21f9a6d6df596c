package org.fairlead.lists.ofac;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// Birth dates as OFAC writes them: `12 Mar 1962`, `Mar 1962`, `1962`, `circa 1962`.
final class OfacDates {

    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter MONTH = format("MMM uuuu");

    private OfacDates() {}

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /// `1962-03-12` or `1962-03`; unchanged what is neither.
    static String iso(String text) {
        String clean = text.strip();
        // Most are mere years: no use trying.
        if (clean.length() < 8) {
            return clean;
        }
        try {
            return Character.isDigit(clean.charAt(0))
                    ? LocalDate.parse(clean, DAY).toString()
                    : YearMonth.parse(clean, MONTH).toString();
        } catch (DateTimeException e) {
            return clean;
        }
    }
}
