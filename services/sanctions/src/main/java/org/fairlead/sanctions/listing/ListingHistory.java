package org.fairlead.sanctions.listing;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.sanctions.asof.Entry;
import org.fairlead.sanctions.list.ListStore.Coverage;
import org.fairlead.sanctions.list.ListingRefs;
import org.fairlead.sanctions.list.VersionSpan;

/// An entry's rows read as intervals: rows that follow one another without a version between them
/// are one stay on the list.
///
/// @param rows oldest first, at least one
record ListingHistory(List<ListingRow> rows, Coverage coverage) {

    ListingHistory {
        rows = List.copyOf(rows);
    }

    /// Of the list, in order of observation.
    List<VersionSpan> versions() {
        return coverage.versions();
    }

    List<ListingInterval> stays() {
        var stays = new ArrayList<ListingInterval>();
        for (ListingRow row : rows) {
            var next = row.interval(versions());
            if (!stays.isEmpty() && follows(stays.getLast(), next)) {
                var stay = stays.removeLast();
                next =
                        new ListingInterval(
                                stay.firstVersion(),
                                next.lastVersion(),
                                stay.firstObservedAt(),
                                next.lastObservedAt(),
                                next.isCurrent());
            }
            stays.add(next);
        }
        return stays;
    }

    private boolean follows(ListingInterval stay, ListingInterval next) {
        var numbers = versions().stream().map(VersionSpan::number).toList();
        return numbers.indexOf(next.firstVersion()) == numbers.indexOf(stay.lastVersion()) + 1;
    }

    List<Entry> entries() {
        return rows.stream()
                .map(row ->
                        new Entry(
                                ListingRefs.ref(row.list(), row.canonical()),
                                listedOn(row),
                                row.firstVersion(),
                                row.lastVersion()))
                .toList();
    }

    private static java.time.@org.jspecify.annotations.Nullable LocalDate listedOn(ListingRow row) {
        String text = ListingRefs.listedOn(row.canonical());
        return text == null ? null : java.time.LocalDate.parse(text);
    }

    /// The row that speaks for a version, else the last one before it, else the first.
    ListingRow at(int version) {
        var speaking = rows.getFirst();
        for (ListingRow row : rows) {
            if (row.firstVersion() <= version) {
                speaking = row;
            }
        }
        return speaking;
    }
}
