package org.fairlead.lists.opensanctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.Script;
import org.fairlead.lists.UnreadableFile;

/// The entities of a file, and the listings they make together.
final class FtmEntities {

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("Vessel", Listing.VESSEL),
                    Map.entry("Airplane", Listing.AIRCRAFT),
                    Map.entry("Person", Listing.INDIVIDUAL),
                    Map.entry("Company", Listing.ENTITY),
                    Map.entry("Organization", Listing.ENTITY),
                    Map.entry("PublicBody", Listing.ENTITY),
                    Map.entry("LegalEntity", Listing.ENTITY),
                    Map.entry("Security", Listing.ENTITY),
                    Map.entry("CryptoWallet", Listing.ENTITY));
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "name",
                    "alias",
                    "weakAlias",
                    "previousName",
                    "imoNumber",
                    "mmsi",
                    "callSign",
                    "flag",
                    "pastFlags",
                    "type",
                    "tonnage",
                    "grossRegisteredTonnage",
                    "deadweightTonnage",
                    "buildDate",
                    "birthDate",
                    "nationality",
                    "country",
                    "citizenship",
                    "jurisdiction",
                    "notes",
                    "summary",
                    "modifiedAt",
                    "createdAt",
                    "retrievedAt");

    private final Map<String, JsonNode> targets = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<JsonNode>> sanctions = new HashMap<>();
    private final Map<String, List<JsonNode>> ownerships = new HashMap<>();

    void add(JsonNode entity, int line) throws UnreadableFile {
        String id = entity.path("id").asText();
        String schema = entity.path("schema").asText();
        if (id.isEmpty() || schema.isEmpty() || !entity.path("properties").isObject()) {
            throw new UnreadableFile(
                    "line %d: an entity without id, schema or properties".formatted(line));
        }
        names.put(id, entity.path("caption").asText(id));
        if (schema.equals("Sanction")) {
            index(sanctions, entity, "entity");
        } else if (schema.equals("Ownership")) {
            index(ownerships, entity, "asset");
        } else if (TYPES.containsKey(schema) && entity.path("target").asBoolean(false)) {
            if (targets.put(id, entity) != null) {
                throw new UnreadableFile("line %d: the id %s is there twice".formatted(line, id));
            }
        }
    }

    private static void index(Map<String, List<JsonNode>> index, JsonNode link, String property) {
        for (String id : values(link, property)) {
            index.computeIfAbsent(id, each -> new ArrayList<>()).add(link);
        }
    }

    private static List<String> values(JsonNode entity, String property) {
        var values = new ArrayList<String>();
        for (JsonNode value : entity.path("properties").path(property)) {
            // Nested exports have whole entities where others have ids.
            values.add(value.isObject() ? value.path("id").asText() : value.asText());
        }
        Collections.sort(values);
        return values;
    }

    Reading.Read read() throws UnreadableFile {
        var listings = new Listings();
        for (var target : targets.entrySet()) {
            listings.add(listing(target.getKey(), target.getValue()));
        }
        return listings.read(null);
    }

    private Listing listing(String id, JsonNode entity) throws UnreadableFile {
        var listing =
                new ListingBuilder(id)
                        .type(TYPES.getOrDefault(entity.path("schema").asText(), Listing.ENTITY))
                        .primary(entity.path("caption").asText(null));
        names(entity, listing);
        vessel(id, entity, listing);
        for (String property : List.of("nationality", "citizenship", "country", "jurisdiction")) {
            values(entity, property).forEach(listing::country);
        }
        values(entity, "birthDate").forEach(listing::birthDate);
        listing.remarks(String.join("\n", values(entity, "notes")));
        for (JsonNode sanction : sanctions.getOrDefault(id, List.of())) {
            sanction(sanction, listing);
        }
        entity.path("referents").forEach(other -> listing.other("referent", other.asText()));
        entity.path("datasets").forEach(dataset -> listing.other("dataset", dataset.asText()));
        entity.path("properties")
                .fieldNames()
                .forEachRemaining(property -> {
                    if (!ELSEWHERE.contains(property)) {
                        values(entity, property).forEach(value -> listing.other(property, value));
                    }
                });
        return listing.build();
    }

    private static void names(JsonNode entity, ListingBuilder listing) {
        for (String name : values(entity, "name")) {
            listing.name(name, kind(name, Kind.AKA), Strength.STRONG);
        }
        for (String name : values(entity, "alias")) {
            listing.name(name, kind(name, Kind.AKA), Strength.STRONG);
        }
        for (String name : values(entity, "previousName")) {
            listing.name(name, Kind.FKA, Strength.STRONG);
        }
        for (String name : values(entity, "weakAlias")) {
            listing.name(name, kind(name, Kind.AKA), Strength.WEAK);
        }
    }

    private static Kind kind(String name, Kind latin) {
        return Script.of(name).equals(Script.LATIN) ? latin : Kind.ORIGINAL_SCRIPT;
    }

    private void vessel(String id, JsonNode entity, ListingBuilder listing) {
        for (String imo : values(entity, "imoNumber")) {
            listing.imo(imo.replaceFirst("(?i)^IMO\\s*", ""));
        }
        values(entity, "mmsi").forEach(listing::mmsi);
        values(entity, "callSign").forEach(listing::callSign);
        if (listing.isCraft()) {
            values(entity, "flag").forEach(listing::flag);
            values(entity, "pastFlags").forEach(listing::formerFlag);
            values(entity, "type").forEach(listing::vesselType);
            values(entity, "deadweightTonnage").forEach(listing::tonnage);
            values(entity, "tonnage").forEach(listing::tonnage);
            values(entity, "grossRegisteredTonnage").forEach(listing::grossTonnage);
            values(entity, "buildDate").forEach(listing::yearBuilt);
            owners(id, entity, listing);
        }
    }

    private void owners(String id, JsonNode entity, ListingBuilder listing) {
        for (JsonNode ownership : ownerships.getOrDefault(id, List.of())) {
            boolean isOver = !values(ownership, "endDate").isEmpty();
            for (String owner : values(ownership, "owner")) {
                listing.party(
                        names.getOrDefault(owner, owner),
                        isOver ? RelatedParty.Role.FORMER_OWNER : RelatedParty.Role.OWNER,
                        null,
                        owner);
            }
        }
        for (String owner : values(entity, "owner")) {
            listing.party(names.getOrDefault(owner, owner), RelatedParty.Role.OWNER, null, owner);
        }
        for (String operator : values(entity, "operator")) {
            listing.party(
                    names.getOrDefault(operator, operator),
                    RelatedParty.Role.OPERATOR,
                    null,
                    operator);
        }
    }

    private static void sanction(JsonNode sanction, ListingBuilder listing) {
        values(sanction, "program").forEach(listing::program);
        values(sanction, "authority").forEach(value -> listing.other("authority", value));
        values(sanction, "endDate").forEach(value -> listing.other("sanction endDate", value));
        for (String property : List.of("listingDate", "startDate")) {
            for (String date : values(sanction, property)) {
                Dates.iso(date).ifPresent(day -> listing.listedOn(day, "Sanction:" + property));
            }
        }
    }
}
