package org.fairlead.cases.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/// With whom a case may be shared: Traffic Light Protocol 2.0 (FIRST, 2022).
public enum Handling implements Slug {
    @JsonProperty("tlp-red")
    TLP_RED,
    @JsonProperty("tlp-amber-strict")
    TLP_AMBER_STRICT,
    @JsonProperty("tlp-amber")
    TLP_AMBER,
    @JsonProperty("tlp-green")
    TLP_GREEN,
    @JsonProperty("tlp-clear")
    TLP_CLEAR
}
