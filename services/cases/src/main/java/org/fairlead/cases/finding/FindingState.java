package org.fairlead.cases.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.fairlead.cases.lifecycle.Slug;

/// Where a finding stands. What may follow what is this table and nothing else.
public enum FindingState implements Slug {
    /// Being written.
    @JsonProperty("draft")
    DRAFT,
    /// Waits for a second person.
    @JsonProperty("proposed")
    PROPOSED,
    /// A second person stands by it. It does not change any more.
    @JsonProperty("accepted")
    ACCEPTED,
    /// A second person does not, and says why. It may be written anew.
    @JsonProperty("rejected")
    REJECTED,
    /// Taken back. It stays readable.
    @JsonProperty("withdrawn")
    WITHDRAWN;

    List<FindingState> next() {
        return switch (this) {
            case DRAFT -> List.of(PROPOSED, WITHDRAWN);
            case PROPOSED -> List.of(ACCEPTED, REJECTED, DRAFT, WITHDRAWN);
            case REJECTED -> List.of(DRAFT, WITHDRAWN);
            case ACCEPTED -> List.of(WITHDRAWN);
            case WITHDRAWN -> List.of();
        };
    }

    boolean canBecome(FindingState other) {
        return next().contains(other);
    }

    /// Whether its words may still change.
    boolean isWritable() {
        return this == DRAFT || this == REJECTED;
    }

    /// Whether nobody but its writers has stood by it yet.
    public boolean isUnreviewed() {
        return this == DRAFT || this == PROPOSED;
    }
}
