package org.fairlead.ais.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.sample.SampleDay;

/// Of which days samples are stored, by ship: the store, and the first and last day of each ship in
/// memory. Of a ship that is new nothing is looked for, and the few days of most are asked for one
/// by one, which costs a tenth of a search through the store.
final class StoredDays {

    /// Longer than any number of days since 1970.
    private static final int DAY_BITS = 20;

    private static final int MOST_DAYS = 1 << DAY_BITS;
    private static final int ASKED_ONE_BY_ONE = 8;

    private final ObjectStore<Long, SampleDay> store;

    /// The first day in the upper half, the last in the lower.
    private final Map<Integer, Long> spans = new HashMap<>();

    StoredDays(ObjectStore<Long, SampleDay> store) {
        this.store = store;
        store.keysBetween(
                0L,
                Long.MAX_VALUE,
                key -> span((int) (key >> DAY_BITS), (int) (key & (MOST_DAYS - 1))));
    }

    private void span(int mmsi, int day) {
        spans.merge(
                mmsi,
                (long) day << Integer.SIZE | day,
                (known, one) ->
                        Math.min(known >> Integer.SIZE, day) << Integer.SIZE
                                | Math.max(known.intValue(), day));
    }

    SampleDay get(int mmsi, int day) {
        var known = store.get(key(mmsi, day));
        return known == null ? new SampleDay(List.of()) : known;
    }

    void put(int mmsi, int day, SampleDay samples) {
        store.put(key(mmsi, day), samples);
        span(mmsi, day);
    }

    void delete(int mmsi, int day) {
        store.delete(key(mmsi, day));
    }

    /// Days of a ship with samples, in no order that means anything.
    List<Integer> of(int mmsi) {
        var found = new ArrayList<Integer>();
        Long span = spans.get(mmsi);
        if (span == null) {
            return found;
        }
        int first = (int) (span >> Integer.SIZE);
        int last = span.intValue();
        if (last - first >= ASKED_ONE_BY_ONE) {
            store.keysBetween(
                    key(mmsi, first),
                    key(mmsi, last),
                    key -> found.add((int) (key & (MOST_DAYS - 1))));
            return found;
        }
        for (int day = first; day <= last; day++) {
            if (store.get(key(mmsi, day)) != null) {
                found.add(day);
            }
        }
        return found;
    }

    private static long key(int mmsi, int day) {
        return (long) mmsi << DAY_BITS | day;
    }
}
