package org.fairlead.cases.watch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What a watch looks at.
public enum WatchKind implements Slug {
    /// One ship, by MMSI or IMO number.
    @JsonProperty("vessel")
    VESSEL,
    /// A rectangle of the sea.
    @JsonProperty("area")
    AREA,
    /// Words, as in a search.
    @JsonProperty("query")
    QUERY
}
