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
            events.add(change(version, Operation.BASELINE, null, Entry.of(entry)));
        }
        return withCurrent(events, events);
    }

    /// The version before.
    ///
    /// @param canonical what it said of the changed and removed
    /// @param hashes of all its entries
    record Before(Map<String, String> canonical, Map<String, String> hashes) {

        Entry entry(String id) {
            return new Entry(
                    ListingRefs.parse(Objects.requireNonNull(canonical.get(id))),
                    Objects.requireNonNull(hashes.get(id)));
        }
    }

    /// What one version says of an entry.
    private record Entry(JsonNode canonical, String hash) {

        static Entry of(CanonicalListing listing) {
            return new Entry(ListingRefs.parse(listing.json()), listing.hash());
        }
    }

    /// The version, then its changes.
    ///
    /// @param relisted ids among the added that an earlier version had
    /// @param isReformatted the version before had another format: that an entry reads differently
    ///   is no news, and told only to those who keep what the list says now
    static List<OutboxEvent> changes(
            ListVersionView version,
            Difference difference,
            Set<String> relisted,
            Before before,
            boolean isReformatted) {
        var all = all(version, difference, relisted, before);
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
            ListVersionView version, Difference difference, Set<String> relisted, Before before) {
        var events = new ArrayList<OutboxEvent>();
        for (CanonicalListing entry : difference.added()) {
            boolean isBack = relisted.contains(entry.listing().sourceId());
            events.add(
                    change(
                            version,
                            isBack ? Operation.RELISTED : Operation.ADDED,
                            null,
                            Entry.of(entry)));
        }
        for (CanonicalListing entry : difference.changed()) {
            var then = before.entry(entry.listing().sourceId());
            events.add(change(version, Operation.MODIFIED, then, Entry.of(entry)));
        }
        for (String id : difference.removed().stream().sorted().toList()) {
            events.add(change(version, Operation.REMOVED, before.entry(id), null));
        }
        return events;
    }

    /// @param before absent when it was not there
    /// @param after absent when it is gone
    private static OutboxEvent change(
            ListVersionView version,
            Operation operation,
            @Nullable Entry before,
            @Nullable Entry after) {
        var speaking = Objects.requireNonNull(after == null ? before : after).canonical();
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
                                : ListingRefs.changedFields(before.canonical(), after.canonical()),
                        batch(version),
                        before == null ? null : before.hash(),
                        after == null ? null : after.hash(),
                        listedOn(speaking)));
    }

    private static @Nullable LocalDate listedOn(JsonNode canonical) {
        String date = ListingRefs.listedOn(canonical);
        return date == null ? null : LocalDate.parse(date);
    }
}
