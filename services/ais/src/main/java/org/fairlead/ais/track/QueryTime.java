package org.fairlead.ais.track;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A time in a query parameter.
public final class QueryTime {

    /// Of what nobody means, and what a span of time before or after it may not even have a name.
    private static final Instant LEAST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant MOST = Instant.parse("9999-12-31T00:00:00Z");

    private QueryTime() {}

    public static Instant read(String parameter, @Nullable String text, Instant otherwise) {
        return text == null || text.isBlank() ? otherwise : read(parameter, text);
    }

    /// @throws ProblemException invalid, when it is absent or no time of the years 1 to 9999
    public static Instant read(String parameter, @Nullable String text) {
        try {
            var time = Instant.parse(text == null ? "" : text);
            if (!time.isBefore(LEAST) && !time.isAfter(MOST)) {
                return time;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below, like a year beyond all
        }
        throw ProblemException.invalid(
                parameter, "expected a UTC time such as 2024-02-09T04:30:00Z");
    }
}
