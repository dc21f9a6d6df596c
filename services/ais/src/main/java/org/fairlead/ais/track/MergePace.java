package org.fairlead.ais.track;

import java.util.HashMap;
import java.util.Map;

/// When it pays to merge what waits of a partition into the tracks.
///
/// A merge costs a few rows for each ship, however many fixes she brings, so of a large fleet it
/// waits until each ship brings several, or nothing more comes. What waits is in every answer about
/// tracks, and is decoded for it: so there is a most, and a longest time.
final class MergePace {

    private final TrackConfig config;

    /// Ships of the last merge of each partition: about as many will be in the next.
    private final Map<Integer, Integer> ships = new HashMap<>();

    /// What waits of each partition of which something does.
    private final Map<Integer, Seen> seen = new HashMap<>();

    /// @param sinceNanos when it was first seen that something waits
    /// @param fixes when it was last looked
    /// @param cameNanos when it was first seen that there were so many
    private record Seen(long sinceNanos, long fixes, long cameNanos) {

        Seen and(long fixesNow, long nowNanos) {
            return new Seen(sinceNanos, fixesNow, fixesNow == fixes ? cameNanos : nowNanos);
        }
    }

    MergePace(TrackConfig config) {
        this.config = config;
    }

    /// Whether to merge now.
    ///
    /// @param fixes that wait of the partition, at least one
    /// @param ofAll fixes that wait of all partitions
    boolean isDue(int partition, long fixes, long ofAll, long nowNanos) {
        var before = seen.getOrDefault(partition, new Seen(nowNanos, 0, nowNanos));
        var now = before.and(fixes, nowNanos);
        seen.put(partition, now);
        Integer ofLast = ships.get(partition);
        return ofLast == null
                || fixes <= config.mergeAtOnce()
                || fixes >= (long) ofLast * config.mergeFixesPerShip()
                || fixes >= config.mergeMostFixes()
                || ofAll >= config.mergeMostWaiting()
                || nowNanos - now.cameNanos() >= config.mergeWhenQuietFor().toNanos()
                || nowNanos - now.sinceNanos() >= config.mergeWithin().toNanos();
    }

    /// @param ofShips ships in what was merged
    void merged(int partition, int ofShips) {
        ships.put(partition, ofShips);
        seen.remove(partition);
    }
}
