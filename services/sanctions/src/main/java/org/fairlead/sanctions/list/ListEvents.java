package org.fairlead.sanctions.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.sanctions.ListVersion;
import org.fairlead.contracts.sanctions.ListingChange;
import org.fairlead.contracts.sanctions.ListingChange.Operation;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListingJson;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Events of a version. Their ids follow from what they tell, so a replay repeats them.
final class ListEvents {

    private ListEvents() {}

    /// Of a version that tells of no entries: set aside or rejected.
    static OutboxEvent of(ListVersionView version) {
        return of(version, false, 0);
    }

    private static OutboxEvent of(ListVersionView version, boolean isBaseline, int changes) {
        var payload =
                new ListVersion(
                        version.list(),
                        version.number(),
                        status(version),
                        version.sha256(),
                        version.observedAt(),
                        version.publishedAt(),
                        version.listings(),
                        version.added(),
                        version.changed(),
                        version.removed(),
                        version.reason(),
                        batch(version),
                        changes,
                        isBaseline);
        return new OutboxEvent(
                id(version), Topics.SANCTIONS_LISTINGS, version.list(), ListVersion.TYPE, payload);
    }

    private static ListVersion.Status status(ListVersionView version) {
        return switch (version.status()) {
            case ListVersionView.ACCEPTED -> ListVersion.Status.ACCEPTED;
            case ListVersionView.REJECTED -> ListVersion.Status.REJECTED;
            default -> ListVersion.Status.QUARANTINED;
        };
    }

    /// A version set aside is told of twice: then, and when it is decided upon.
    private static UUID id(ListVersionView version) {
        return version.decision() == null
                ? OutboxEvent.idOf("list-version", version.list(), version.number())
                : OutboxEvent.idOf(
                        "list-version", version.list(), version.number(), version.status());
    }

    private static UUID batch(ListVersionView version) {
        return OutboxEvent.idOf("list-batch", version.list(), version.number());
    }

    /// A list's first version: what it has, as news to nobody.
    static List<OutboxEvent> baseline(ListVersionView version, List<CanonicalListing> entries) {
        var events = new ArrayList<OutboxEvent>();
        events.add(of(version, true, entries.size()));
        for (CanonicalListing entry : entries) {
            var after = ListingRefs.parse(entry.json());
            events.add(change(version, Operation.BASELINE, null, after));
        }
        return withCurrent(events, events);
    }

    /// The version, then its changes.
    ///
    /// @param relisted ids among the added that an earlier version had
    /// @param canonicalBefore what the version before said of the changed and removed
    /// @param isReformatted the version before had another format: that an entry reads differently
    ///   is no news, and told only to those who keep what the list says now
    static List<OutboxEvent> changes(
            ListVersionView version,
            Difference difference,
            Set<String> relisted,
            Map<String, String> canonicalBefore,
            boolean isReformatted) {
        var all = all(version, difference, relisted, canonicalBefore);
        var told =
                isReformatted
                        ? all.stream()
                                .filter(event ->
                                        ((ListingChange) event.payload()).operation()
                                                != Operation.MODIFIED)
                                .toList()
                        : all;
        var events = new ArrayList<OutboxEvent>();
        events.add(of(version, false, told.size()));
        events.addAll(told);
        return withCurrent(events, all);
    }

    /// Each change once more, under its entry's own key, for the compacted topic.
    private static List<OutboxEvent> withCurrent(
            List<OutboxEvent> events, List<OutboxEvent> changes) {
        var all = new ArrayList<>(events);
        for (OutboxEvent event : changes) {
            if (event.payload() instanceof ListingChange change) {
                all.add(
                        new OutboxEvent(
                                OutboxEvent.idOf("listing-current", change.id()),
                                Topics.SANCTIONS_CURRENT,
                                change.listing().list() + "/" + change.listing().sourceId(),
                                ListingChange.TYPE,
                                change));
            }
        }
        return all;
    }

    private static List<OutboxEvent> all(
            ListVersionView version,
            Difference difference,
            Set<String> relisted,
            Map<String, String> canonicalBefore) {
        var events = new ArrayList<OutboxEvent>();
        for (CanonicalListing entry : difference.added()) {
            boolean isBack = relisted.contains(entry.listing().sourceId());
            var after = ListingRefs.parse(entry.json());
            events.add(change(version, isBack ? Operation.RELISTED : Operation.ADDED, null, after));
        }
        for (CanonicalListing entry : difference.changed()) {
            var before = before(canonicalBefore, entry.listing().sourceId());
            events.add(
                    change(version, Operation.MODIFIED, before, ListingRefs.parse(entry.json())));
        }
        for (String id : difference.removed().stream().sorted().toList()) {
            events.add(change(version, Operation.REMOVED, before(canonicalBefore, id), null));
        }
        return events;
    }

    private static JsonNode before(Map<String, String> canonicalBefore, String id) {
        return ListingRefs.parse(Objects.requireNonNull(canonicalBefore.get(id)));
    }

    /// @param before absent when it was not there
    /// @param after absent when it is gone
    private static OutboxEvent change(
            ListVersionView version,
            Operation operation,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        var speaking = Objects.requireNonNull(after == null ? before : after);
        ListingRef listing = ListingRefs.ref(version.list(), speaking);
        var id =
                OutboxEvent.idOf(
                        "listing-change",
                        version.list(),
                        version.number(),
                        listing.sourceId(),
                        operation);
        return new OutboxEvent(
                id,
                Topics.SANCTIONS_LISTINGS,
                ImoNumber.of(listing.imo()).map(ImoNumber::digits).orElse(listing.sourceId()),
                ListingChange.TYPE,
                new ListingChange(
                        id,
                        operation,
                        listing,
                        version.number(),
                        version.observedAt(),
                        before == null || after == null
                                ? List.of()
                                : ListingRefs.changedFields(before, after),
                        batch(version),
                        hash(before),
                        hash(after),
                        listedOn(speaking)));
    }

    private static @Nullable String hash(@Nullable JsonNode canonical) {
        return canonical == null ? null : CanonicalListing.of(ListingJson.read(canonical)).hash();
    }

    private static @Nullable LocalDate listedOn(JsonNode canonical) {
        String date = ListingRefs.listedOn(canonical);
        return date == null ? null : LocalDate.parse(date);
    }
}
