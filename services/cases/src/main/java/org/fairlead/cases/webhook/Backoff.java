package org.fairlead.cases.webhook;

import java.time.Duration;

/// How long to wait before the next try.
record Backoff(Duration first) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /// Threefold each time, up to an hour, a fifth more or less.
    ///
    /// @param attempts made so far, one or more
    /// @param chance 0 to 1
    Duration after(int attempts, double chance) {
        double growing = first.toMillis() * Math.pow(3, Math.min(attempts - 1, 20));
        double millis = Math.min(growing, LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis * (0.8 + 0.4 * chance)));
    }
}
