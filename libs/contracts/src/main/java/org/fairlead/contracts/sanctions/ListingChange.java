package org.fairlead.contracts.sanctions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// `org.fairlead.sanctions.listing-change.v1`: an entry came, changed or went between two versions.
/// The id is derived from list, version, entry and operation, so a replay repeats it.
///
/// @param changedFields names of the canonical fields that differ; empty unless modified
public record ListingChange(
        UUID id,
        Operation operation,
        ListingRef listing,
        int listVersion,
        Instant observedAt,
        List<String> changedFields) {

    public static final String TYPE = "org.fairlead.sanctions.listing-change.v1";

    public ListingChange {
        changedFields = List.copyOf(changedFields);
    }

    public enum Operation {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("modified")
        MODIFIED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("relisted")
        RELISTED
    }
}
