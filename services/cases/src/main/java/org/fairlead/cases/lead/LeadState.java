package org.fairlead.cases.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What a team has decided about a lead.
public enum LeadState implements Slug {
    @JsonProperty("new")
    NEW,
    @JsonProperty("attached")
    ATTACHED,
    @JsonProperty("dismissed")
    DISMISSED,
    @JsonProperty("snoozed")
    SNOOZED
}
