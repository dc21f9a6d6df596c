package org.fairlead.screening;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// The best listings so far, as many as are wanted: a score that cannot come among them need not be
/// worked out. Greater scores first, equal ones by place in the corpus.
final class Best {

    record Scored(int listing, double score) {

        static final Comparator<Scored> ORDER =
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparingInt(Scored::listing);
    }

    private final int limit;
    private final double threshold;
    private final Map<Integer, Scored> byListing = new HashMap<>();
    private final TreeSet<Scored> order = new TreeSet<>(Scored.ORDER);

    Best(int limit, double threshold) {
        this.limit = limit;
        this.threshold = threshold;
    }

    void add(int listing, double score) {
        if (score < threshold) {
            return;
        }
        var known = byListing.get(listing);
        if (known != null && known.score >= score) {
            return;
        }
        if (known != null) {
            order.remove(known);
        }
        var scored = new Scored(listing, score);
        byListing.put(listing, scored);
        order.add(scored);
        if (order.size() > limit) {
            byListing.remove(order.removeLast().listing);
        }
    }

    /// False when no listing of such a score could come among the best.
    boolean canUse(double most) {
        return order.size() < limit || most >= order.last().score;
    }

    /// False when this listing, at that score, could not.
    boolean canUse(int listing, double most) {
        return order.size() < limit
                || Scored.ORDER.compare(new Scored(listing, most), order.last()) < 0
                || byListing.containsKey(listing);
    }

    Iterable<Scored> inOrder() {
        return order;
    }
}
