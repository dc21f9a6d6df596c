package org.fairlead.contracts.sanctions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.sanctions.list-version.v1`: a file of a list was taken in, or set aside.
///
/// @param observedAt when the publisher's file was seen to have this content
/// @param batchId carried by every change this version tells of
/// @param changeCount how many changes carry it: fewer seen means some are still to come
/// @param isBaseline true for a list's first version, whose entries are news to nobody
/// @param reason why it is quarantined; absent when accepted
public record ListVersion(
        String list,
        int number,
        Status status,
        String sha256,
        Instant observedAt,
        @Nullable Instant publishedAt,
        int listings,
        int added,
        int changed,
        int removed,
        @Nullable String reason,
        @Nullable UUID batchId,
        @Nullable Integer changeCount,
        @Nullable Boolean isBaseline) {

    public static final String TYPE = "org.fairlead.sanctions.list-version.v1";

    public enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("quarantined")
        QUARANTINED,
        /// Two people decided that it is not the publisher's word.
        @JsonProperty("rejected")
        REJECTED
    }
}
