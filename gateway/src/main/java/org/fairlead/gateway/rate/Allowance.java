package org.fairlead.gateway.rate;

import java.time.Duration;

/// What a bucket answered.
///
/// @param left calls that could follow at once
/// @param until when refused, time to the next possible call; else to a full bucket
public record Allowance(boolean isGranted, int left, Duration until, int burst) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Whole seconds, rounded up: what a client can wait for without coming early.
    public long waitSeconds() {
        return Math.ceilDiv(until.toNanos(), NANOS_PER_SECOND);
    }
}
