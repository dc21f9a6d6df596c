package org.fairlead.cases.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What was detected.
public enum LeadKind implements Slug {
    @JsonProperty("silence")
    SILENCE,
    @JsonProperty("verdict")
    VERDICT,
    @JsonProperty("match")
    MATCH,
    @JsonProperty("manual")
    MANUAL
}
