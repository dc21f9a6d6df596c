package org.fairlead.ais.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.memory.SecondChance;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleDay;
import org.jspecify.annotations.Nullable;

/// What is in memory of one ship: her rules as far as she was heard, what was told, and those of
/// her days that were touched. All of it follows from what is stored.
final class Ship extends SecondChance.Entry {

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

    /// Her samples that were not taken for points: see [ShipRules#displaced].
    Set<Sample> displaced = Set.of();

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
            var samples = day(day).inOrder();
            int n = earlier(samples, sample);
            if (n > 0) {
                return samples.get(n - 1);
            }
        }
        return null;
    }

    /// The sample after one that is there; null when it is the last.
    @Nullable Sample after(Sample sample) {
        for (Integer day = SampleDay.dayOf(sample.atMillis());
                day != null;
                day = days.higherKey(day)) {
            var samples = day(day).inOrder();
            int n = earlier(samples, sample);
            while (n < samples.size() && Sample.ORDER.compare(samples.get(n), sample) == 0) {
                n++;
            }
            if (n < samples.size()) {
                return samples.get(n);
            }
        }
        return null;
    }

    /// How many are before one; mostly all of them are, or all but one.
    private static int earlier(List<Sample> samples, Sample sample) {
        int n = samples.size();
        while (n > 0 && Sample.ORDER.compare(samples.get(n - 1), sample) >= 0) {
            n--;
        }
        return n;
    }
}
