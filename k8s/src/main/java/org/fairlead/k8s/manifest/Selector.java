package org.fairlead.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A label selector. The empty one selects everything.
public record Selector(JsonNode tree) {

    /// The older form, of a Service: labels and nothing else.
    public static Selector ofLabels(JsonNode labels) {
        var tree = JsonNodeFactory.instance.objectNode();
        if (labels.isObject()) {
            tree.set("matchLabels", labels);
        }
        return new Selector(tree);
    }

    public boolean isEmpty() {
        return tree.path("matchLabels").isEmpty() && tree.path("matchExpressions").isEmpty();
    }

    public boolean selects(Labels labels) {
        return tree.path("matchLabels").properties().stream()
                        .allMatch(wanted ->
                                wanted.getValue()
                                        .asText()
                                        .equals(labels.values().get(wanted.getKey())))
                && elements(tree.path("matchExpressions")).allMatch(one -> holds(one, labels));
    }

    /// Every label it looks at.
    public Set<String> keys() {
        return Stream.concat(
                        tree.path("matchLabels").properties().stream().map(label -> label.getKey()),
                        elements(tree.path("matchExpressions"))
                                .map(expression -> expression.path("key").asText()))
                .collect(Collectors.toSet());
    }

    private static boolean holds(JsonNode expression, Labels labels) {
        var value = labels.values().get(expression.path("key").asText());
        var isAmong =
                elements(expression.path("values")).anyMatch(one -> one.asText().equals(value));
        return switch (expression.path("operator").asText()) {
            case "In" -> isAmong;
            case "NotIn" -> !isAmong;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
