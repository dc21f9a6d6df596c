package org.fairlead.ais.silence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that is remembered of one transmitter: when it was heard, what was said of its silences and
/// of its blips, by the time they begin, and the newest slots it was heard in.
record TransmitterState(
        Forgotten forgotten,
        Presences presences,
        SortedMap<Long, Told> told,
        SortedMap<Long, Blip> blips,
        Trail trail) {

    static final TransmitterState NONE =
            new TransmitterState(
                    Forgotten.NOTHING,
                    Presences.NONE,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Trail.NONE);

    TransmitterState {
        told = copy(told);
        blips = copy(blips);
    }

    /// Of most ships nothing was told, and this is made for each of their reports.
    private static <T> SortedMap<Long, T> copy(SortedMap<Long, T> some) {
        return some.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(some));
    }
}
