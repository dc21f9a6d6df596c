package org.fairlead.cases.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a case ended.
public enum Outcome implements Slug {
    @JsonProperty("substantiated")
    SUBSTANTIATED,
    @JsonProperty("unsubstantiated")
    UNSUBSTANTIATED,
    @JsonProperty("inconclusive")
    INCONCLUSIVE,
    @JsonProperty("referred")
    REFERRED,
    @JsonProperty("duplicate")
    DUPLICATE
}
