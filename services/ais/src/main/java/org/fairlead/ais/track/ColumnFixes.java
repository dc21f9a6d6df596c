package org.fairlead.ais.track;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.tracks.TrackColumns;

/// Fixes of one transmitter that lie as columns, each made when it is asked for: of a million,
/// making them all takes longer than reading them.
final class ColumnFixes extends AbstractList<Fix> implements RandomAccess {

    private final int mmsi;
    private final TrackColumns rows;

    /// @param rows that stay as they are
    ColumnFixes(int mmsi, TrackColumns rows) {
        this.mmsi = mmsi;
        this.rows = rows;
    }

    @Override
    public Fix get(int row) {
        return SegmentCodec.fix(mmsi, rows, Objects.checkIndex(row, rows.size()));
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// One of its own: that of all lists asks by a call the compiler cannot follow, so that a fix
    /// that is only looked at takes memory nevertheless.
    @Override
    public Iterator<Fix> iterator() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < rows.size();
            }

            @Override
            public Fix next() {
                if (next >= rows.size()) {
                    throw new NoSuchElementException("row " + next);
                }
                return SegmentCodec.fix(mmsi, rows, next++);
            }
        };
    }
}
