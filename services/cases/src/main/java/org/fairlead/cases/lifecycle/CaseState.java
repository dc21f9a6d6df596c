package org.fairlead.cases.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where a case stands. What may follow what is this table and nothing else.
public enum CaseState implements Slug {
    @JsonProperty("triage")
    TRIAGE,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("in-review")
    IN_REVIEW,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("on-hold")
    ON_HOLD,
    @JsonProperty("reopened")
    REOPENED;

    private static final Map<CaseState, List<CaseState>> NEXT = new EnumMap<>(CaseState.class);

    static {
        NEXT.put(TRIAGE, List.of(OPEN, ON_HOLD, CLOSED));
        NEXT.put(OPEN, List.of(IN_REVIEW, ON_HOLD));
        NEXT.put(IN_REVIEW, List.of(OPEN, ON_HOLD, CLOSED));
        NEXT.put(ON_HOLD, List.of(OPEN));
        NEXT.put(CLOSED, List.of(REOPENED));
        NEXT.put(REOPENED, List.of(IN_REVIEW, ON_HOLD));
    }

    public List<CaseState> next() {
        return NEXT.getOrDefault(this, List.of());
    }

    public boolean canBecome(CaseState other) {
        return next().contains(other);
    }

    /// Whether the step needs a sentence that says why.
    public boolean needsReason() {
        return this == ON_HOLD || this == REOPENED;
    }
}
