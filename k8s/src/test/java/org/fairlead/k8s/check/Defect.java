package org.fairlead.k8s.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;

/// One thing that is wrong, as a change of one place in `checks/sound.yaml`.
///
/// @param put what stands there instead, empty where the place is removed
record Defect(String name, String rule, String object, JsonPointer at, Optional<JsonNode> put) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static Defect read(Path file) throws IOException {
        var tree = YAML.readTree(file.toFile());
        var isRemoval = tree.has("remove");
        return new Defect(
                file.getFileName().toString().replace(".yaml", ""),
                tree.required("rejected-by").asText(),
                tree.required("object").asText(),
                JsonPointer.compile(tree.required(isRemoval ? "remove" : "at").asText()),
                isRemoval ? Optional.empty() : Optional.of(tree.required("put")));
    }

    Manifests in(Manifests sound) {
        return new Manifests(
                sound.all().stream()
                        .flatMap(manifest ->
                                manifest.toString().equals(object)
                                        ? broken(manifest)
                                        : Stream.of(manifest))
                        .toList());
    }

    private Stream<Manifest> broken(Manifest manifest) {
        if (at.matches()) {
            return Stream.empty();
        }
        var tree = manifest.tree().deepCopy();
        var holder = tree.requiredAt(at.head());
        var place = at.last();
        switch (holder) {
            case ObjectNode fields when put.isPresent() ->
                    fields.set(place.getMatchingProperty(), put.get());
            case ObjectNode fields -> fields.remove(place.getMatchingProperty());
            case ArrayNode list when put.isPresent() && place.getMatchingIndex() < list.size() ->
                    list.set(place.getMatchingIndex(), put.get());
            case ArrayNode list when put.isPresent() -> list.add(put.get());
            case ArrayNode list -> list.remove(place.getMatchingIndex());
            default -> throw new IllegalArgumentException(name + ": nothing at " + at.head());
        }
        return Stream.of(new Manifest(tree));
    }

    @Override
    public String toString() {
        return name;
    }
}
