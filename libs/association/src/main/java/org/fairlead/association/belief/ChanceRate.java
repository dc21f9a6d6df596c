package org.fairlead.association.belief;

import java.util.Arrays;

/// The share of a window of time at which a ship would have been consistent with a sighting at the
/// same place: how easily chance alone makes her a candidate.
///
/// Exact, not sampled: the times at which one silence is consistent with a place are one interval,
/// from the last report plus the shortest way there to the next report less the shortest way on.
public final class ChanceRate {

    private final long from;
    private final long to;
    private long[] starts = new long[8];
    private long[] ends = new long[8];
    private int count;

    /// Times are epoch milliseconds.
    public ChanceRate(long from, long to) {
        if (to <= from) {
            throw new IllegalArgumentException("a window ends after it begins: " + to);
        }
        this.from = from;
        this.to = to;
    }

    /// Adds the times at which one of her silences is consistent; nothing where they are none.
    public void add(long first, long last) {
        long begin = Math.max(first, from);
        long end = Math.min(last, to);
        if (begin < end) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = begin;
            ends[count++] = end;
        }
    }

    /// 0 to 1; times that two silences share count once.
    public double rate() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, (one, other) -> Long.compare(starts[one], starts[other]));
        long covered = 0;
        long until = from;
        for (int at : order) {
            long begin = Math.max(starts[at], until);
            if (ends[at] > begin) {
                covered += ends[at] - begin;
                until = ends[at];
            }
        }
        return (double) covered / (to - from);
    }
}
