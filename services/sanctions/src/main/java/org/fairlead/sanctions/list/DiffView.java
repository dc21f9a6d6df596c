package org.fairlead.sanctions.list;

import java.util.List;
import org.fairlead.contracts.sanctions.ListingRef;

/// What became different between two versions of a list.
record DiffView(
        String list,
        int from,
        int to,
        List<ListingRef> added,
        List<ListingRef> removed,
        List<Modified> modified) {

    DiffView {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        modified = List.copyOf(modified);
    }

    /// @param changedFields names of the canonical fields that differ
    /// @param changes the same fields with what they were and are
    record Modified(ListingRef listing, List<String> changedFields, List<FieldChange> changes) {

        Modified {
            changedFields = List.copyOf(changedFields);
            changes = List.copyOf(changes);
        }
    }
}
