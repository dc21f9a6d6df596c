package org.fairlead.ais.track;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.fairlead.service.json.TimeRange;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A time in a query parameter.
public final class QueryTime {

    private QueryTime() {}

    public static Instant read(String parameter, @Nullable String text, Instant otherwise) {
        return text == null || text.isBlank() ? otherwise : read(parameter, text);
    }

    /// @throws ProblemException invalid, when it is absent, or no time within [TimeRange]
    public static Instant read(String parameter, @Nullable String text) {
        try {
            var time = Instant.parse(text == null ? "" : text);
            if (TimeRange.holds(time)) {
                return time;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below, like a time that nobody means
        }
        throw ProblemException.invalid(parameter, TimeRange.sentence());
    }
}
