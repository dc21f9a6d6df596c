package org.fairlead.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;

/// One object as it would be sent to the cluster.
public record Manifest(JsonNode tree) {

    public String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    public String kind() {
        return tree.path("kind").asText();
    }

    public String name() {
        return tree.at("/metadata/name").asText();
    }

    public String namespace() {
        return tree.at("/metadata/namespace").asText();
    }

    public Labels labels() {
        return Labels.of(tree.at("/metadata/labels"));
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    /// @param pointer as in RFC 6901; what is not there is a missing node
    public JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
