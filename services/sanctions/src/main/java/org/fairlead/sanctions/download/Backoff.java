package org.fairlead.sanctions.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When to try again.
///
/// @param first until the second try
/// @param longest between two tries
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /// Doubles with each failure in a row, up to the longest; a tenth more or less by chance, so
    /// that many installations do not come back at once.
    ///
    /// @param failures in a row, at least one
    /// @param chance 0 to 1
    Duration after(int failures, double chance) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * (0.9 + 0.2 * chance)));
    }

    /// Not before the server wants to be asked again, as far as that is not beyond the longest.
    Duration after(int failures, double chance, @Nullable Duration retryAfter) {
        var wait = after(failures, chance);
        if (retryAfter == null || retryAfter.compareTo(wait) <= 0) {
            return wait;
        }
        return retryAfter.compareTo(longest) < 0 ? retryAfter : longest;
    }
}
