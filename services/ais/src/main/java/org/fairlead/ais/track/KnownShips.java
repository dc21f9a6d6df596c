package org.fairlead.ais.track;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the last merge of a ship left behind: the cell in which she was last and that is in the
/// index, and the piece of her track that has room. A ship mostly stays in her cell, and a row that
/// is there need not be written again; and what comes next is added to the piece without reading
/// it.
///
/// Only an aid. A cell that it does not know is written, and written twice is the same. Of a piece
/// the statement that adds to it sees whether it still is as it was.
final class KnownShips {

    private static final int MOST = 500_000;

    /// Of a ship on the last day she was heard.
    ///
    /// @param part number of the piece that has room, or `NONE`
    /// @param fixes in that piece, and its `bytes`
    record Known(long epochDay, int cell, int part, int fixes, int bytes) {

        static final int NONE = -1;

        boolean isIn(long day, int ofCell) {
            return epochDay == day && cell == ofCell;
        }

        boolean hasRoom(long day) {
            return epochDay == day && part != NONE;
        }
    }

    private final Map<Integer, Known> ships = new ConcurrentHashMap<>();

    @Nullable Known of(int mmsi) {
        return ships.get(mmsi);
    }

    /// This is so from now on; what was known of a later day stays.
    void committed(Map<Integer, Known> left) {
        if (ships.size() > MOST) {
            ships.clear();
        }
        left.forEach((mmsi, known) ->
                ships.merge(
                        mmsi,
                        known,
                        (before, now) -> before.epochDay() > now.epochDay() ? before : now));
    }
}
