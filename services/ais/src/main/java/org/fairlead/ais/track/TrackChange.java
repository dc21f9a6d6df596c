package org.fairlead.ais.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fairlead.ais.frame.ByShip;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.tracks.SegmentEncoder;
import org.jspecify.annotations.Nullable;

/// What a batch of frames does to the segments that are there, and to the totals.
final class TrackChange {

    /// The last piece is added to while it has fewer fixes than a mini-block; then another begins.
    static final int OPEN_BELOW = 128;

    /// What is added without packing the piece anew takes some more bytes: a piece may have so many
    /// beyond eight for each fix, which is about as many as eight additions take. So its row stays
    /// below the two kilobytes from which PostgreSQL puts it elsewhere.
    static final int BYTES_BEYOND = 200;

    static final int BYTES_OF_A_FIX = 8;

    private final KnownShips known;
    private final SegmentEncoder encoder = new SegmentEncoder();

    /// In order of ships, so that two instances wait for each other instead of dying.
    private final List<Visit> visits = new ArrayList<>();

    private final List<Packed> changed = new ArrayList<>();
    private final List<CellRow> cells = new ArrayList<>();
    private final Map<Integer, KnownShips.Known> left = new HashMap<>();
    private final SortedMap<Integer, Gain> byMmsi = new TreeMap<>();
    private final SortedMap<String, Gain> bySource = new TreeMap<>();

    TrackChange(List<Frame> frames, KnownShips known) {
        this.known = known;
        int n = frames.stream().mapToInt(frame -> frame.fixes().size()).sum();
        var heard = new ArrayList<HeardFix>(n);
        for (Frame frame : frames) {
            frame.fixes().forEach(fix -> heard.add(new HeardFix(fix, frame.source())));
        }
        for (List<HeardFix> hers : ByShip.of(heard, one -> one.fix().mmsi())) {
            visits.addAll(Visit.of(hers));
        }
    }

    List<Visit> visits() {
        return visits;
    }

    /// Those that may be the last of their ships, as far as the batch goes.
    List<Visit> onlyOnes() {
        return visits.stream().filter(Visit::isOnlyOfShip).toList();
    }

    /// Those that are not in the tracks yet.
    List<Visit> rest() {
        return visits.stream().filter(visit -> !visit.isKept()).toList();
    }

    /// How many ships were heard.
    int ships() {
        return (int) visits.stream().mapToInt(Visit::mmsi).distinct().count();
    }

    /// What is added to a piece that is there, behind it and unread.
    record Addition(Visit visit, KnownShips.Known to, byte[] bytes, Box box) {

        int fixes() {
            return to.fixes() + visit.size();
        }
    }

    /// Of what is later than anything there was of its ship, that for which her last piece has
    /// room.
    List<Addition> additions(List<Visit> some) {
        var additions = new ArrayList<Addition>(some.size());
        for (Visit visit : some) {
            var of = known.of(visit.mmsi());
            if (!visit.isCounted()
                    || of == null
                    || !of.hasRoom(visit.key().day().toEpochDay())
                    || of.fixes() + visit.size() >= OPEN_BELOW) {
                continue;
            }
            var fixes = visit.fixes();
            byte[] bytes = SegmentCodec.encodeOneOfSeveral(fixes, encoder);
            int most = BYTES_BEYOND + BYTES_OF_A_FIX * (of.fixes() + visit.size());
            if (of.bytes() + bytes.length <= most) {
                additions.add(new Addition(visit, of, bytes, Box.of(fixes)));
            }
        }
        return additions;
    }

    /// It is in its piece.
    void added(Addition addition) {
        var visit = addition.visit();
        visit.keep();
        Gain ofSource = null;
        String source = "";
        for (HeardFix one : visit.heard()) {
            if (ofSource == null || !one.source().equals(source)) {
                source = one.source();
                ofSource = bySource.computeIfAbsent(source, any -> new Gain());
            }
            ofSource.add(one);
        }
        var to = addition.to();
        leave(
                visit.key(),
                visit.fixes(),
                to.part(),
                addition.fixes(),
                to.bytes() + addition.bytes().length);
    }

    /// Adds what is new to what is there. Pieces that lie at other times are not needed for that:
    /// nothing in them can be the same.
    ///
    /// @param there of each day of [#rest] of which there is something
    void unite(Map<Segment.Key, Stored> there) {
        for (Visit visit : visits) {
            if (visit.isKept()) {
                continue;
            }
            var stored = there.getOrDefault(visit.key(), Stored.NOTHING);
            var before =
                    new Segment(
                            visit.key(),
                            stored.pieces().isEmpty()
                                    ? List.of()
                                    : Segment.union(
                                            stored.pieces().stream().map(Piece::fixes).toList()));
            var fresh = before.and(visit.heard(), one -> gained(visit, one)).fresh();
            visit.keep();
            if (!fresh.isEmpty()) {
                add(visit.key(), stored, fresh);
            }
        }
    }

    private void gained(Visit visit, HeardFix one) {
        if (!visit.isCounted()) {
            byMmsi.computeIfAbsent(visit.mmsi(), any -> new Gain()).add(one);
        }
        bySource.computeIfAbsent(one.source(), any -> new Gain()).add(one);
    }

    private void add(Segment.Key key, Stored stored, List<Fix> fresh) {
        var piece = piece(key, stored, fresh);
        var packed = Packed.of(piece, encoder);
        changed.add(packed);
        boolean hasRoom =
                packed.format() == SegmentCodec.SEGMENTS && piece.fixes().size() < OPEN_BELOW;
        leave(
                key,
                fresh,
                hasRoom ? piece.part() : KnownShips.Known.NONE,
                piece.fixes().size(),
                packed.bytes().length);
    }

    private static Piece piece(Segment.Key key, Stored stored, List<Fix> fresh) {
        for (Piece piece : stored.pieces()) {
            if (piece.part() == stored.lastPart()
                    && piece.part() > Settled.LAST
                    && piece.fixes().size() < OPEN_BELOW) {
                return new Piece(
                        key,
                        piece.part(),
                        Segment.union(List.of(piece.fixes(), fresh)),
                        piece.before());
            }
        }
        return new Piece(key, Math.max(stored.lastPart(), Settled.LAST) + 1, fresh, 0);
    }

    private void leave(Segment.Key key, List<Fix> fresh, int part, int fixes, int bytes) {
        long day = key.day().toEpochDay();
        var before = known.of(key.mmsi());
        int last = Cells.of(fresh.getLast().latitude(), fresh.getLast().longitude());
        boolean isThere = before != null && before.isIn(day, last);
        for (int i = 0; i < fresh.size() - 1 && isThere; i++) {
            isThere = Cells.of(fresh.get(i).latitude(), fresh.get(i).longitude()) == last;
        }
        if (!isThere) {
            var places = new TreeSet<Integer>();
            fresh.forEach(fix -> places.add(Cells.of(fix.latitude(), fix.longitude())));
            places.forEach(cell -> cells.add(new CellRow(key.day(), cell, key.mmsi())));
        }
        left.put(key.mmsi(), new KnownShips.Known(day, last, part, fixes, bytes));
    }

    /// Pieces that are new or were packed anew.
    List<Packed> changed() {
        return changed;
    }

    /// Where ships were by what is new, as far as it may not be known yet.
    List<CellRow> cells() {
        return cells;
    }

    /// What is known of each ship once all of this is committed.
    Map<Integer, KnownShips.Known> left() {
        return left;
    }

    /// A row of the index of cells.
    record CellRow(LocalDate day, int cell, int mmsi) {}

    /// Some fixes of a ship's day, as stored in one row.
    ///
    /// @param before how many fixes the row had, 0 when there is none yet
    record Piece(Segment.Key key, int part, List<Fix> fixes, int before) {

        long from() {
            return fixes.getFirst().epochMillis();
        }

        long to() {
            return fixes.getLast().epochMillis();
        }
    }

    /// A piece as its row has it.
    record Packed(Piece piece, int format, byte[] bytes, Box box) {

        /// What has room, or was there before, can be added to; a row that changes from one format
        /// to another would be written into each index again.
        static Packed of(Piece piece, SegmentEncoder encoder) {
            boolean isOpen =
                    piece.before() > 0
                            || (piece.part() > Settled.LAST && piece.fixes().size() < OPEN_BELOW);
            return new Packed(
                    piece,
                    isOpen ? SegmentCodec.SEGMENTS : SegmentCodec.SEGMENT,
                    isOpen
                            ? SegmentCodec.encodeOneOfSeveral(piece.fixes(), encoder)
                            : SegmentCodec.encode(piece.fixes(), encoder),
                    Box.of(piece.fixes()));
        }

        static List<Packed> all(List<Piece> pieces) {
            var encoder = new SegmentEncoder();
            return pieces.stream().map(piece -> of(piece, encoder)).toList();
        }

        boolean isNew() {
            return piece.before() == 0;
        }

        int mmsi() {
            return piece.key().mmsi();
        }
    }

    /// What is stored of a ship's day: the pieces that matter, and the number of the last of all.
    record Stored(List<Piece> pieces, int lastPart) {

        static final Stored NOTHING = new Stored(List.of(), -1);
    }

    /// Of ships whose totals do not have it yet.
    SortedMap<Integer, Gain> byMmsi() {
        return byMmsi;
    }

    SortedMap<String, Gain> bySource() {
        return bySource;
    }

    /// Fixes that were not there before.
    static final class Gain {

        private @Nullable String source;
        private @Nullable TreeSet<String> sources;
        private long fixes;
        private @Nullable Fix first;
        private @Nullable Fix last;
        private boolean isSynthetic;

        private void add(HeardFix one) {
            var fix = one.fix();
            fixes++;
            heardBy(one.source());
            isSynthetic |= fix.isSynthetic();
            if (first == null || fix.epochMillis() < first.epochMillis()) {
                first = fix;
            }
            if (last == null || fix.epochMillis() > last.epochMillis()) {
                last = fix;
            }
        }

        private void heardBy(String name) {
            if (source == null) {
                source = name;
            } else if (sources != null || !source.equals(name)) {
                sources = sources == null ? new TreeSet<>(List.of(source)) : sources;
                sources.add(name);
            }
        }

        long fixes() {
            return fixes;
        }

        Fix first() {
            return Objects.requireNonNull(first);
        }

        Fix last() {
            return Objects.requireNonNull(last);
        }

        boolean isSynthetic() {
            return isSynthetic;
        }

        List<String> sources() {
            if (sources != null) {
                return List.copyOf(sources);
            }
            return source == null ? List.of() : List.of(source);
        }
    }
}
