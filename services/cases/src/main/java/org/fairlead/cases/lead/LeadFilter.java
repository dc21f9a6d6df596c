package org.fairlead.cases.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.fairlead.cases.lifecycle.Slug;
import org.jspecify.annotations.Nullable;

/// Which leads of the inbox.
///
/// @param assignee subject of the person, [#NOBODY] for those nobody has
/// @param mmsi of the vessel
record LeadFilter(
        LeadState state,
        @Nullable LeadKind kind,
        @Nullable String assignee,
        @Nullable Pressing pressing,
        @Nullable String mmsi,
        @Nullable Instant updatedSince) {

    static final String NOBODY = "nobody";

    /// How soon its time is over.
    enum Pressing implements Slug {
        /// Soon, and not over yet.
        @JsonProperty("due")
        DUE,
        @JsonProperty("overdue")
        OVERDUE
    }
}
