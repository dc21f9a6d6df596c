package org.fairlead.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A container of a workload's pods.
///
/// @param runsToItsEnd as init containers and those of Jobs do, which need no probes
public record Container(Workload workload, JsonNode tree, boolean runsToItsEnd) {

    public String name() {
        return tree.path("name").asText();
    }

    public Stream<JsonNode> each(String field) {
        return StreamSupport.stream(tree.path(field).spliterator(), false);
    }

    /// The port with that name or number; a number may be meant without being declared, which we do
    /// not allow ourselves.
    public OptionalInt port(JsonNode nameOrNumber) {
        return each("ports")
                .filter(port ->
                        nameOrNumber.isNumber()
                                ? port.path("containerPort").asInt() == nameOrNumber.asInt()
                                : port.path("name").asText().equals(nameOrNumber.asText()))
                .mapToInt(port -> port.path("containerPort").asInt())
                .findFirst();
    }

    @Override
    public String toString() {
        return workload + " container " + name();
    }
}
