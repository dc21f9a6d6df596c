package org.fairlead.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a delivery that did not do is tried again.
record RetryPlan(List<Duration> waits) {

    private static final double JITTER = 0.2;

    RetryPlan {
        waits = List.copyOf(waits);
    }

    /// @param attempts made so far, 1 or more
    /// @param chance from 0 to 1: so that a receiver that comes back is not met by all at once
    /// @return empty when that was the last
    Optional<Duration> after(int attempts, double chance) {
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        double factor = 1 - JITTER + 2 * JITTER * chance;
        return Optional.of(
                Duration.ofMillis(Math.round(waits.get(attempts - 1).toMillis() * factor)));
    }
}
