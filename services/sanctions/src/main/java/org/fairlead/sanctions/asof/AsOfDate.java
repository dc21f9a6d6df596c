package org.fairlead.sanctions.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.fairlead.service.problem.ProblemException;

/// The time a question is about: a day (UTC) or an instant.
///
/// @param text as it was asked
/// @param from first instant it covers
/// @param to last instant it covers
public record AsOfDate(String text, Instant from, Instant to) {

    public AsOfDate {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + text);
        }
    }

    public static AsOfDate of(LocalDate day) {
        return new AsOfDate(
                day.toString(),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
    }

    public static AsOfDate of(Instant instant) {
        return new AsOfDate(instant.toString(), instant, instant);
    }

    /// @throws ProblemException `invalid` when the text is neither a date nor a time
    public static AsOfDate parse(String text) {
        return parse("asOf", text);
    }

    /// @param parameter named in the refusal
    public static AsOfDate parse(String parameter, String text) {
        try {
            return text.length() == 10
                    ? of(LocalDate.parse(text))
                    : of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    parameter, "expected a date such as 2024-02-09 or a UTC time");
        }
    }

    LocalDate day() {
        return from.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
