package org.fairlead.lists;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as publishers write them.
public final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d).*");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}).*");
    private static final Pattern MONTH_NAME =
            Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})[ -](\\d{2,4})");

    private Dates() {}

    /// `2011-06-29`, also with a time or an offset behind it.
    public static Optional<LocalDate> iso(@Nullable String text) {
        var match = ISO.matcher(text == null ? "" : text.strip());
        return match.matches() ? parse(match.group(1)) : Optional.empty();
    }

    /// `29/06/2011` and `29-06-2011`, also with a time behind it.
    public static Optional<LocalDate> dayFirst(@Nullable String text) {
        var match = DAY_FIRST.matcher(text == null ? "" : text.strip());
        return match.matches()
                ? day(match.group(3), match.group(2), match.group(1))
                : Optional.empty();
    }

    /// `3-Oct-17` and `3 October 2017`; two digits are of this century.
    public static Optional<LocalDate> monthName(@Nullable String text) {
        var match = MONTH_NAME.matcher(text == null ? "" : text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String name = match.group(2).substring(0, 3).toLowerCase(Locale.ROOT);
        int month =
                List.of(
                                        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
                                        "sep", "oct", "nov", "dec")
                                .indexOf(name)
                        + 1;
        String year = match.group(3).length() == 2 ? "20" + match.group(3) : match.group(3);
        return month == 0 ? Optional.empty() : day(year, "" + month, match.group(1));
    }

    /// Whichever of the three it is.
    public static Optional<LocalDate> any(@Nullable String text) {
        return iso(text).or(() -> dayFirst(text)).or(() -> monthName(text));
    }

    /// A moment with an offset, without one (then UTC), or a mere day.
    public static Optional<Instant> instant(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String clean = text.strip();
        try {
            if (clean.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
                return Optional.of(OffsetDateTime.parse(clean).toInstant());
            }
            if (clean.contains("T")) {
                return Optional.of(LocalDateTime.parse(clean).toInstant(ZoneOffset.UTC));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return any(clean).map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parse(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
