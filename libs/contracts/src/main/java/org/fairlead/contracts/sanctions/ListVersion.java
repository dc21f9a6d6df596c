package org.fairlead.contracts.sanctions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.sanctions.list-version.v1`: a file of a list was taken in, or set aside.
///
/// @param observedAt when the publisher's file was seen to have this content
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
        @Nullable String reason) {

    public static final String TYPE = "org.fairlead.sanctions.list-version.v1";

    public enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("quarantined")
        QUARANTINED
    }
}
