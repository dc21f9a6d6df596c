package org.fairlead.sanctions.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
                canonical.path("name").asText(),
                programs,
                text(canonical, "imo"));
    }

    public static @Nullable String text(JsonNode canonical, String field) {
        return canonical.hasNonNull(field) ? canonical.get(field).asText() : null;
    }

    /// Names of the fields in which two versions of an entry differ, sorted.
    public static List<String> changedFields(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> !before.path(name).equals(after.path(name))).toList();
    }
}
