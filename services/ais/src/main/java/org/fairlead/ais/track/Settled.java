package org.fairlead.ais.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// How a ship's day lies when it is compacted: in pieces of 384 fixes, about an hour under way,
/// which are small enough to lie in the row itself, each numbered by the second of the day in which
/// it begins. So the pieces of an hour are found by their numbers, and the rest of the day is not
/// touched.
///
/// Settled pieces have the numbers -86,400 to -1, others, as they came, 0 and up.
final class Settled {

    static final int FIRST = -86_400;
    static final int LAST = -1;

    /// Three mini-blocks; the row of a piece stays below the two kilobytes from which PostgreSQL
    /// puts it elsewhere.
    static final int FIXES = 384;

    private static final long DAY_MILLIS = 86_400_000;

    private Settled() {}

    /// The number of a piece that begins at a time of a day; of times before or after that day, the
    /// first and the last there can be.
    static int part(LocalDate day, long epochMillis) {
        long ofDay = epochMillis - day.toEpochDay() * DAY_MILLIS;
        return (int) Math.clamp(Math.floorDiv(ofDay, 1_000L) + FIRST, FIRST, LAST);
    }

    /// Cuts a day only between fixes of different seconds: so each piece has a number of its own.
    static List<TrackChange.Piece> pieces(Segment.Key key, List<Fix> fixes) {
        var pieces = new ArrayList<TrackChange.Piece>();
        int from = 0;
        while (from < fixes.size()) {
            int to = end(from, fixes.size(), row -> fixes.get(row).epochMillis());
            pieces.add(
                    new TrackChange.Piece(
                            key,
                            part(key.day(), fixes.get(from).epochMillis()),
                            fixes.subList(from, to),
                            0));
            from = to;
        }
        return pieces;
    }

    /// Of rows in order of time.
    interface Times {
        long epochMillis(int row);
    }

    /// Where the piece ends that begins at a row.
    static int end(int from, int rows, Times times) {
        int to = Math.min(from + FIXES, rows);
        while (to < rows && second(times, to) == second(times, to - 1)) {
            to++;
        }
        return to;
    }

    private static long second(Times times, int row) {
        return Math.floorDiv(times.epochMillis(row), 1_000L);
    }
}
