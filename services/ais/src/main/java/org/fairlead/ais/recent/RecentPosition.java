package org.fairlead.ais.recent;

import java.time.Instant;
import org.fairlead.contracts.frame.Fix;

/// The newest position of a ship among those that are not merged yet.
public record RecentPosition(Fix fix, WaitingFrame frame) {

    public Instant at() {
        return Instant.ofEpochMilli(fix.epochMillis());
    }

    /// Of two of the same time the one that came first stays, as when they are merged.
    boolean isOlderThan(Fix other) {
        return fix.epochMillis() < other.epochMillis();
    }
}
