package org.fairlead.ais.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.jspecify.annotations.Nullable;

/// What a batch of frames does to the segments that are there, and to the totals.
final class TrackChange {

    /// The last piece is added to while it has fewer fixes than a mini-block; then another begins.
    static final int OPEN_BELOW = 128;

    private static final long DAY_MILLIS = 86_400_000;

    /// In order, so that two instances wait for each other instead of dying.
    private final SortedMap<Segment.Key, List<HeardFix>> heard = new TreeMap<>();

    private final List<Piece> changed = new ArrayList<>();
    private final Map<Segment.Key, TreeSet<Integer>> cells = new TreeMap<>();
    private final SortedMap<Integer, Gain> byMmsi = new TreeMap<>();
    private final SortedMap<String, Gain> bySource = new TreeMap<>();

    TrackChange(List<Frame> frames) {
        var byShipAndDay = new HashMap<Long, List<HeardFix>>();
        for (Frame frame : frames) {
            for (Fix fix : frame.fixes()) {
                long day = Math.floorDiv(fix.epochMillis(), DAY_MILLIS);
                byShipAndDay
                        .computeIfAbsent(day << 32 | fix.mmsi(), any -> new ArrayList<>())
                        .add(new HeardFix(fix, frame.source()));
            }
        }
        byShipAndDay.values().forEach(all -> heard.put(Segment.Key.of(all.getFirst().fix()), all));
    }

    List<Segment.Key> keys() {
        return List.copyOf(heard.keySet());
    }

    /// How many ships were heard.
    int ships() {
        return (int) heard.keySet().stream().mapToInt(Segment.Key::mmsi).distinct().count();
    }

    /// Time of the first and the last fix of a day that were heard.
    long from(Segment.Key key) {
        long from = Long.MAX_VALUE;
        for (HeardFix one : heard.getOrDefault(key, List.of())) {
            from = Math.min(from, one.fix().epochMillis());
        }
        return from;
    }

    long to(Segment.Key key) {
        long to = Long.MIN_VALUE;
        for (HeardFix one : heard.getOrDefault(key, List.of())) {
            to = Math.max(to, one.fix().epochMillis());
        }
        return to;
    }

    /// Adds what is new to what is there. Pieces that lie at other times are not needed for that:
    /// nothing in them can be the same.
    void unite(Map<Segment.Key, Stored> there) {
        heard.forEach((key, news) -> {
            var stored = there.getOrDefault(key, Stored.NOTHING);
            var before =
                    new Segment(
                            key,
                            Segment.union(
                                    stored.pieces().isEmpty()
                                            ? List.of(List.of())
                                            : stored.pieces().stream().map(Piece::fixes).toList()));
            var fresh = before.and(news, this::gained).fresh();
            if (!fresh.isEmpty()) {
                add(key, stored, fresh);
            }
        });
    }

    private void add(Segment.Key key, Stored stored, List<Fix> fresh) {
        var places = cells.computeIfAbsent(key, any -> new TreeSet<>());
        int last = -1;
        for (Fix fix : fresh) {
            int cell = Cells.of(fix.latitude(), fix.longitude());
            if (cell != last) {
                places.add(cell);
                last = cell;
            }
        }
        for (Piece piece : stored.pieces()) {
            if (piece.part() == stored.lastPart()
                    && piece.part() > Settled.LAST
                    && piece.fixes().size() < OPEN_BELOW) {
                changed.add(
                        new Piece(key, piece.part(), Segment.union(List.of(piece.fixes(), fresh))));
                return;
            }
        }
        changed.add(new Piece(key, Math.max(stored.lastPart(), Settled.LAST) + 1, fresh));
    }

    private void gained(HeardFix one) {
        byMmsi.computeIfAbsent(one.fix().mmsi(), any -> new Gain()).add(one);
        bySource.computeIfAbsent(one.source(), any -> new Gain()).add(one);
    }

    List<Piece> changed() {
        return changed;
    }

    /// Where each ship was on each day, among what is new.
    Map<Segment.Key, TreeSet<Integer>> cells() {
        return cells;
    }

    /// Some fixes of a ship's day, as stored in one row.
    record Piece(Segment.Key key, int part, List<Fix> fixes) {

        long from() {
            return fixes.getFirst().epochMillis();
        }

        long to() {
            return fixes.getLast().epochMillis();
        }
    }

    /// What is stored of a ship's day: the pieces that matter, and the number of the last of all.
    record Stored(List<Piece> pieces, int lastPart) {

        static final Stored NOTHING = new Stored(List.of(), -1);
    }

    SortedMap<Integer, Gain> byMmsi() {
        return byMmsi;
    }

    SortedMap<String, Gain> bySource() {
        return bySource;
    }

    /// Fixes that were not there before.
    static final class Gain {

        private final TreeSet<String> sources = new TreeSet<>();
        private long fixes;
        private @Nullable Fix first;
        private @Nullable Fix last;
        private boolean isSynthetic;

        private void add(HeardFix one) {
            var fix = one.fix();
            fixes++;
            sources.add(one.source());
            isSynthetic |= fix.isSynthetic();
            if (first == null || fix.epochMillis() < first.epochMillis()) {
                first = fix;
            }
            if (last == null || fix.epochMillis() > last.epochMillis()) {
                last = fix;
            }
        }

        long fixes() {
            return fixes;
        }

        Fix first() {
            return java.util.Objects.requireNonNull(first);
        }

        Fix last() {
            return java.util.Objects.requireNonNull(last);
        }

        boolean isSynthetic() {
            return isSynthetic;
        }

        List<String> sources() {
            return List.copyOf(sources);
        }
    }
}
