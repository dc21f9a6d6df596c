package org.fairlead.ais.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.sample.Sample;

/// Samples under one MMSI that one ship can have sent one after the other.
final class Strand {

    /// Of its first samples so many are kept, to show.
    static final int HEAD = 6;

    private final List<Sample> head = new ArrayList<>();
    private final boolean isDisplaced;
    private Sample last;
    private int count;

    /// @param isDisplaced whether it began with a jump to where no earlier track of hers leads
    Strand(Sample first, boolean isDisplaced) {
        this.isDisplaced = isDisplaced;
        last = first;
        add(first);
    }

    boolean isDisplaced() {
        return isDisplaced;
    }

    void add(Sample sample) {
        if (head.size() < HEAD) {
            head.add(sample);
        }
        last = sample;
        count++;
    }

    int count() {
        return count;
    }

    List<Sample> head() {
        return head;
    }

    double hoursTo(Sample later) {
        return Math.max(1e-6, later.hoursSince(last()));
    }

    Sample first() {
        return head.getFirst();
    }

    Sample last() {
        return last;
    }
}
