package org.fairlead.cases.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// For whom a case exists at all. Set when it is opened, before anything of it is published.
public enum Visibility implements Slug {
    /// For its team.
    @JsonProperty("team")
    TEAM,
    /// For those named in it and the leads of its team.
    @JsonProperty("named")
    NAMED,
    /// For those named in it, and nobody else.
    @JsonProperty("sealed")
    SEALED
}
