package org.fairlead.ais.derivation;

import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Which cells of new times have a state, so that nobody looks on the disk for one that cannot be
/// there: of cells that belong to a time most notes are the first ones.
///
/// Of a time newer than any that was stored before this began, all cells with a state are known
/// here. Of an older one, and of cells without a time, nothing is known.
final class KnownCells {

    /// Cells of all times together; 48 bytes each.
    static final int MOST = 50_000;

    private final LongConsumer newest;

    /// Nothing is known of times up to this one.
    private long unknownUntil;

    private long newestTime;
    private final NavigableMap<Long, Set<Long>> cellsByTime = new TreeMap<>();
    private int size;

    /// @param storedUntil no state is of a later time
    /// @param newest told of each newer time, before a state of it is there
    KnownCells(long storedUntil, LongConsumer newest) {
        this.unknownUntil = storedUntil;
        this.newestTime = storedUntil;
        this.newest = newest;
    }

    /// Whether there may be a state of the cell; if not, there will be one from now on.
    boolean mayBeThere(long cell, long time) {
        if (time <= unknownUntil) {
            return true;
        }
        if (time > newestTime) {
            newestTime = time;
            newest.accept(time);
        }
        if (!cellsByTime.computeIfAbsent(time, any -> new HashSet<>()).add(cell)) {
            return true;
        }
        size++;
        while (size > MOST) {
            var oldest = cellsByTime.pollFirstEntry();
            size -= oldest.getValue().size();
            unknownUntil = oldest.getKey();
        }
        return false;
    }
}
