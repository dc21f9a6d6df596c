package org.fairlead.sanctions.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A taken-in file as the API shows it.
///
/// @param status `accepted` or `quarantined`
/// @param observedAt when the publisher's file was first seen to have these bytes
/// @param lastObservedAt when it was last seen to have them
public record ListVersionView(
        String list,
        int number,
        String status,
        String sha256,
        long sizeBytes,
        Instant observedAt,
        Instant lastObservedAt,
        @Nullable Instant publishedAt,
        int listings,
        int vessels,
        int added,
        int changed,
        int removed,
        @Nullable String reason) {

    static final String ACCEPTED = "accepted";
    static final String QUARANTINED = "quarantined";
}
