package org.fairlead.sanctions.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.jspecify.annotations.Nullable;

/// Decides whether a file that could be read is believed. The first of a list always is.
final class Acceptance {

    private final AcceptancePolicy policy;

    Acceptance(AcceptancePolicy policy) {
        this.policy = policy;
    }

    /// The version a file is held against.
    ///
    /// @param ships its ships with a valid IMO number, by entry
    record Before(
            int number,
            int listings,
            Instant observedAt,
            @Nullable Instant publishedAt,
            Map<String, KnownShip> ships) {}

    /// Why the file is set aside; empty when it is believed.
    Optional<String> objection(Reading.Read file, Before before, Instant observedAt) {
        return implausibleCount(
                        file.listings().size(),
                        before,
                        Duration.between(before.observedAt(), observedAt))
                .or(() -> olderPublication(file.publishedAt(), before))
                .or(() -> reusedId(file.listings(), before));
    }

    private Optional<String> implausibleCount(int count, Before before, Duration elapsed) {
        double periods = Math.max(1.0, (double) elapsed.toMillis() / policy.period().toMillis());
        double fewest = before.listings() * Math.pow(1 - policy.largestLoss(), periods);
        double most = before.listings() * Math.pow(1 + policy.largestGrowth(), periods);
        if (count >= fewest && count <= most) {
            return Optional.empty();
        }
        return Optional.of(
                "%d entries, version %d had %d: between %.0f and %.0f would be plausible after %d days"
                        .formatted(
                                count,
                                before.number(),
                                before.listings(),
                                Math.ceil(fewest),
                                Math.floor(most),
                                elapsed.toDays()));
    }

    private static Optional<String> olderPublication(@Nullable Instant publishedAt, Before before) {
        Instant last = before.publishedAt();
        return publishedAt != null && last != null && publishedAt.isBefore(last)
                ? Optional.of(
                        "published %s, version %d already %s"
                                .formatted(publishedAt, before.number(), last))
                : Optional.empty();
    }

    private static Optional<String> reusedId(List<Listing> listings, Before before) {
        for (Listing listing : listings) {
            String now = ImoNumber.of(listing.vessel().imo()).map(ImoNumber::digits).orElse(null);
            KnownShip then = before.ships().get(listing.sourceId());
            if (now != null
                    && then != null
                    && !now.equals(then.imo())
                    && !then.isNamedIn(listing)) {
                return Optional.of(
                        "entry %s (%s) now has IMO %s, in version %d it was %s, IMO %s: another ship under a used id"
                                .formatted(
                                        listing.sourceId(),
                                        listing.name(),
                                        now,
                                        before.number(),
                                        then.name(),
                                        then.imo()));
            }
        }
        return Optional.empty();
    }
}
