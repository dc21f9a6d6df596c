package org.fairlead.gateway.webhook;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an attempt went.
///
/// @param status of the receiver's answer; absent when there was none
/// @param problem in words; absent when it was taken
/// @param retryAfter what the receiver asked for
record Outcome(
        @Nullable Integer status,
        @Nullable String problem,
        Optional<Duration> retryAfter,
        int millis) {

    private static final int GONE = 410;

    boolean isDelivered() {
        return problem == null;
    }

    /// The receiver wants to hear no more.
    boolean isGone() {
        return status != null && status == GONE;
    }
}
