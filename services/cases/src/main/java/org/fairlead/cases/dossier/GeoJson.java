package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that has a place, as GeoJSON (RFC 7946): exhibits, facts, findings.
final class GeoJson {

    private GeoJson() {}

    /// By the names of their files; one without features is not there.
    static Map<String, JsonNode> files(JsonNode register) {
        var files = new TreeMap<String, JsonNode>();
        put(files, "evidence.geojson", evidence(register));
        put(files, "facts.geojson", facts(register));
        put(files, "findings.geojson", findings(register));
        return files;
    }

    private static void put(Map<String, JsonNode> files, String name, ArrayNode features) {
        if (!features.isEmpty()) {
            ObjectNode collection =
                    JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
            collection.set("features", features);
            files.put(name, collection);
        }
    }

    private static ArrayNode evidence(JsonNode register) {
        ArrayNode features = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : register.path("evidence")) {
            feature(
                    features,
                    item,
                    item.path("geometry"),
                    List.of(
                            "exhibit",
                            "kind",
                            "title",
                            "occurredFrom",
                            "occurredTo",
                            "synthetic",
                            "sha256"));
        }
        return features;
    }

    private static ArrayNode findings(JsonNode register) {
        ArrayNode features = JsonNodeFactory.instance.arrayNode();
        for (JsonNode finding : register.path("findings")) {
            feature(
                    features,
                    finding,
                    finding.path("geometry"),
                    List.of("statement", "confidence", "state", "from", "to"));
        }
        return features;
    }

    private static ArrayNode facts(JsonNode register) {
        ArrayNode features = JsonNodeFactory.instance.arrayNode();
        for (JsonNode fact : register.path("facts")) {
            if (fact.path("latitudeDegrees").isNumber()
                    && fact.path("longitudeDegrees").isNumber()) {
                ObjectNode point = JsonNodeFactory.instance.objectNode().put("type", "Point");
                point.putArray("coordinates")
                        .add(fact.path("longitudeDegrees"))
                        .add(fact.path("latitudeDegrees"));
                feature(features, fact, point, List.of("title", "at", "to", "precision", "source"));
            }
        }
        return features;
    }

    private static void feature(
            ArrayNode features, JsonNode item, JsonNode geometry, List<String> properties) {
        if (geometry.isObject()) {
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.set("id", item.path("id"));
            feature.set("geometry", geometry);
            ObjectNode said = feature.putObject("properties");
            properties.stream()
                    .filter(item::hasNonNull)
                    .forEach(property -> said.set(property, item.path(property)));
        }
    }
}
