package org.fairlead.lists.ofac;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import org.fairlead.lists.xml.Element;

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

    /// `Year`, `Month` and `Day` below an element.
    static Optional<LocalDate> point(Element date) {
        try {
            return Optional.of(
                    LocalDate.of(number(date, "Year"), number(date, "Month"), number(date, "Day")));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(Element date, String part) {
        String text = date.text(part);
        return text == null ? 0 : Integer.parseInt(text);
    }

    /// A birth date is a period of the advanced format: a day, or the bounds of a month or a year.
    static Optional<String> period(Element period) {
        var from = boundary(period, "Start/From");
        var to = boundary(period, "End/To").or(() -> boundary(period, "Start/To"));
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return from.or(() -> to).map(LocalDate::toString);
        }
        LocalDate first = from.get();
        LocalDate last = to.get();
        boolean isYear =
                first.getDayOfYear() == 1 && last.equals(first.withDayOfYear(first.lengthOfYear()));
        if (isYear) {
            return Optional.of("" + first.getYear());
        }
        boolean isMonth =
                first.getDayOfMonth() == 1
                        && last.equals(first.withDayOfMonth(first.lengthOfMonth()));
        return Optional.of(
                isMonth ? YearMonth.from(first).toString() : "%s to %s".formatted(first, last));
    }

    private static Optional<LocalDate> boundary(Element period, String path) {
        return period.all(path).stream().findFirst().flatMap(OfacDates::point);
    }
}
