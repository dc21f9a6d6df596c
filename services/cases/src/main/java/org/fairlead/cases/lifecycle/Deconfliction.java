package org.fairlead.cases.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What other teams may learn of a case that is about the same hull as one of theirs. Of a sealed
/// case they learn nothing, whatever stands here.
public enum Deconfliction implements Slug {
    /// Nothing.
    @JsonProperty("silent")
    SILENT,
    /// They learn nothing of it; its own leads are told that another team, whose case is not silent
    /// either, works on the hull.
    @JsonProperty("notify-owner")
    NOTIFY_OWNER,
    /// That the team works on the hull, and whom to ask.
    @JsonProperty("visible")
    VISIBLE
}
