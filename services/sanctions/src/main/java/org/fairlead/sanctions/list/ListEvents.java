package org.fairlead.sanctions.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.sanctions.ListVersion;
import org.fairlead.contracts.sanctions.ListingChange;
import org.fairlead.contracts.sanctions.ListingChange.Operation;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.ImoNumber;
import org.fairlead.messaging.outbox.OutboxEvent;

/// Events of a version. Their ids follow from what they tell, so a replay repeats them.
final class ListEvents {

    private ListEvents() {}

    static OutboxEvent of(ListVersionView version) {
        var payload =
                new ListVersion(
                        version.list(),
                        version.number(),
                        version.status().equals(ListVersionView.ACCEPTED)
                                ? ListVersion.Status.ACCEPTED
                                : ListVersion.Status.QUARANTINED,
                        version.sha256(),
                        version.observedAt(),
                        version.publishedAt(),
                        version.listings(),
                        version.added(),
                        version.changed(),
                        version.removed(),
                        version.reason());
        return new OutboxEvent(
                OutboxEvent.idOf("list-version", version.list(), version.number()),
                Topics.SANCTIONS_LISTINGS,
                version.list(),
                ListVersion.TYPE,
                payload);
    }

    /// @param relisted ids among the added that an earlier version had
    /// @param canonicalBefore what the version before said of the changed and removed
    static List<OutboxEvent> changes(
            ListVersionView version,
            Difference difference,
            Set<String> relisted,
            Map<String, String> canonicalBefore) {
        var events = new ArrayList<OutboxEvent>();
        for (CanonicalListing entry : difference.added()) {
            boolean isBack = relisted.contains(entry.listing().sourceId());
            var after = ListingRefs.parse(entry.json());
            var operation = isBack ? Operation.RELISTED : Operation.ADDED;
            events.add(change(version, operation, after, List.of()));
        }
        for (CanonicalListing entry : difference.changed()) {
            var before = before(canonicalBefore, entry.listing().sourceId());
            var after = ListingRefs.parse(entry.json());
            var fields = ListingRefs.changedFields(before, after);
            events.add(change(version, Operation.MODIFIED, after, fields));
        }
        for (String id : difference.removed().stream().sorted().toList()) {
            events.add(change(version, Operation.REMOVED, before(canonicalBefore, id), List.of()));
        }
        return events;
    }

    private static JsonNode before(Map<String, String> canonicalBefore, String id) {
        return ListingRefs.parse(java.util.Objects.requireNonNull(canonicalBefore.get(id)));
    }

    private static OutboxEvent change(
            ListVersionView version, Operation operation, JsonNode canonical, List<String> fields) {
        ListingRef listing = ListingRefs.ref(version.list(), canonical);
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
                        id, operation, listing, version.number(), version.observedAt(), fields));
    }
}
