package org.fairlead.cases.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// How sure a finding is, in the three steps of ICD 203 (Office of the Director of National
/// Intelligence, 2015): the quality of the evidence and the strength of the inference, not the
/// chance that something will happen.
public enum Confidence implements Slug {
    @JsonProperty("low")
    LOW,
    @JsonProperty("moderate")
    MODERATE,
    @JsonProperty("high")
    HIGH
}
