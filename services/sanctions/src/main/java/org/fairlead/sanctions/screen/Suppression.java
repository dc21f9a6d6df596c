package org.fairlead.sanctions.screen;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.screening.Subject;
import org.jspecify.annotations.Nullable;

/// A person's word that a query and a listing are two.
///
/// @param validForHash of the listing's compared fields: names, numbers, particulars
record Suppression(
        UUID id,
        String queryKey,
        String list,
        String sourceId,
        String reason,
        @Nullable Instant expiresAt,
        String validForHash,
        Instant createdAt,
        String createdBy) {

    boolean holdsFor(Subject listing) {
        return QueryKey.ofListing(listing).equals(validForHash);
    }

    @Nullable String whyLapsed(Subject listing) {
        return holdsFor(listing)
                ? null
                : "Suppressed on %s (%s), but the listing has changed since: look again."
                        .formatted(createdAt.toString().substring(0, 10), reason);
    }
}
