package org.fairlead.ais.derivation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Transmitters of one source with fixes that wait, by the oldest of these.
final class Queue {

    private final String source;
    private final Map<Integer, Long> oldest = new HashMap<>();
    private final TreeMap<Long, Set<Integer>> byOldest = new TreeMap<>();
    private @Nullable HeardFrame last;
    private long seenAt;

    Queue(String source, long nowMillis) {
        this.source = source;
        this.seenAt = nowMillis;
    }

    String source() {
        return source;
    }

    /// When something of the source came last, by the clock of this process.
    long seenAt() {
        return seenAt;
    }

    void seen(HeardFrame frame, long nowMillis) {
        // What it said of the source; what was heard is thousands of fixes, and goes on.
        last = frame.with(List.of());
        seenAt = nowMillis;
    }

    boolean isEmpty() {
        return oldest.isEmpty();
    }

    /// A frame of the source for what goes on although nothing came.
    HeardFrame frame(List<HeardTransmitter> transmitters, long nowMillis) {
        if (last != null) {
            return last.with(transmitters);
        }
        long newest =
                transmitters.stream()
                        .flatMap(one -> one.fixes().stream())
                        .max(Comparator.comparingLong(fix -> fix.epochMillis()))
                        .orElseThrow()
                        .epochMillis();
        return new HeardFrame(source, "", newest, newest, nowMillis, transmitters);
    }

    void put(int mmsi, long oldestMillis) {
        oldest.put(mmsi, oldestMillis);
        byOldest.computeIfAbsent(oldestMillis, any -> new HashSet<>()).add(mmsi);
    }

    void remove(int mmsi) {
        Long at = oldest.remove(mmsi);
        if (at == null) {
            return;
        }
        var there = byOldest.get(at);
        if (there != null && there.remove(mmsi) && there.isEmpty()) {
            byOldest.remove(at);
        }
    }

    /// Those with a fix that need not wait any longer than to that moment; by MMSI.
    ///
    /// @param most so many at once: of more those that have waited longest
    List<Integer> due(long untilMillis, int most) {
        return byOldest.headMap(untilMillis, true).values().stream()
                .flatMap(Set::stream)
                .limit(most)
                .sorted()
                .toList();
    }
}
