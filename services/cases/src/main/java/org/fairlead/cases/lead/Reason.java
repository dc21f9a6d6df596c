package org.fairlead.cases.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// Why a lead was raised: one plain sentence of one family of indicators. It says what was observed
/// and never what somebody meant by it.
public record Reason(Family family, String statement) {

    /// Sentences of several families weigh more than many of one.
    public enum Family implements Slug {
        @JsonProperty("reporting")
        REPORTING,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("identity")
        IDENTITY,
        @JsonProperty("conduct")
        CONDUCT,
        @JsonProperty("sanctions")
        SANCTIONS
    }
}
