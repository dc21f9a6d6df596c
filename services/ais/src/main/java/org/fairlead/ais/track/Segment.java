package org.fairlead.ais.track;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.fairlead.contracts.frame.Fix;

/// The fixes of one transmitter on one UTC day, in time order, each once.
///
/// Two fixes are the same when time and place are; of two that differ in the rest the received one
/// stays before the synthetic one. So the union is the same in whatever order its parts come.
record Segment(Key key, List<Fix> fixes) {

    record Key(int mmsi, LocalDate day) implements Comparable<Key> {

        static Key of(Fix fix) {
            return new Key(fix.mmsi(), LocalDate.ofEpochDay(Segment.day(fix)));
        }

        @Override
        public int compareTo(Key other) {
            int byMmsi = Integer.compare(mmsi, other.mmsi);
            return byMmsi != 0 ? byMmsi : day.compareTo(other.day);
        }
    }

    private static final long DAY_MILLIS = 86_400_000;

    private static final Comparator<Fix> ORDER = Segment::order;

    private static final Comparator<Fix> AMONG_THE_SAME =
            Comparator.comparingInt(Fix::flags)
                    .thenComparingInt(Fix::messageType)
                    .thenComparingInt(Fix::speed)
                    .thenComparingInt(Fix::course)
                    .thenComparingInt(Fix::heading)
                    .thenComparingInt(Fix::status)
                    .thenComparingInt(Fix::rateOfTurn)
                    .thenComparing(Comparator.comparingInt(Fix::receivers).reversed());

    /// What a day becomes, and which of its fixes are not as they were before.
    record Union(Segment segment, List<Fix> fresh) {}

    Segment {
        fixes = List.copyOf(fixes);
    }

    static Segment empty(Key key) {
        return new Segment(key, List.of());
    }

    /// This and what was heard; `added` is told of each fix that was not here.
    Union and(List<HeardFix> heard, Consumer<HeardFix> added) {
        var ordered = new ArrayList<>(heard);
        ordered.sort((a, b) -> order(a.fix(), b.fix()));
        var union = new ArrayList<Fix>(fixes.size() + heard.size());
        var fresh = new ArrayList<Fix>(heard.size());
        int here = 0;
        for (HeardFix one : ordered) {
            while (here < fixes.size() && byPlaceInTime(fixes.get(here), one.fix()) < 0) {
                union.add(fixes.get(here++));
            }
            if (!union.isEmpty() && isSame(union.getLast(), one.fix())) {
                continue;
            }
            if (here < fixes.size() && isSame(fixes.get(here), one.fix())) {
                Fix there = fixes.get(here++);
                if (order(there, one.fix()) <= 0) {
                    union.add(there);
                    continue;
                }
            } else {
                added.accept(one);
            }
            union.add(one.fix());
            fresh.add(one.fix());
        }
        union.addAll(fixes.subList(here, fixes.size()));
        return new Union(new Segment(key, union), fresh);
    }

    /// All fixes of several pieces of one day, each once.
    static List<Fix> union(List<List<Fix>> pieces) {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        var all = new ArrayList<Fix>(pieces.stream().mapToInt(List::size).sum());
        boolean isInOrder = true;
        for (List<Fix> piece : pieces) {
            isInOrder &=
                    all.isEmpty() || piece.isEmpty() || isBefore(all.getLast(), piece.getFirst());
            all.addAll(piece);
        }
        if (isInOrder) {
            return all;
        }
        all.sort(ORDER);
        var union = new ArrayList<Fix>(all.size());
        for (Fix fix : all) {
            if (union.isEmpty() || !isSame(union.getLast(), fix)) {
                union.add(fix);
            }
        }
        return union;
    }

    private static boolean isBefore(Fix one, Fix other) {
        return one.epochMillis() < other.epochMillis();
    }

    /// UTC days since 1970.
    static long day(Fix fix) {
        return Math.floorDiv(fix.epochMillis(), DAY_MILLIS);
    }

    static boolean isSame(Fix one, Fix other) {
        return byPlaceInTime(one, other) == 0;
    }

    private static int byPlaceInTime(Fix one, Fix other) {
        int byTime = Long.compare(one.epochMillis(), other.epochMillis());
        if (byTime != 0) {
            return byTime;
        }
        int byLatitude = Integer.compare(one.latitude(), other.latitude());
        return byLatitude != 0 ? byLatitude : Integer.compare(one.longitude(), other.longitude());
    }

    static int order(Fix one, Fix other) {
        int byPlace = byPlaceInTime(one, other);
        return byPlace != 0 ? byPlace : AMONG_THE_SAME.compare(one, other);
    }

    Instant from() {
        return Instant.ofEpochMilli(fixes.getFirst().epochMillis());
    }

    Instant to() {
        return Instant.ofEpochMilli(fixes.getLast().epochMillis());
    }

    boolean isSynthetic() {
        return fixes.stream().anyMatch(Fix::isSynthetic);
    }
}
