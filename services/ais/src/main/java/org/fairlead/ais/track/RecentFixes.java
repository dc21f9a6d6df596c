package org.fairlead.ais.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.FrameColumns;

/// Fixes of all ships in a span of time that are not in the tracks yet, in the columns they came
/// in: there may be millions, and few of them are asked for.
final class RecentFixes {

    static final RecentFixes NONE = new RecentFixes(List.of(), 0, 0);

    /// Most rows are of none of the ships, and one bit says so; a power of two.
    private static final int PLACES = 1 << 16;

    private final List<FrameColumns> frames;
    private final long fromMillis;
    private final long toMillis;

    /// @param toMillis the last that counts
    RecentFixes(List<FrameColumns> frames, long fromMillis, long toMillis) {
        this.frames = List.copyOf(frames);
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
    }

    private boolean isOfTheTime(FrameColumns frame, int row) {
        long at = frame.epochMillis(row);
        return at >= fromMillis && at <= toMillis;
    }

    /// Ships that were in some cells.
    Set<Integer> ships(List<Cells.Range> cells) {
        var wanted = new BitSet();
        cells.forEach(range -> wanted.set(range.from(), range.to() + 1));
        var ships = new HashSet<Integer>();
        for (FrameColumns frame : frames) {
            for (int row = 0; row < frame.size(); row++) {
                if (isOfTheTime(frame, row)
                        && wanted.get(Cells.of(frame.latitude(row), frame.longitude(row)))) {
                    ships.add(frame.mmsi(row));
                }
            }
        }
        return ships;
    }

    /// What there is of each of some ships, frame by frame.
    Map<Integer, List<Fix>> of(Set<Integer> ships) {
        var found = new HashMap<Integer, List<Fix>>();
        var perhaps = new BitSet(PLACES);
        ships.forEach(mmsi -> perhaps.set(place(mmsi)));
        for (FrameColumns frame : frames) {
            var rows = new BitSet();
            for (int row = 0; row < frame.size(); row++) {
                int mmsi = frame.mmsi(row);
                if (perhaps.get(place(mmsi)) && isOfTheTime(frame, row) && ships.contains(mmsi)) {
                    rows.set(row);
                }
            }
            for (Fix fix : frame.fixes(rows)) {
                found.computeIfAbsent(fix.mmsi(), any -> new ArrayList<>()).add(fix);
            }
        }
        return found;
    }

    /// Numbers of ships of one country or one maker follow each other: Fibonacci hashing (Knuth,
    /// The Art of Computer Programming, volume 3, section 6.4) spreads them.
    private static int place(int mmsi) {
        return (mmsi * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }
}
