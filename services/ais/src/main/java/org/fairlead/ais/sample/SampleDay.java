package org.fairlead.ais.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The samples of one ship on one UTC day, oldest first: of each stretch of time and tenth of a
/// degree the first report, whatever the order in which they come.
public final class SampleDay {

    /// No ship is in so many places within minutes: what goes beyond is hostile.
    private static final int MOST_IN_A_STRETCH = 8;

    private static final int UNITS_PER_CELL = 60_000;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final List<Sample> samples;

    public SampleDay(List<Sample> samples) {
        this.samples = new ArrayList<>(samples);
    }

    /// Days since 1970.
    public static int dayOf(long atMillis) {
        return (int) Math.floorDiv(atMillis, MILLIS_PER_DAY);
    }

    public List<Sample> inOrder() {
        return samples;
    }

    /// What a report changed.
    ///
    /// @param instead what it takes the place of
    public record Change(Sample added, Optional<Sample> instead) {}

    public Optional<Change> add(Sample sample, long everyMillis) {
        long stretch = Math.floorDiv(sample.atMillis(), everyMillis);
        int from = firstNotBefore(stretch * everyMillis);
        int n = 0;
        for (int i = from; i < samples.size(); i++) {
            Sample other = samples.get(i);
            if (Math.floorDiv(other.atMillis(), everyMillis) != stretch) {
                break;
            }
            if (isSameCell(other, sample)) {
                if (Sample.ORDER.compare(other, sample) <= 0) {
                    return Optional.empty();
                }
                samples.remove(i);
                insert(sample, from);
                return Optional.of(new Change(sample, Optional.of(other)));
            }
            n++;
        }
        if (n < MOST_IN_A_STRETCH) {
            insert(sample, from);
            return Optional.of(new Change(sample, Optional.empty()));
        }
        var last = samples.get(from + n - 1);
        if (Sample.ORDER.compare(last, sample) <= 0) {
            return Optional.empty();
        }
        samples.remove(from + n - 1);
        insert(sample, from);
        return Optional.of(new Change(sample, Optional.of(last)));
    }

    private static boolean isSameCell(Sample a, Sample b) {
        return Math.floorDiv(a.latitude(), UNITS_PER_CELL)
                        == Math.floorDiv(b.latitude(), UNITS_PER_CELL)
                && Math.floorDiv(a.longitude(), UNITS_PER_CELL)
                        == Math.floorDiv(b.longitude(), UNITS_PER_CELL);
    }

    private void insert(Sample sample, int from) {
        int i = from;
        while (i < samples.size() && Sample.ORDER.compare(samples.get(i), sample) < 0) {
            i++;
        }
        samples.add(i, sample);
    }

    private int firstNotBefore(long atMillis) {
        int i = samples.size();
        while (i > 0 && samples.get(i - 1).atMillis() >= atMillis) {
            i--;
        }
        return i;
    }
}
