package org.fairlead.ais.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleDay;
import org.jspecify.annotations.Nullable;

/// What is in memory of one ship: her rules as far as she was heard, what was told, and those of
/// her days that were touched. All of it follows from what is stored.
final class Ship {

    final int mmsi;
    final Book book;

    /// Days with samples, all of them; the samples of those that were looked at.
    private final TreeMap<Integer, @Nullable SampleDay> days = new TreeMap<>();

    private final IntFunction<SampleDay> stored;

    ShipRules rules;
    Trade trade;
    long identityMillis;

    /// Days before this are forgotten.
    int settledDay;

    @Nullable Sample newest;
    boolean isStale;

    Ship(
            int mmsi,
            Book book,
            List<Integer> days,
            IntFunction<SampleDay> stored,
            ShipRules rules,
            Trade trade) {
        this.mmsi = mmsi;
        this.book = book;
        this.stored = stored;
        this.rules = rules;
        this.trade = trade;
        days.forEach(day -> this.days.put(day, null));
    }

    int days() {
        return days.size();
    }

    SampleDay day(int day) {
        var there = days.get(day);
        if (there == null) {
            there = days.containsKey(day) ? stored.apply(day) : new SampleDay(List.of());
            days.put(day, there);
        }
        return there;
    }

    /// Forgets the oldest day; which one it was.
    int forgetOldest() {
        int day = days.firstKey();
        days.remove(day);
        settledDay = day + 1;
        return day;
    }

    /// Leaves in memory only what is needed next.
    void trim() {
        days.replaceAll((day, samples) -> day < days.lastKey() ? null : samples);
    }

    List<Sample> all() {
        var all = new ArrayList<Sample>();
        for (int day : List.copyOf(days.keySet())) {
            all.addAll(day(day).inOrder());
        }
        return all;
    }

    /// The sample before one that is there; null when it is the first.
    @Nullable Sample before(Sample sample) {
        for (Integer day = SampleDay.dayOf(sample.atMillis());
                day != null;
                day = days.lowerKey(day)) {
            Sample last = null;
            for (Sample one : day(day).inOrder()) {
                if (Sample.ORDER.compare(one, sample) >= 0) {
                    break;
                }
                last = one;
            }
            if (last != null) {
                return last;
            }
        }
        return null;
    }

    /// The sample after one that is there; null when it is the last.
    @Nullable Sample after(Sample sample) {
        for (Integer day = SampleDay.dayOf(sample.atMillis());
                day != null;
                day = days.higherKey(day)) {
            for (Sample one : day(day).inOrder()) {
                if (Sample.ORDER.compare(one, sample) > 0) {
                    return one;
                }
            }
        }
        return null;
    }
}
