package org.fairlead.bench.world;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// A shore receiver, a satellite, or the relay that repeats what others heard.
final class Station {

    /// A time in which nothing came from it.
    record Down(long from, long to, Truth.Cause cause) {}

    final int index;
    final String name;
    final String feed;
    final @Nullable Place place;
    final double rangeMiles;
    final double quality;
    final long clockOffsetMillis;
    final boolean groupsParts;

    private final List<Down> downs = new ArrayList<>();
    private int nextDown;
    private int sequence;

    Station(
            int index,
            String name,
            String feed,
            @Nullable Place place,
            double rangeMiles,
            double quality,
            long clockOffsetMillis) {
        this.index = index;
        this.name = name;
        this.feed = feed;
        this.place = place;
        this.rangeMiles = rangeMiles;
        this.quality = quality;
        this.clockOffsetMillis = clockOffsetMillis;
        groupsParts = index % 3 == 1;
    }

    void fails(Down down) {
        downs.add(down);
        downs.sort(java.util.Comparator.comparingLong(Down::from));
    }

    /// Asked in the order of time.
    Truth.@Nullable Cause downAt(long millis) {
        while (nextDown < downs.size() && downs.get(nextDown).to() <= millis) {
            nextDown++;
        }
        for (int i = nextDown; i < downs.size() && downs.get(i).from() <= millis; i++) {
            if (downs.get(i).to() > millis) {
                return downs.get(i).cause();
            }
        }
        return null;
    }

    int nextSequence() {
        sequence = (sequence + 1) % 10_000;
        return sequence;
    }
}
