package org.fairlead.sanctions.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.sanctions.list.FieldChange;
import org.fairlead.sanctions.list.Freshness;
import org.fairlead.sanctions.list.ListingRefs;

/// A ship on every list that ever had it.
///
/// @param entries by list and entry
record VesselHistory(String imo, List<OnList> entries) {

    VesselHistory {
        entries = List.copyOf(entries);
    }

    /// One entry of one list.
    ///
    /// @param listing as it was last said
    /// @param stays on the list, oldest first
    /// @param changes between one stay's versions: renames, new flags, new owners; oldest first
    record OnList(
            ObjectNode listing,
            List<ListingInterval> stays,
            List<Change> changes,
            Freshness freshness) {

        OnList {
            stays = List.copyOf(stays);
            changes = List.copyOf(changes);
        }
    }

    /// @param observedAt when the version that says it was first seen
    record Change(int version, Instant observedAt, List<FieldChange> fields) {

        Change {
            fields = List.copyOf(fields);
        }
    }

    static OnList of(ListingHistory history) {
        var rows = history.rows();
        var changes = new ArrayList<Change>();
        for (int i = 1; i < rows.size(); i++) {
            changes.add(change(history, rows.get(i - 1), rows.get(i)));
        }
        return new OnList(
                rows.getLast().fields(),
                history.stays(),
                changes.stream().filter(change -> !change.fields().isEmpty()).toList(),
                history.coverage().freshness(history.versions().getLast()));
    }

    private static Change change(ListingHistory history, ListingRow before, ListingRow after) {
        var fields =
                ListingRefs.changedFields(before.canonical(), after.canonical()).stream()
                        .map(field ->
                                new FieldChange(
                                        field,
                                        ListingRefs.field(before.canonical(), field),
                                        ListingRefs.field(after.canonical(), field)))
                        .toList();
        return new Change(
                after.firstVersion(), after.interval(history.versions()).firstObservedAt(), fields);
    }
}
