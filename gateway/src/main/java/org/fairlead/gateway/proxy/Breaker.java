package org.fairlead.gateway.proxy;

import java.time.Duration;

/// Leaves a service alone that failed several times in a row, then lets one call try it.
///
/// Time is `System.nanoTime()`, handed in.
final class Breaker {

    private final int failuresUntilOpen;
    private final long openNanos;
    private int failures;
    private long opensAgainAt;
    private boolean isProbing;

    Breaker(int failuresUntilOpen, Duration openFor) {
        this.failuresUntilOpen = failuresUntilOpen;
        this.openNanos = openFor.toNanos();
    }

    /// Whether a call may go through now; whoever is told so reports its outcome.
    synchronized boolean admits(long now) {
        if (failures < failuresUntilOpen) {
            return true;
        }
        if (now - opensAgainAt < 0 || isProbing) {
            return false;
        }
        isProbing = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        isProbing = false;
    }

    synchronized void failed(long now) {
        failures++;
        isProbing = false;
        opensAgainAt = now + openNanos;
    }

    /// The call ended without telling anything about the service: its caller went away.
    synchronized void toldNothing() {
        isProbing = false;
    }
}
