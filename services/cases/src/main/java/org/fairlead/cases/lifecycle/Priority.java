package org.fairlead.cases.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How soon somebody should look; the hours are configuration.
public enum Priority implements Slug {
    @JsonProperty("low")
    LOW,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("urgent")
    URGENT
}
