package org.fairlead.association.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All silences that stand, in memory. Changes are kept beside a large sorted part until there are
/// enough of them to sort anew.
///
/// Safe for many threads: who ranks holds a [Snapshot], which never changes.
public final class SilenceIndex {

    private static final int FEWEST_TO_SORT_ANEW = 512;
    private static final int PART_TO_SORT_ANEW = 16;

    private final Map<UUID, Tied> all = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private Segment sorted = new Segment(List.of());
    private Map<UUID, Integer> rowOf = Map.of();
    private @Nullable Snapshot latest;

    /// The silences of one moment.
    ///
    /// @param hidden rows of the sorted part that have changed since
    record Parts(Segment sorted, BitSet hidden, Segment recent) {}

    /// What is ranked over.
    public static final class Snapshot {

        private final Parts parts;
        private final int size;

        private Snapshot(Parts parts) {
            this.parts = parts;
            this.size =
                    parts.sorted().size() - parts.hidden().cardinality() + parts.recent().size();
        }

        public int size() {
            return size;
        }

        Parts parts() {
            return parts;
        }

        /// Silences of one ship, in no order.
        public List<Tied> ofShip(String mmsi) {
            var recent = parts.recent().ofShip(mmsi);
            var sorted = parts.sorted().ofShip(mmsi);
            if (recent.isEmpty() && parts.hidden().isEmpty()) {
                return sorted;
            }
            var found = new ArrayList<>(recent);
            var ids = new HashSet<UUID>();
            for (int row = parts.hidden().nextSetBit(0);
                    row >= 0;
                    row = parts.hidden().nextSetBit(row + 1)) {
                ids.add(parts.sorted().rows[row].silence().id());
            }
            sorted.stream().filter(one -> !ids.contains(one.silence().id())).forEach(found::add);
            return found;
        }
    }

    /// Adds the silence, in place of an older version of it.
    public synchronized void put(Tied silence) {
        all.put(silence.silence().id(), silence);
        changed.add(silence.silence().id());
        latest = null;
    }

    public synchronized void remove(UUID id) {
        if (all.remove(id) != null) {
            changed.add(id);
            latest = null;
        }
    }

    public synchronized Snapshot snapshot() {
        if (latest == null) {
            if (changed.size() > Math.max(FEWEST_TO_SORT_ANEW, all.size() / PART_TO_SORT_ANEW)) {
                sortAnew();
            }
            latest = new Snapshot(new Parts(sorted, hidden(), new Segment(recent())));
        }
        return latest;
    }

    private void sortAnew() {
        sorted = new Segment(all.values());
        var rows = HashMap.<UUID, Integer>newHashMap(sorted.size());
        for (int row = 0; row < sorted.size(); row++) {
            rows.put(sorted.rows[row].silence().id(), row);
        }
        rowOf = rows;
        changed.clear();
    }

    private BitSet hidden() {
        var hidden = new BitSet(sorted.size());
        for (UUID id : changed) {
            Integer row = rowOf.get(id);
            if (row != null) {
                hidden.set(row);
            }
        }
        return hidden;
    }

    private List<Tied> recent() {
        var recent = new ArrayList<Tied>();
        for (UUID id : changed) {
            Tied silence = all.get(id);
            if (silence != null) {
                recent.add(silence);
            }
        }
        return recent;
    }
}
