package org.fairlead.ais.track;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.TrackColumns;

/// Puts the track of one ship together from its pieces, in order of their days and numbers.
///
/// Pieces that follow each other in time, as they do on every day that is settled, are unpacked
/// behind each other. A day on which they overlap, or of which something is not merged yet, is
/// united fix by fix ([Segment#union]).
final class TrackAssembly {

    private final int mmsi;
    private final long fromMillis;
    private final long toMillis;
    private final TrackColumns rows;
    private final TreeMap<LocalDate, List<List<Fix>>> recent = new TreeMap<>();

    private LocalDate day = LocalDate.MIN;
    private final List<Integer> begins = new ArrayList<>();
    private boolean isInOrder = true;

    /// @param from of the span of time that is asked for, both ends included
    /// @param recent of hers and of that span, not merged yet
    /// @param expected about so many fixes
    TrackAssembly(int mmsi, Instant from, Instant to, List<Fix> recent, int expected) {
        this.mmsi = mmsi;
        this.fromMillis = from.toEpochMilli();
        this.toMillis = to.toEpochMilli();
        this.rows = new TrackColumns(expected);
        for (Fix fix : recent) {
            this.recent
                    .computeIfAbsent(Segment.Key.of(fix).day(), any -> new ArrayList<>())
                    .add(List.of(fix));
        }
    }

    /// Adds a piece of the same day as the one before, behind it by number, or of a later one; of
    /// one that is damaged, nothing.
    void add(LocalDate ofDay, byte[] bytes, int format) throws SegmentDamaged {
        if (!ofDay.equals(day)) {
            endDay();
            addRecentBefore(ofDay);
            day = ofDay;
        }
        int begin = rows.size();
        try {
            SegmentCodec.read(bytes, format, fromMillis, toMillis, rows);
        } catch (SegmentDamaged damaged) {
            rows.cutTo(begin);
            throw damaged;
        }
        if (rows.size() > begin) {
            isInOrder &= begins.isEmpty() || rows.epochMillis[begin - 1] < rows.epochMillis[begin];
            begins.add(begin);
        }
    }

    /// All of them. Nothing can be added any more.
    List<Fix> fixes() {
        endDay();
        addRecentBefore(LocalDate.MAX);
        return new ColumnFixes(mmsi, rows);
    }

    private void addRecentBefore(LocalDate next) {
        var before = recent.headMap(next);
        before.values().forEach(fixes -> Segment.union(fixes).forEach(this::add));
        before.clear();
    }

    private void add(Fix fix) {
        SegmentCodec.add(rows, fix);
    }

    private void endDay() {
        var news = recent.remove(day);
        if (news != null || !isInOrder) {
            var pieces = news == null ? new ArrayList<List<Fix>>() : news;
            begins.add(rows.size());
            for (int piece = 1; piece < begins.size(); piece++) {
                pieces.add(fixes(begins.get(piece - 1), begins.get(piece)));
            }
            rows.cutTo(begins.getFirst());
            Segment.union(pieces).forEach(this::add);
        }
        begins.clear();
        isInOrder = true;
    }

    private List<Fix> fixes(int from, int to) {
        return new ArrayList<>(new ColumnFixes(mmsi, rows).subList(from, to));
    }
}
