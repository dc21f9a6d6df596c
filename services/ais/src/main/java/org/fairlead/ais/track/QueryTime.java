package org.fairlead.ais.track;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A time in a query parameter.
public final class QueryTime {

    private QueryTime() {}

    public static Instant read(String parameter, @Nullable String text, Instant otherwise) {
        return text == null || text.isBlank() ? otherwise : read(parameter, text);
    }

    /// @throws ProblemException invalid, when it is absent or no time
    public static Instant read(String parameter, @Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.invalid(
                    parameter, "expected a UTC time such as 2024-02-09T04:30:00Z");
        }
    }
}
