package org.fairlead.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Labels of an object or a pod.
public record Labels(Map<String, String> values) {

    public static final String NAME = "app.kubernetes.io/name";
    public static final String COMPONENT = "app.kubernetes.io/component";

    public Labels {
        values = Map.copyOf(values);
    }

    static Labels of(JsonNode tree) {
        var values = new LinkedHashMap<String, String>();
        tree.properties().forEach(label -> values.put(label.getKey(), label.getValue().asText()));
        return new Labels(values);
    }

    /// The label's value, empty where there is no such label.
    public String get(String label) {
        return values.getOrDefault(label, "");
    }
}
