package org.fairlead.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An object that makes pods.
public record Workload(Manifest manifest, JsonNode template) {

    private static final Map<String, String> TEMPLATES =
            Map.of(
                    "Deployment", "/spec/template",
                    "StatefulSet", "/spec/template",
                    "DaemonSet", "/spec/template",
                    "ReplicaSet", "/spec/template",
                    "Job", "/spec/template",
                    "CronJob", "/spec/jobTemplate/spec/template",
                    "Pod", "");

    static Optional<Workload> of(Manifest manifest) {
        return Optional.ofNullable(TEMPLATES.get(manifest.kind()))
                .map(pointer -> new Workload(manifest, manifest.at(pointer)));
    }

    public boolean isJob() {
        return manifest.is("Job") || manifest.is("CronJob");
    }

    /// One of ours, as against the parts it stands on.
    public boolean isService() {
        return podLabels().get(Labels.COMPONENT).equals("service");
    }

    public Labels podLabels() {
        return Labels.of(template.at("/metadata/labels"));
    }

    public JsonNode podSpec() {
        return template.path("spec");
    }

    public List<Container> containers() {
        return Stream.concat(containers("initContainers"), containers("containers")).toList();
    }

    private Stream<Container> containers(String field) {
        return each(podSpec().path(field))
                .map(tree -> new Container(this, tree, isJob() || field.equals("initContainers")));
    }

    /// What its pods can mount.
    public List<String> volumeNames() {
        return Stream.concat(
                        each(podSpec().path("volumes")).map(volume -> volume.path("name").asText()),
                        each(manifest.at("/spec/volumeClaimTemplates"))
                                .map(claim -> claim.at("/metadata/name").asText()))
                .toList();
    }

    public OptionalInt port(JsonNode nameOrNumber) {
        return containers().stream()
                .map(container -> container.port(nameOrNumber))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return manifest.toString();
    }
}
