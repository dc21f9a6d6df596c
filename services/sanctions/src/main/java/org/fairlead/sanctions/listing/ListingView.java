package org.fairlead.sanctions.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fairlead.sanctions.asof.Answer;
import org.fairlead.sanctions.list.Freshness;
import org.jspecify.annotations.Nullable;

/// One entry: its fields as last said (on or before the date asked for), its stays on the list, and
/// the answer for that date.
///
/// @param asOf as asked; absent when the newest version answers
record ListingView(
        ObjectNode listing,
        @Nullable String asOf,
        Answer answer,
        List<ListingInterval> intervals,
        Freshness freshness) {

    ListingView {
        intervals = List.copyOf(intervals);
    }
}
