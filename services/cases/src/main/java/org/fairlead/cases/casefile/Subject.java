package org.fairlead.cases.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Slug;
import org.jspecify.annotations.Nullable;

/// Whom or what a case is about, as known when it was added.
public record Subject(
        UUID id,
        Kind kind,
        @Nullable String mmsi,
        @Nullable String imo,
        @Nullable String name,
        Instant addedAt) {

    public enum Kind implements Slug {
        @JsonProperty("vessel")
        VESSEL,
        @JsonProperty("company")
        COMPANY,
        @JsonProperty("person")
        PERSON,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("voyage")
        VOYAGE,
        @JsonProperty("cargo")
        CARGO
    }
}
