package org.fairlead.ais.silence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that is remembered of one transmitter: when it was heard, and what was said of its silences,
/// by the time they begin.
record TransmitterState(Forgotten forgotten, Presences presences, SortedMap<Long, Told> told) {

    static final TransmitterState NONE =
            new TransmitterState(Forgotten.NOTHING, Presences.NONE, Collections.emptySortedMap());

    TransmitterState {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }
}
