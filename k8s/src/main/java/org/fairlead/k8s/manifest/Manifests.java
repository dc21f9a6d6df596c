package org.fairlead.k8s.manifest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that is applied together.
public record Manifests(List<Manifest> all) {

    /// Refuses a key that is there twice, of which YAML readers silently keep one.
    private static final YAMLMapper YAML =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    public Manifests {
        all = List.copyOf(all);
    }

    /// @param yaml documents separated by `---`
    public static Manifests parse(String yaml) throws IOException {
        var manifests = new ArrayList<Manifest>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNext()) {
                var tree = documents.next();
                if (!tree.isNull()) {
                    manifests.add(new Manifest(tree));
                }
            }
        }
        return new Manifests(manifests);
    }

    public Stream<Manifest> of(String kind) {
        return all.stream().filter(manifest -> manifest.is(kind));
    }

    public Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    public List<Workload> workloads() {
        return all.stream().map(Workload::of).flatMap(Optional::stream).toList();
    }

    /// Workloads whose pods a Service sends to.
    public List<Workload> behind(Manifest service) {
        var selector = Selector.ofLabels(service.at("/spec/selector"));
        return selector.isEmpty()
                ? List.of()
                : workloads().stream()
                        .filter(workload -> selector.selects(workload.podLabels()))
                        .toList();
    }
}
