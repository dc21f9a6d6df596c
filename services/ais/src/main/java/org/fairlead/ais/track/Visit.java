package org.fairlead.ais.track;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.TreeSet;
import org.fairlead.contracts.frame.Fix;

/// What a batch brings of one ship on one UTC day, in order of time and each fix once; and what has
/// been done with it.
final class Visit {

    /// Between the names of sources in one text.
    static final char SEPARATOR = '\u001f';

    private final Segment.Key key;
    private final List<HeardFix> heard;
    private final boolean isOnlyOfShip;
    private boolean isCounted;
    private boolean isKept;

    /// @param heard of that day, at least one
    /// @param isOnlyOfShip the batch has nothing of her on another day
    Visit(Segment.Key key, List<HeardFix> heard, boolean isOnlyOfShip) {
        this.key = key;
        this.heard = heard;
        this.isOnlyOfShip = isOnlyOfShip;
    }

    /// The visits that a ship's fixes make, in whatever order they came.
    static List<Visit> of(List<HeardFix> hers) {
        var ordered = ordered(hers);
        if (Segment.day(ordered.getFirst().fix()) == Segment.day(ordered.getLast().fix())) {
            return List.of(new Visit(Segment.Key.of(ordered.getFirst().fix()), ordered, true));
        }
        var visits = new ArrayList<Visit>();
        int from = 0;
        for (int to = 1; to <= ordered.size(); to++) {
            var first = ordered.get(from).fix();
            if (to == ordered.size() || Segment.day(ordered.get(to).fix()) != Segment.day(first)) {
                visits.add(new Visit(Segment.Key.of(first), ordered.subList(from, to), false));
                from = to;
            }
        }
        return visits;
    }

    private static List<HeardFix> ordered(List<HeardFix> hers) {
        boolean isInOrder = true;
        for (int i = 1; i < hers.size() && isInOrder; i++) {
            isInOrder = hers.get(i - 1).fix().epochMillis() < hers.get(i).fix().epochMillis();
        }
        if (isInOrder) {
            return hers;
        }
        hers.sort((one, other) -> Segment.order(one.fix(), other.fix()));
        var each = new ArrayList<HeardFix>(hers.size());
        for (HeardFix one : hers) {
            if (each.isEmpty() || !Segment.isSame(each.getLast().fix(), one.fix())) {
                each.add(one);
            }
        }
        return each;
    }

    Segment.Key key() {
        return key;
    }

    int mmsi() {
        return key.mmsi();
    }

    List<HeardFix> heard() {
        return heard;
    }

    List<Fix> fixes() {
        return new Fixes(heard);
    }

    int size() {
        return heard.size();
    }

    /// Of the last time; of several of it the first, as in [TrackChange.Gain].
    Fix last() {
        int last = heard.size() - 1;
        long millis = heard.get(last).fix().epochMillis();
        while (last > 0 && heard.get(last - 1).fix().epochMillis() == millis) {
            last--;
        }
        return heard.get(last).fix();
    }

    long fromMillis() {
        return heard.getFirst().fix().epochMillis();
    }

    long toMillis() {
        return last().epochMillis();
    }

    boolean isSynthetic() {
        for (int i = 0; i < heard.size(); i++) {
            if (heard.get(i).fix().isSynthetic()) {
                return true;
            }
        }
        return false;
    }

    boolean isOnlyOfShip() {
        return isOnlyOfShip;
    }

    /// Names of the sources, in order.
    String sources() {
        String first = heard.getFirst().source();
        for (int i = 1; i < heard.size(); i++) {
            if (!heard.get(i).source().equals(first)) {
                var all = new TreeSet<String>();
                heard.forEach(one -> all.add(one.source()));
                return String.join(String.valueOf(SEPARATOR), all);
            }
        }
        return first;
    }

    /// It is in the totals of the ship: so all of it is later than whatever there was of her.
    boolean isCounted() {
        return isCounted;
    }

    void count() {
        isCounted = true;
    }

    /// Its fixes are in her track.
    boolean isKept() {
        return isKept;
    }

    void keep() {
        isKept = true;
    }

    private static final class Fixes extends AbstractList<Fix> implements RandomAccess {

        private final List<HeardFix> heard;

        Fixes(List<HeardFix> heard) {
            this.heard = heard;
        }

        @Override
        public Fix get(int index) {
            return heard.get(index).fix();
        }

        @Override
        public int size() {
            return heard.size();
        }
    }
}
