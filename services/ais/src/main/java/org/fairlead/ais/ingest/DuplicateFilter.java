package org.fairlead.ais.ingest;

import java.util.HashMap;
import java.util.Map;

/// Knows a report that several receivers heard: same transmitter, same values, within ten seconds.
///
/// Reports are known by a 64-bit hash of all fields that are decoded. Two generations are kept, so
/// memory is bounded by what is heard in two windows, and by [#MOST] in a file that is not in time
/// order.
final class DuplicateFilter {

    private static final int MOST = 1 << 19;

    private final long windowMillis;
    private Map<Long, Long> current = new HashMap<>();
    private Map<Long, Long> before = new HashMap<>();
    private long startedAt = Long.MIN_VALUE;

    DuplicateFilter(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /// True when the same report was heard within the window; remembers it otherwise.
    boolean isDuplicate(long hash, long epochMillis) {
        rotate(epochMillis);
        if (isWithin(current.get(hash), epochMillis) || isWithin(before.get(hash), epochMillis)) {
            return true;
        }
        current.put(hash, epochMillis);
        return false;
    }

    private boolean isWithin(@org.jspecify.annotations.Nullable Long heardAt, long epochMillis) {
        return heardAt != null && Math.abs(epochMillis - heardAt) <= windowMillis;
    }

    private void rotate(long epochMillis) {
        if (startedAt == Long.MIN_VALUE) {
            startedAt = epochMillis;
        }
        if (epochMillis - startedAt > windowMillis || current.size() >= MOST) {
            before = current;
            current = new HashMap<>();
            startedAt = epochMillis;
        }
    }

    /// Mixes one more field into a hash (the finaliser of SplitMix64).
    static long mix(long hash, long value) {
        long z = (hash ^ value) + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
