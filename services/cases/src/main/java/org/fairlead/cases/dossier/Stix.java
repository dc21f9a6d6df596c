package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A case as a bundle of STIX 2.1: a report that refers to its subjects (identities), its places
/// (locations) and its findings (notes), all marked with the handling code (TLP 2.0).
///
/// STIX has no word for a ship. One is an identity of class `system` with its numbers as external
/// references.
final class Stix {

    private static final String TLP_EXTENSION =
            "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    /// Published by OASIS with the extension.
    private static final Map<String, String> TLP_MARKINGS =
            Map.of(
                    "tlp-clear", "94868c89-83c2-464b-929b-a1a8aa3c8487",
                    "tlp-green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
                    "tlp-amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
                    "tlp-amber-strict", "939a9414-2ddd-4d32-a0cd-375ea402b003",
                    "tlp-red", "e828b379-4e03-4974-9ac4-e53a884c97c1");

    private final JsonNode register;
    private final String created;
    private final String modified;
    private final String marking;
    private final String producer;
    private final ArrayNode objects = JsonNodeFactory.instance.arrayNode();
    private final List<String> refs = new ArrayList<>();

    private Stix(JsonNode register) {
        this.register = register;
        this.created = time(register.path("openedAt").asText());
        this.modified = time(register.path("changedAt").asText());
        this.marking =
                "marking-definition--" + TLP_MARKINGS.get(register.path("handling").asText());
        this.producer = id("identity", "team " + register.path("team").asText());
    }

    static ObjectNode bundle(JsonNode register) {
        var export = new Stix(register);
        export.marking();
        export.producer();
        register.path("subjects").forEach(export::subject);
        register.path("relations").forEach(export::relation);
        var places = export.places();
        int number = 1;
        for (JsonNode finding : register.path("findings")) {
            export.finding(finding, number++, places);
        }
        export.report();
        ObjectNode bundle =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "bundle")
                        .put(
                                "id",
                                id(
                                        "bundle",
                                        register.path("id").asText()
                                                + " "
                                                + register.path("version").asText()));
        bundle.set("objects", export.objects);
        return bundle;
    }

    /// The same thing has the same id in every export.
    private static String id(String type, String of) {
        return type
                + "--"
                + UUID.nameUUIDFromBytes(("fairlead " + of).getBytes(StandardCharsets.UTF_8));
    }

    private static String time(String text) {
        String seconds = Instant.parse(text).truncatedTo(ChronoUnit.SECONDS).toString();
        return seconds.substring(0, seconds.length() - 1) + ".000Z";
    }

    private void marking() {
        String code = register.path("handling").asText().substring("tlp-".length());
        ObjectNode definition =
                objects.addObject()
                        .put("type", "marking-definition")
                        .put("spec_version", "2.1")
                        .put("id", marking)
                        .put("created", "2022-10-01T00:00:00.000Z")
                        .put(
                                "name",
                                "TLP:" + code.toUpperCase(java.util.Locale.ROOT).replace('-', '+'));
        definition
                .putObject("extensions")
                .putObject(TLP_EXTENSION)
                .put("extension_type", "property-extension")
                .put("tlp_2_0", code.replace('-', '+'));
    }

    private void producer() {
        objects.addObject()
                .put("type", "identity")
                .put("spec_version", "2.1")
                .put("id", producer)
                .put("created", created)
                .put("modified", created)
                .put("name", register.path("team").asText())
                .put("identity_class", "organization");
    }

    private ObjectNode object(String type, String id) {
        ObjectNode object =
                objects.addObject()
                        .put("type", type)
                        .put("spec_version", "2.1")
                        .put("id", id)
                        .put("created_by_ref", producer)
                        .put("created", created)
                        .put("modified", modified);
        object.putArray("object_marking_refs").add(marking);
        refs.add(id);
        return object;
    }

    private void subject(JsonNode subject) {
        String kind = subject.path("kind").asText();
        String name =
                subject.path("name")
                        .asText(subject.path("imo").asText(subject.path("mmsi").asText(kind)));
        ObjectNode identity =
                object("identity", id("identity", subject.path("id").asText()))
                        .put("name", name)
                        .put(
                                "identity_class",
                                switch (kind) {
                                    case "company" -> "organization";
                                    case "person" -> "individual";
                                    case "vessel" -> "system";
                                    default -> "unspecified";
                                })
                        .put("description", "A %s of the case.".formatted(kind));
        var numbers = JsonNodeFactory.instance.arrayNode();
        for (String number : List.of("imo", "mmsi")) {
            if (subject.path(number).isTextual()) {
                numbers.addObject()
                        .put("source_name", number.toUpperCase(java.util.Locale.ROOT))
                        .put("external_id", subject.path(number).asText());
            }
        }
        if (!numbers.isEmpty()) {
            identity.set("external_references", numbers);
        }
    }

    private void relation(JsonNode relation) {
        ObjectNode link =
                object("relationship", id("relationship", relation.path("id").asText()))
                        .put("relationship_type", relation.path("kind").asText())
                        .put("source_ref", id("identity", relation.path("source").asText()))
                        .put("target_ref", id("identity", relation.path("target").asText()));
        if (relation.path("note").isTextual()) {
            link.put("description", relation.path("note").asText());
        }
        if (relation.path("from").isTextual()) {
            link.put("start_time", relation.path("from").asText() + "T00:00:00.000Z");
        }
        // Later than its start, as the standard wants it: the end of the last day.
        if (relation.path("to").isTextual()) {
            link.put("stop_time", relation.path("to").asText() + "T23:59:59.000Z");
        }
    }

    /// Of exhibits and facts at one point. STIX has no lines and no areas.
    private Map<String, String> places() {
        var places = new HashMap<String, String>();
        for (JsonNode item : register.path("evidence")) {
            if (item.path("geometry").path("type").asText().equals("Point")) {
                JsonNode at = item.path("geometry").path("coordinates");
                places.put(
                        item.path("id").asText(),
                        place(item, at.path(1).asDouble(), at.path(0).asDouble()));
            }
        }
        for (JsonNode fact : register.path("facts")) {
            if (fact.path("latitudeDegrees").isNumber()
                    && fact.path("longitudeDegrees").isNumber()) {
                places.put(
                        fact.path("id").asText(),
                        place(
                                fact,
                                fact.path("latitudeDegrees").asDouble(),
                                fact.path("longitudeDegrees").asDouble()));
            }
        }
        return places;
    }

    private String place(JsonNode item, double latitude, double longitude) {
        String id = id("location", item.path("id").asText());
        object("location", id)
                .put("name", item.path("title").asText())
                .put("latitude", latitude)
                .put("longitude", longitude);
        return id;
    }

    private void finding(JsonNode finding, int number, Map<String, String> places) {
        ObjectNode note =
                object("note", id("note", finding.path("id").asText()))
                        .put("abstract", "Finding F" + number)
                        .put("content", finding.path("statement").asText())
                        .put("confidence", confidence(finding.path("confidence").asText()));
        note.putArray("authors").add(finding.path("author").asText());
        ArrayNode about = note.putArray("object_refs");
        register.path("subjects")
                .forEach(subject -> about.add(id("identity", subject.path("id").asText())));
        for (JsonNode link : finding.path("evidence")) {
            String place = places.get(link.path("evidenceId").asText());
            if (place != null) {
                about.add(place);
            }
        }
        if (about.isEmpty()) {
            about.add(producer);
        }
    }

    /// STIX 2.1 appendix A: low, medium and high as numbers of a hundred.
    private static int confidence(String word) {
        return switch (word) {
            case "high" -> 85;
            case "moderate" -> 50;
            default -> 15;
        };
    }

    private void report() {
        var all = List.copyOf(refs);
        ObjectNode report =
                object("report", id("report", register.path("id").asText()))
                        .put(
                                "name",
                                "%s: %s"
                                        .formatted(
                                                register.path("number").asText(),
                                                register.path("title").asText()))
                        .put("published", modified);
        report.putArray("report_types").add("observed-data");
        if (register.path("summary").isTextual()) {
            report.put("description", register.path("summary").asText());
        }
        ArrayNode about = report.putArray("object_refs");
        all.forEach(about::add);
        if (about.isEmpty()) {
            about.add(producer);
        }
    }
}
