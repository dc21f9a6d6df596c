package org.fairlead.sanctions.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.fairlead.lists.ListingJson;
import org.fairlead.sanctions.list.ListSource;
import org.fairlead.sanctions.list.ListingRefs;
import org.fairlead.sanctions.list.VersionSpan;
import org.jspecify.annotations.Nullable;

/// What a list said of an entry, over the versions in which it said the same.
///
/// @param lastVersion absent while the current version says so
record ListingRow(
        long id,
        String list,
        String name,
        JsonNode canonical,
        int firstVersion,
        @Nullable Integer lastVersion) {

    /// The canonical fields, which list they are of, and the first of each set by its own name.
    ObjectNode fields() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("list", list);
        node.put("authority", ListSource.ofId(list).map(ListSource::authority).orElse(list));
        node.setAll((ObjectNode) canonical);
        var listing = ListingJson.read(canonical);
        node.put("name", listing.name());
        listing.aliases().forEach(node.withArray("aliases")::add);
        put(node, "imo", listing.vessel().imo());
        put(node, "mmsi", listing.vessel().mmsi());
        put(node, "callSign", listing.vessel().callSign());
        put(node, "flag", listing.vessel().flag());
        put(node, "owner", listing.vessel().owner());
        put(node, "companyImo", listing.companyImo());
        put(node, "listedOn", ListingRefs.listedOn(canonical));
        return node;
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    /// The row as it was known when `newest` was the newest version; empty before its time.
    Optional<ListingRow> upTo(int newest) {
        if (firstVersion > newest) {
            return Optional.empty();
        }
        boolean isOpen = lastVersion == null || lastVersion >= newest;
        return Optional.of(
                isOpen ? new ListingRow(id, list, name, canonical, firstVersion, null) : this);
    }

    /// @param versions of the list, in order of observation
    ListingInterval interval(List<VersionSpan> versions) {
        int last = lastVersion == null ? versions.getLast().number() : lastVersion;
        return new ListingInterval(
                firstVersion,
                last,
                span(versions, firstVersion).firstObserved(),
                span(versions, last).lastObserved(),
                lastVersion == null);
    }

    private static VersionSpan span(List<VersionSpan> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
