package org.fairlead.ais.silence;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;

/// How often a transmitter usually reports, from its newest intervals.
final class Habit {

    private final ArrayDeque<Long> intervals = new ArrayDeque<>();
    private final int least;

    Habit(int leastIntervals) {
        least = leastIntervals;
    }

    /// Goes on from what was learnt of pauses no longer remembered.
    static Habit after(Forgotten forgotten, int leastIntervals) {
        var habit = new Habit(leastIntervals);
        forgotten.intervals().forEach(habit::learn);
        return habit;
    }

    List<Long> intervals() {
        return List.copyOf(intervals);
    }

    void learn(Presence presence) {
        long[] times = presence.recentMillis();
        for (int i = 1; i < times.length; i++) {
            learn(times[i] - times[i - 1]);
        }
    }

    void learn(long intervalMillis) {
        intervals.addLast(intervalMillis);
        if (intervals.size() > Presence.MOST_RECENT) {
            intervals.removeFirst();
        }
    }

    /// 95th percentile (nearest rank) in milliseconds; empty while too little is known.
    OptionalLong usualMillis() {
        if (intervals.size() < least) {
            return OptionalLong.empty();
        }
        long[] sorted = intervals.stream().mapToLong(Long::longValue).sorted().toArray();
        return OptionalLong.of(sorted[(int) Math.ceil(0.95 * sorted.length) - 1]);
    }
}
