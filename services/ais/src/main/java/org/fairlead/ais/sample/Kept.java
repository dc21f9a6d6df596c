package org.fairlead.ais.sample;

import java.util.ArrayList;
import java.util.List;

/// Samples of something that may last for weeks: the first, the last, and ever fewer between,
/// spread over all of it.
public final class Kept {

    private static final int MOST = 48;

    private final List<Sample> samples = new ArrayList<>();
    private int every = 1;
    private int skipped;

    public void add(Sample sample) {
        // The last is always there, whether or not it is one to stay.
        if (skipped > 0) {
            samples.removeLast();
        }
        samples.add(sample);
        skipped = (skipped + 1) % every;
        if (samples.size() > MOST && skipped == 0) {
            for (int i = samples.size() - 2; i > 0; i -= 2) {
                samples.remove(i);
            }
            every *= 2;
            skipped = 0;
        }
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }

    public Sample first() {
        return samples.getFirst();
    }

    public Sample last() {
        return samples.getLast();
    }

    public List<Sample> all() {
        return List.copyOf(samples);
    }

    public void clear() {
        samples.clear();
        every = 1;
        skipped = 0;
    }
}
