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
    @JsonProperty("encounter")
    ENCOUNTER,
    @JsonProperty("loitering")
    LOITERING,
    /// Positions that cannot be.
    @JsonProperty("position")
    POSITION,
    /// What a ship says of herself changes, or cannot all be so.
    @JsonProperty("identity")
    IDENTITY,
    @JsonProperty("draught")
    DRAUGHT,
    /// A call that lies in a silence.
    @JsonProperty("port-call")
    PORT_CALL,
    @JsonProperty("manual")
    MANUAL
}
