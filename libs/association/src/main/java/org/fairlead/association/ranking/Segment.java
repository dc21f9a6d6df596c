package org.fairlead.association.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.seas.distance.Place;

/// Silences as columns, by the time they start; never changed.
///
/// What most rows are ruled out by lies in arrays side by side: times, speeds, and the ends as unit
/// vectors. Of every 64 rows the latest end is kept, so that silences long over cost one look for
/// all of them.
final class Segment {

    private static final int BLOCK_BITS = 6;

    final Tied[] rows;
    final long[] start;
    final long[] end;
    final float[] knots;
    final boolean[] isOpen;
    final boolean[] isSeveralShips;

    /// Three numbers an end.
    final float[] from;

    final float[] to;
    private final long[] latestEnd;
    private final Map<String, List<Tied>> byMmsi = new HashMap<>();

    Segment(Collection<Tied> silences) {
        rows = silences.toArray(Tied[]::new);
        java.util.Arrays.sort(
                rows,
                Comparator.comparingLong((Tied row) -> row.silence().startMillis())
                        .thenComparing(row -> row.silence().id()));
        start = new long[rows.length];
        end = new long[rows.length];
        knots = new float[rows.length];
        isOpen = new boolean[rows.length];
        isSeveralShips = new boolean[rows.length];
        from = new float[3 * rows.length];
        to = new float[3 * rows.length];
        latestEnd = new long[(rows.length >> BLOCK_BITS) + 1];
        java.util.Arrays.fill(latestEnd, Long.MIN_VALUE);
        for (int row = 0; row < rows.length; row++) {
            fill(row, rows[row].silence());
            byMmsi.computeIfAbsent(rows[row].silence().mmsi(), mmsi -> new ArrayList<>(2))
                    .add(rows[row]);
        }
    }

    private void fill(int row, IndexedSilence silence) {
        start[row] = silence.startMillis();
        end[row] = silence.endMillis();
        knots[row] = (float) silence.exclusionKnots();
        isOpen[row] = silence.isOpen();
        isSeveralShips[row] = silence.isSeveralShips();
        vector(silence.from(), from, row);
        Place next = silence.to();
        vector(next == null ? silence.from() : next, to, row);
        int block = row >> BLOCK_BITS;
        latestEnd[block] = Math.max(latestEnd[block], silence.endMillis());
    }

    static void vector(Place place, float[] into, int row) {
        double cosine = Math.cos(Math.toRadians(place.latitudeDegrees()));
        into[3 * row] = (float) (cosine * Math.cos(Math.toRadians(place.longitudeDegrees())));
        into[3 * row + 1] = (float) (cosine * Math.sin(Math.toRadians(place.longitudeDegrees())));
        into[3 * row + 2] = (float) Math.sin(Math.toRadians(place.latitudeDegrees()));
    }

    int size() {
        return rows.length;
    }

    List<Tied> ofShip(String mmsi) {
        return byMmsi.getOrDefault(mmsi, List.of());
    }

    interface Each {
        void accept(int row);
    }

    /// Rows that touch the interval.
    void touching(long fromMillis, long toMillis, Each each) {
        int last = startedBy(toMillis);
        for (int block = 0; block << BLOCK_BITS < last; block++) {
            if (latestEnd[block] < fromMillis) {
                continue;
            }
            int stop = Math.min(last, block + 1 << BLOCK_BITS);
            for (int row = block << BLOCK_BITS; row < stop; row++) {
                if (end[row] >= fromMillis) {
                    each.accept(row);
                }
            }
        }
    }

    private int startedBy(long millis) {
        int low = 0;
        int high = start.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
