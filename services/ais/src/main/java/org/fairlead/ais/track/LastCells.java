package org.fairlead.ais.track;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The cell in which each ship was last and that is known to be in the index: a ship mostly stays
/// in it, and a row that is there need not be written again.
///
/// Only an aid: what it does not know is written, and written twice is the same.
final class LastCells {

    private static final int MOST = 500_000;

    private record Place(long epochDay, int cell) {}

    private final Map<Integer, Place> places = new ConcurrentHashMap<>();

    /// What may not be there yet, in the same order.
    Map<Segment.Key, TreeSet<Integer>> without(Map<Segment.Key, TreeSet<Integer>> cells) {
        var unknown = new LinkedHashMap<Segment.Key, TreeSet<Integer>>();
        cells.forEach((key, all) -> {
            var known = places.get(key.mmsi());
            boolean isThere =
                    all.size() == 1 && new Place(key.day().toEpochDay(), all.first()).equals(known);
            if (!isThere) {
                unknown.put(key, all);
            }
        });
        return unknown;
    }

    /// These are there now.
    void committed(Map<Segment.Key, TreeSet<Integer>> cells) {
        if (places.size() > MOST) {
            places.clear();
        }
        cells.forEach((key, all) ->
                places.put(key.mmsi(), new Place(key.day().toEpochDay(), all.last())));
    }
}
