package org.fairlead.cases.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What an exhibit says of a finding.
public enum Stance implements Slug {
    @JsonProperty("supports")
    SUPPORTS,
    @JsonProperty("contradicts")
    CONTRADICTS
}
