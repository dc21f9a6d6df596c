package org.fairlead.nmea;

import java.util.Arrays;

/// How far each source has come in its own time, for giving up messages whose parts do not come.
///
/// A clock of its own for each, because lines of satellites reach a log in any order: another's
/// times say nothing of how long a part has been on its way. Lines without a source share one.
final class SourceClocks {

    private static final int FEW = 16;

    private long arrival = PartStore.NO_CLOCK;
    private long all = PartStore.NO_CLOCK;
    private long[] bySource = unknown(FEW);

    private static long[] unknown(int sources) {
        var clocks = new long[sources];
        Arrays.fill(clocks, PartStore.NO_CLOCK);
        return clocks;
    }

    /// The caller knows when a line arrived, whoever it is from.
    void arrivedAt(long millis) {
        arrival = Math.max(arrival, millis);
    }

    void told(int source, long millis) {
        all = Math.max(all, millis);
        if (source < 0) {
            return;
        }
        if (source >= bySource.length) {
            var more = unknown(Math.max(source + 1, 2 * bySource.length));
            System.arraycopy(bySource, 0, more, 0, bySource.length);
            bySource = more;
        }
        bySource[source] = Math.max(bySource[source], millis);
    }

    long of(int source) {
        var told = source < 0 ? all : source < bySource.length ? bySource[source] : arrival;
        return Math.max(arrival, told);
    }
}
