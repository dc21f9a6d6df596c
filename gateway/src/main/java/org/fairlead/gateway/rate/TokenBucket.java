package org.fairlead.gateway.rate;

import java.time.Duration;

/// Calls somebody has left. It holds `burst` at most and gains `perSecond` as time passes.
///
/// Not synchronised: the limiter calls it under the lock of its key.
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int burst;
    private final double perSecond;
    private double left;
    private long at;

    /// @param now from `System.nanoTime()`
    TokenBucket(int burst, double perSecond, long now) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.left = burst;
        this.at = now;
    }

    Allowance take(long now) {
        left = Math.min(burst, left + (now - at) / NANOS_PER_SECOND * perSecond);
        at = now;
        if (left < 1) {
            return new Allowance(false, 0, Duration.ofNanos(nanosUntil(1)), burst);
        }
        left -= 1;
        return new Allowance(true, (int) left, Duration.ofNanos(nanosUntil(burst)), burst);
    }

    private long nanosUntil(double wanted) {
        return (long) Math.ceil((wanted - left) / perSecond * NANOS_PER_SECOND);
    }
}
