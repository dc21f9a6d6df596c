package org.fairlead.ais.derivation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Transmitters of one source with fixes that wait, by how far it must have come for them to go on.
final class Queue {

    private final String source;
    private final Map<Integer, Long> due = new HashMap<>();
    private final TreeMap<Long, Set<Integer>> byDue = new TreeMap<>();
    private @Nullable HeardFrame last;
    private long seenAt;
    private long reachedMillis = Long.MIN_VALUE;

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

    /// Whether the source was off for so long before a frame.
    boolean wasOff(HeardFrame before, long forMillis) {
        return reachedMillis != Long.MIN_VALUE && before.fromMillis() - forMillis > reachedMillis;
    }

    void seen(HeardFrame frame, long nowMillis) {
        reachedMillis = Math.max(reachedMillis, frame.watermarkMillis());
        // What it said of the source; what was heard is thousands of fixes, and goes on.
        last = frame.with(List.of());
        seenAt = nowMillis;
    }

    boolean isEmpty() {
        return due.isEmpty();
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

    /// @param newestMillis of what waits of her: so far the source has come at least
    void put(int mmsi, long dueMillis, long newestMillis) {
        reachedMillis = Math.max(reachedMillis, newestMillis);
        due.put(mmsi, dueMillis);
        byDue.computeIfAbsent(dueMillis, any -> new HashSet<>()).add(mmsi);
    }

    void remove(int mmsi) {
        Long at = due.remove(mmsi);
        if (at == null) {
            return;
        }
        var there = byDue.get(at);
        if (there != null && there.remove(mmsi) && there.isEmpty()) {
            byDue.remove(at);
        }
    }

    /// Those that go on when the source has come to that moment; by MMSI.
    ///
    /// @param most so many at once: of more those that were due first
    List<Integer> due(long untilMillis, int most) {
        return byDue.headMap(untilMillis, true).values().stream()
                .flatMap(Set::stream)
                .limit(most)
                .sorted()
                .toList();
    }
}
