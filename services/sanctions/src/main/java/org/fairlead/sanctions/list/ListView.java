package org.fairlead.sanctions.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A list as the API shows it: what serves now, and how the last file fared.
public record ListView(
        String id,
        String authority,
        String title,
        @Nullable Integer currentVersion,
        int listings,
        int vessels,
        @Nullable Instant publishedAt,
        @Nullable Instant observedAt,
        @Nullable Attempt lastAttempt) {

    /// @param status `accepted`, `unchanged` or `quarantined`
    public record Attempt(String status, @Nullable String reason, Instant at) {}
}
