package org.fairlead.cases.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What a person, team or client is in one case.
public enum GrantRole implements Slug {
    /// Everything, and the say over who else gets in.
    @JsonProperty("lead")
    LEAD,
    /// Works on it.
    @JsonProperty("investigator")
    INVESTIGATOR,
    /// Accepts or rejects findings; changes nothing else.
    @JsonProperty("reviewer")
    REVIEWER,
    /// Adds material.
    @JsonProperty("contributor")
    CONTRIBUTOR,
    /// Reads.
    @JsonProperty("viewer")
    VIEWER,
    /// From outside: reads, and takes out what the redaction profile leaves.
    @JsonProperty("external")
    EXTERNAL
}
