package org.fairlead.ais.anomaly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.sample.Sample;

/// Samples under one MMSI that one ship can have sent one after the other.
final class Strand {

    private static final int HEAD = 6;
    private static final int TAIL = 64;

    /// The first few, and the last many.
    private final List<Sample> head = new ArrayList<>();

    private final ArrayDeque<Sample> tail = new ArrayDeque<>();

    private int count;

    void add(Sample sample) {
        if (head.size() < HEAD) {
            head.add(sample);
        }
        tail.addLast(sample);
        if (tail.size() > TAIL) {
            tail.removeFirst();
        }
        count++;
    }

    int count() {
        return count;
    }

    List<Sample> head() {
        return head;
    }

    /// The first few that are remembered from a time on.
    List<Sample> from(long atMillis) {
        return tail.stream().filter(one -> one.atMillis() >= atMillis).limit(HEAD).toList();
    }

    double hoursTo(Sample later) {
        return Math.max(1e-6, later.hoursSince(last()));
    }

    Sample first() {
        return head.getFirst();
    }

    Sample last() {
        return tail.getLast();
    }
}
