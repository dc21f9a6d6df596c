package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.proof.canonical.CanonicalJson;
import org.jspecify.annotations.Nullable;

/// The subjects of a case as entities of FollowTheMoney, one JSON object a line, as its tools read
/// them: vessels, companies, persons and places, and the listings frozen of them.
final class FollowTheMoney {

    private final JsonNode register;
    private final Map<String, ObjectNode> entities = new TreeMap<>();

    /// By the id of the subject.
    private final Map<String, ObjectNode> named = new HashMap<>();

    private FollowTheMoney(JsonNode register) {
        this.register = register;
    }

    /// @param records frozen records by evidence id
    static byte[] lines(JsonNode register, Map<String, JsonNode> records) {
        var export = new FollowTheMoney(register);
        register.path("subjects").forEach(export::subject);
        register.path("relations").forEach(export::relation);
        records.forEach(export::record);
        var lines = new StringBuilder();
        export.entities
                .values()
                .forEach(entity ->
                        lines.append(
                                        new String(
                                                CanonicalJson.bytes(entity),
                                                StandardCharsets.UTF_8))
                                .append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void subject(JsonNode subject) {
        String schema =
                switch (subject.path("kind").asText()) {
                    case "vessel" -> "Vessel";
                    case "company" -> "Company";
                    case "person" -> "Person";
                    case "place" -> "Address";
                    default -> "Thing";
                };
        if (schema.equals("Thing")) {
            return;
        }
        if (schema.equals("Vessel")) {
            named.put(
                    subject.path("id").asText(),
                    vessel(
                            subject.path("imo").textValue(),
                            subject.path("mmsi").textValue(),
                            subject));
            return;
        }
        ObjectNode entity = entity("subject-" + subject.path("id").asText(), schema);
        named.put(subject.path("id").asText(), entity);
        add(entity, schema.equals("Address") ? "full" : "name", subject.path("name").textValue());
    }

    /// What one is to the other stands in `role`: the model knows an owner by shares and
    /// percentages, which nobody has written down here.
    private void relation(JsonNode relation) {
        ObjectNode from = named.get(relation.path("source").asText());
        ObjectNode to = named.get(relation.path("target").asText());
        if (from == null || to == null) {
            return;
        }
        ObjectNode link = entity("relation-" + relation.path("id").asText(), "UnknownLink");
        add(link, "subject", from.path("id").textValue());
        add(link, "object", to.path("id").textValue());
        add(link, "role", relation.path("kind").asText().replace('-', ' '));
        add(link, "startDate", relation.path("from").textValue());
        add(link, "endDate", relation.path("to").textValue());
        add(link, "summary", relation.path("note").textValue());
    }

    /// One entity a hull: by its IMO number, where it has one.
    private ObjectNode vessel(@Nullable String imo, @Nullable String mmsi, JsonNode said) {
        ObjectNode entity = entity(imo == null ? "mmsi-" + mmsi : "imo-" + imo, "Vessel");
        String name = said.path("name").textValue();
        String number = imo == null ? "MMSI " + mmsi : "IMO " + imo;
        if (name != null) {
            add(entity, "name", name);
        } else if (!entity.path("properties").has("name")) {
            add(entity, "name", number);
        }
        add(entity, "imoNumber", imo == null ? null : "IMO" + imo);
        add(entity, "mmsi", mmsi);
        add(entity, "callSign", said.path("callSign").textValue());
        return entity;
    }

    private void record(String evidenceId, JsonNode record) {
        JsonNode vessel = record.path("vessel");
        if (record.path("mmsi").isTextual()) {
            identity(record);
        } else if (record.path("answers").isArray()) {
            answers(evidenceId, record);
        } else if (vessel.isObject() && record.path("listing").isObject()) {
            ObjectNode entity =
                    vessel(vessel.path("imo").textValue(), vessel.path("mmsi").textValue(), vessel);
            sanction(
                    evidenceId,
                    entity,
                    record.path("listing"),
                    record.path("listing").path("authority").textValue(),
                    record.path("listedSince").textValue(),
                    record.path("state").textValue());
        }
    }

    private void identity(JsonNode record) {
        ObjectNode entity =
                vessel(record.path("imo").textValue(), record.path("mmsi").textValue(), record);
        String flag = record.path("flagClaimedByMid").textValue();
        add(entity, "flag", flag == null ? null : flag.toLowerCase(java.util.Locale.ROOT));
        for (JsonNode past : record.path("past")) {
            add(entity, "previousName", past.path("name").textValue());
        }
    }

    private void answers(String evidenceId, JsonNode record) {
        JsonNode imo = record.path("imo");
        if (!imo.isValueNode() || imo.asText().isBlank()) {
            return;
        }
        ObjectNode entity = vessel(imo.asText(), null, JsonNodeFactory.instance.objectNode());
        int number = 0;
        for (JsonNode answer : record.path("answers")) {
            number++;
            if (answer.path("status").asText().equals("listed")) {
                sanction(
                        evidenceId + "-" + number,
                        entity,
                        answer.path("listing"),
                        answer.path("authority").textValue(),
                        null,
                        "listed as of " + record.path("asOf").asText());
            }
        }
    }

    private void sanction(
            String id,
            ObjectNode of,
            JsonNode listing,
            @Nullable String authority,
            @Nullable String since,
            @Nullable String status) {
        ObjectNode sanction = entity("listing-" + id, "Sanction");
        add(sanction, "entity", of.path("id").textValue());
        add(sanction, "authority", authority);
        add(
                sanction,
                "authorityId",
                listing.path("reference").asText(listing.path("id").textValue()));
        add(
                sanction,
                "startDate",
                since == null ? null : since.substring(0, Math.min(10, since.length())));
        add(sanction, "status", status);
        add(sanction, "sourceUrl", null);
    }

    private ObjectNode entity(String id, String schema) {
        return entities.computeIfAbsent(
                "fairlead-" + id,
                known -> {
                    ObjectNode entity =
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("id", known)
                                    .put("schema", schema);
                    entity.putObject("properties");
                    entity.putArray("datasets")
                            .add(
                                    register.path("number")
                                            .asText()
                                            .toLowerCase(java.util.Locale.ROOT));
                    return entity;
                });
    }

    private static void add(ObjectNode entity, String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        ObjectNode properties = (ObjectNode) entity.path("properties");
        for (JsonNode known : properties.withArray("/" + property)) {
            if (known.asText().equals(value)) {
                return;
            }
        }
        properties.withArray("/" + property).add(value);
    }
}
