package org.fairlead.sanctions.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.file.FileFormat;
import org.jspecify.annotations.Nullable;

/// Decides whether a file that could be read is believed.
final class Acceptance {

    private final AcceptancePolicy policy;

    Acceptance(AcceptancePolicy policy) {
        this.policy = policy;
    }

    /// The version a file is held against.
    ///
    /// @param ships its ships with a valid IMO number, by entry
    /// @param names of its individuals, primary and others, by entry
    record Before(
            int number,
            int listings,
            Instant observedAt,
            @Nullable Instant publishedAt,
            Map<String, KnownShip> ships,
            Map<String, List<String>> names) {}

    /// Why the file is set aside; empty when it is believed.
    ///
    /// @param publishedAt the file's own date, else the one given with it
    /// @param format tells whether the file has other names than the primary ones
    Optional<String> objection(
            Reading.Read file,
            Before before,
            Instant observedAt,
            @Nullable Instant publishedAt,
            @Nullable FileFormat format) {
        return implausibleCount(
                        file.listings().size(),
                        before,
                        Duration.between(before.observedAt(), observedAt))
                .or(() -> olderPublication(publishedAt, before))
                .or(() -> reusedId(file.listings(), before))
                .or(() -> objectionToFirst(file))
                .or(() ->
                        format == FileFormat.OFAC_CSV
                                ? Optional.empty()
                                : renamed(file.listings(), before));
    }

    /// Why even a list's first file is set aside.
    Optional<String> objectionToFirst(Reading.Read file) {
        return file.listings().stream()
                .filter(listing ->
                        listing.names().stream().anyMatch(name -> TestEntry.isNamedSo(name.text())))
                .findFirst()
                .map(listing ->
                        "entry %s is named \"%s\": a test file, not the publisher's"
                                .formatted(listing.sourceId(), listing.name()));
    }

    /// A person whose new name shares nothing but the family name with all earlier ones, and whose
    /// earlier primary name is gone without trace: publishers keep old names as aliases.
    private static Optional<String> renamed(List<Listing> listings, Before before) {
        for (Listing listing : listings) {
            var then = before.names().get(listing.sourceId());
            if (then != null
                    && !then.isEmpty()
                    && !then.contains(listing.name())
                    && NameTrace.isLost(then, listing)) {
                return Optional.of(
                        "entry %s is now \"%s\", in version %d it was \"%s\", and that name is gone without trace: changed by somebody else than the publisher?"
                                .formatted(
                                        listing.sourceId(),
                                        listing.name(),
                                        before.number(),
                                        then.getFirst()));
            }
        }
        return Optional.empty();
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
