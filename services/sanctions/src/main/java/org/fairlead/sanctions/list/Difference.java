package org.fairlead.sanctions.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.lists.CanonicalListing;

/// What a new file changes against the current version, entry by entry.
///
/// @param removed ids no longer there
record Difference(
        List<CanonicalListing> added, List<CanonicalListing> changed, Set<String> removed) {

    static final Difference NONE = new Difference(List.of(), List.of(), Set.of());

    Difference {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = Set.copyOf(removed);
    }

    /// @param current hash of each entry of the current version
    static Difference of(Map<String, String> current, List<CanonicalListing> file) {
        var added = new ArrayList<CanonicalListing>();
        var changed = new ArrayList<CanonicalListing>();
        var gone = new HashSet<>(current.keySet());
        for (CanonicalListing entry : file) {
            String id = entry.listing().sourceId();
            String hash = current.get(id);
            gone.remove(id);
            if (hash == null) {
                added.add(entry);
            } else if (!hash.equals(entry.hash())) {
                changed.add(entry);
            }
        }
        return new Difference(added, changed, gone);
    }
}
