package org.fairlead.sanctions.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fairlead.sanctions.list.Freshness;
import org.jspecify.annotations.Nullable;

/// Entries found, and the versions in which they were looked for.
record ListingPage(List<ObjectNode> items, @Nullable String nextCursor, List<Freshness> freshness) {

    ListingPage {
        items = List.copyOf(items);
        freshness = List.copyOf(freshness);
    }
}
