package org.fairlead.service.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.fairlead.service.json.TimeRange;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses query values that would only fail deep inside: NUL, which no database takes, and times
/// outside [TimeRange].
class QueryGuard {

    private static final Pattern TIME =
            Pattern.compile("[+-]?\\d{4,12}-\\d\\d-\\d\\dT[0-9:.]{5,18}Z");

    @ServerRequestFilter
    void check(UriInfo uri) {
        check(uri.getQueryParameters());
    }

    static void check(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> values.forEach(value -> check(name, value)));
    }

    private static void check(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalid(name, "expected text without the character NUL");
        }
        if (TIME.matcher(value).matches() && !isInRange(value)) {
            throw ProblemException.invalid(name, TimeRange.sentence());
        }
    }

    private static boolean isInRange(String value) {
        try {
            return TimeRange.holds(Instant.parse(value));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
