package org.fairlead.contracts.ais;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a port visit rests on. The three are never merged: each counts for itself.
public enum VisitBasis {
    /// Reports from within the port.
    @JsonProperty("observed")
    OBSERVED,
    /// An image of her in the port.
    @JsonProperty("sighted")
    SIGHTED,
    /// She fell silent, the port could be reached within the silence, and something else speaks for
    /// it.
    @JsonProperty("inferred")
    INFERRED
}
