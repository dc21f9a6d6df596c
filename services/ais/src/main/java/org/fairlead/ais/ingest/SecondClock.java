package org.fairlead.ais.ingest;

/// Estimates times in a file that has none, from its start and the UTC second in each report.
///
/// The clock moves on when a report's second is up to ten ahead; one that is further off is taken
/// for late, because network feeds turn reports around by half a minute. It never runs back.
final class SecondClock {

    private static final int MOST_AHEAD = 10;

    private long now;

    SecondClock(long startsAtMillis) {
        now = startsAtMillis;
    }

    /// @param utcSecond 0 to 59, anything else is "not available"
    long timeOf(int utcSecond) {
        if (utcSecond < 0 || utcSecond > 59) {
            return now;
        }
        long second = Math.floorDiv(now, 1000);
        int ahead = Math.floorMod(utcSecond - (int) Math.floorMod(second, 60L), 60);
        if (ahead == 0) {
            return now;
        }
        if (ahead <= MOST_AHEAD) {
            now = (second + ahead) * 1000;
            return now;
        }
        return (second + ahead - 60) * 1000;
    }

    long now() {
        return now;
    }
}
