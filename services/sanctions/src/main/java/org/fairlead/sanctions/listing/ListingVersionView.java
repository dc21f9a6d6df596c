package org.fairlead.sanctions.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a list said of an entry over some versions, and what was new in it.
///
/// @param changedFields against what it said before; empty for the first
record ListingVersionView(
        ObjectNode listing, ListingInterval interval, List<String> changedFields) {

    ListingVersionView {
        changedFields = List.copyOf(changedFields);
    }
}
