package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which transmitters of one source are to be looked at again, and when that source has come so far
/// that they must be.
///
/// A transmitter whose recording ended before is put aside until a recording follows on it.
final class Watchlist {

    private final Map<Integer, Entry> entries = new HashMap<>();
    private final TreeMap<Long, Set<Integer>> byDeadline = new TreeMap<>();
    private final TreeMap<Long, Set<Integer>> asideByLast = new TreeMap<>();

    private static final long ASIDE = Long.MAX_VALUE;

    /// @param queuedMillis where it stands in [#byDeadline], [#ASIDE] when it is put aside. No
    ///   later than the deadline: a ship that goes on being heard is moved when her turn comes, not
    ///   each time she is heard.
    private record Entry(long lastMillis, long deadlineMillis, long queuedMillis) {}

    void put(int mmsi, long lastMillis, long deadlineMillis) {
        var known = entries.get(mmsi);
        if (known != null && known.queuedMillis() <= deadlineMillis) {
            entries.put(mmsi, new Entry(lastMillis, deadlineMillis, known.queuedMillis()));
            return;
        }
        remove(mmsi);
        queue(mmsi, lastMillis, deadlineMillis);
    }

    private void queue(int mmsi, long lastMillis, long deadlineMillis) {
        entries.put(mmsi, new Entry(lastMillis, deadlineMillis, deadlineMillis));
        add(byDeadline, deadlineMillis, mmsi);
    }

    void remove(int mmsi) {
        var entry = entries.remove(mmsi);
        if (entry != null) {
            take(byDeadline, entry.queuedMillis(), mmsi);
            take(asideByLast, entry.lastMillis(), mmsi);
        }
    }

    /// Those whose time has come now that the source has come to the watermark; they are taken off.
    List<Integer> due(Coverage coverage, long watermarkMillis) {
        readmit(coverage.spanOf(watermarkMillis));
        var due = new ArrayList<Integer>();
        while (!byDeadline.isEmpty() && byDeadline.firstKey() <= watermarkMillis) {
            for (int mmsi : byDeadline.pollFirstEntry().getValue()) {
                var entry = java.util.Objects.requireNonNull(entries.get(mmsi));
                if (entry.deadlineMillis() > watermarkMillis) {
                    queue(mmsi, entry.lastMillis(), entry.deadlineMillis());
                } else if (coverage.onAirUntil(entry.lastMillis()) >= entry.deadlineMillis()) {
                    entries.remove(mmsi);
                    due.add(mmsi);
                } else {
                    entries.put(mmsi, new Entry(entry.lastMillis(), entry.deadlineMillis(), ASIDE));
                    add(asideByLast, entry.lastMillis(), mmsi);
                }
            }
        }
        due.sort(null);
        return due;
    }

    private void readmit(Coverage.Span span) {
        var again = asideByLast.subMap(span.fromMillis(), true, span.toMillis(), true);
        for (Set<Integer> mmsis : again.values()) {
            for (int mmsi : mmsis) {
                var entry = java.util.Objects.requireNonNull(entries.get(mmsi));
                queue(mmsi, entry.lastMillis(), entry.deadlineMillis());
            }
        }
        again.clear();
    }

    private static void add(TreeMap<Long, Set<Integer>> index, long key, int mmsi) {
        index.computeIfAbsent(key, any -> new HashSet<>()).add(mmsi);
    }

    private static void take(TreeMap<Long, Set<Integer>> index, long key, int mmsi) {
        var there = index.get(key);
        if (there != null && there.remove(mmsi) && there.isEmpty()) {
            index.remove(key);
        }
    }
}
