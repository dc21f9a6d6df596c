package org.fairlead.ais.track;

import java.time.Instant;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;

/// A frame that came and is not merged into the tracks yet.
///
/// @param partition of the topic, and `offset` in it
/// @param bytes as it came
record RecentFrame(int partition, long offset, Frame frame, byte[] bytes) {

    Instant from() {
        return Instant.ofEpochMilli(
                frame.fixes().stream().mapToLong(Fix::epochMillis).min().orElseThrow());
    }

    Instant to() {
        return Instant.ofEpochMilli(
                frame.fixes().stream().mapToLong(Fix::epochMillis).max().orElseThrow());
    }

    boolean isSynthetic() {
        return frame.fixes().stream().anyMatch(Fix::isSynthetic);
    }
}
