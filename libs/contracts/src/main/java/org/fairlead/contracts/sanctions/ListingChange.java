package org.fairlead.contracts.sanctions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.sanctions.listing-change.v1`: an entry came, changed or went between two versions.
/// The id is derived from list, version, entry and operation, so a replay repeats it.
///
/// @param batchId of the version's event, which says how many changes carry it
/// @param beforeHash of the canonical text it replaced; absent when it was not there
/// @param afterHash of its canonical text; absent when it is gone
/// @param listedOn the publisher's own earliest date of listing
/// @param changedFields names of the canonical fields that differ; empty unless modified
public record ListingChange(
        UUID id,
        Operation operation,
        ListingRef listing,
        int listVersion,
        Instant observedAt,
        List<String> changedFields,
        @Nullable UUID batchId,
        @Nullable String beforeHash,
        @Nullable String afterHash,
        @Nullable LocalDate listedOn) {

    public static final String TYPE = "org.fairlead.sanctions.listing-change.v1";

    public ListingChange {
        changedFields = List.copyOf(changedFields);
    }

    public enum Operation {
        /// There in a list's first version: news to nobody.
        @JsonProperty("baseline")
        BASELINE,
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
