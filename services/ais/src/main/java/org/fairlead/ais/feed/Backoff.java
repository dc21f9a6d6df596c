package org.fairlead.ais.feed;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before the next attempt: twice as long each time, up to a bound, give or take a
/// random share so that many clients do not return at once.
final class Backoff {

    private final long firstMillis;
    private final long mostMillis;
    private final double jitter;
    private final DoubleSupplier random;
    private long nextMillis;

    /// @param random from 0 to 1
    Backoff(Duration first, Duration most, double jitter, DoubleSupplier random) {
        firstMillis = first.toMillis();
        mostMillis = most.toMillis();
        this.jitter = jitter;
        this.random = random;
        nextMillis = firstMillis;
    }

    long nextMillis() {
        double share = 1 + jitter * (2 * random.getAsDouble() - 1);
        long wait = Math.round(nextMillis * share);
        nextMillis = Math.min(mostMillis, nextMillis * 2);
        return wait;
    }

    /// It worked: the next wait is short again.
    void reset() {
        nextMillis = firstMillis;
    }
}
