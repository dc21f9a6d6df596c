package org.fairlead.sanctions.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fairlead.contracts.sanctions.ListingRef;
import org.jspecify.annotations.Nullable;

/// Reads canonical listings back from the database.
public final class ListingRefs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ListingRefs() {}

    public static JsonNode parse(String canonical) {
        try {
            return JSON.readTree(canonical);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored listing is no JSON", e);
        }
    }

    public static ListingRef ref(String list, JsonNode canonical) {
        var programs = new ArrayList<String>();
        canonical.path("programs").forEach(program -> programs.add(program.asText()));
        return new ListingRef(
                list,
                ListSource.ofId(list).map(ListSource::authority).orElse(list),
                canonical.path("sourceId").asText(),
                canonical.path("type").asText(),
                name(canonical),
                programs,
                first(canonical, "imos", "imo"));
    }

    /// The primary name, in this model of listings or the first.
    public static String name(JsonNode canonical) {
        return canonical.path("names").path(0).path("text").asText(canonical.path("name").asText());
    }

    /// The earliest date of listing the publisher gives.
    public static @Nullable String listedOn(JsonNode canonical) {
        String earliest = text(canonical, "listedOn");
        for (JsonNode date : canonical.path("listingDates")) {
            String day = date.path("date").asText();
            earliest = earliest == null || day.compareTo(earliest) < 0 ? day : earliest;
        }
        return earliest;
    }

    /// The first of several values, or the only one of the model before.
    public static @Nullable String first(JsonNode canonical, String field, String single) {
        var values = canonical.path(field);
        return values.isEmpty() ? text(canonical, single) : values.get(0).asText();
    }

    public static @Nullable String text(JsonNode canonical, String field) {
        return canonical.hasNonNull(field) ? canonical.get(field).asText() : null;
    }

    /// Names of the fields in which two versions of an entry differ, sorted. Names are told apart
    /// into `name`, the primary one, and `aliases`.
    public static List<String> changedFields(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> before.path(name).equals(after.path(name)));
        if (names.remove("names")) {
            if (!name(before).equals(name(after))) {
                names.add("name");
            }
            if (!aliases(before).equals(aliases(after))) {
                names.add("aliases");
            }
        }
        return List.copyOf(names);
    }

    /// A field as [#changedFields] names it; absent where the entry has none.
    public static @Nullable JsonNode field(JsonNode canonical, String field) {
        return switch (field) {
            case "name" -> JsonNodeFactory.instance.textNode(name(canonical));
            case "aliases" -> {
                var aliases = aliases(canonical);
                yield aliases.isEmpty()
                        ? null
                        : JsonNodeFactory.instance.arrayNode().addAll(aliases);
            }
            default -> canonical.get(field);
        };
    }

    private static List<JsonNode> aliases(JsonNode canonical) {
        var aliases = new ArrayList<JsonNode>();
        canonical.path("names").forEach(aliases::add);
        return aliases.isEmpty() ? aliases : aliases.subList(1, aliases.size());
    }
}
