package org.fairlead.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fairlead.k8s.manifest.Container;
import org.fairlead.k8s.manifest.Manifests;

/// The environment a container will see, as far as it can be known beforehand: Secrets stay unread.
///
/// @param unresolved `$(NAME)` of no variable above it, which the container would see as it stands
record Environment(Map<String, String> values, List<String> unresolved) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

    static Environment of(Container container, Manifests manifests) {
        var environment = new Environment(new LinkedHashMap<>(), new ArrayList<>());
        container
                .each("envFrom")
                .flatMap(source ->
                        manifests
                                .find("ConfigMap", source.at("/configMapRef/name").asText())
                                .stream())
                .flatMap(map -> map.tree().path("data").properties().stream())
                .forEach(
                        entry -> environment.values.put(entry.getKey(), entry.getValue().asText()));
        container.each("env").forEach(variable -> environment.add(variable, manifests));
        return environment;
    }

    private void add(JsonNode variable, Manifests manifests) {
        var key = variable.at("/valueFrom/configMapKeyRef");
        var value =
                key.isMissingNode()
                        ? variable.path("value").asText()
                        : manifests
                                .find("ConfigMap", key.path("name").asText())
                                .map(map -> map.tree().path("data").path(key.path("key").asText()))
                                .map(JsonNode::asText)
                                .orElse("");
        values.put(
                variable.path("name").asText(),
                REFERENCE.matcher(value).replaceAll(reference -> resolved(reference)));
    }

    private String resolved(MatchResult reference) {
        var value = values.get(reference.group(1));
        if (value == null) {
            unresolved.add(reference.group());
        }
        return java.util.regex.Matcher.quoteReplacement(value == null ? reference.group() : value);
    }
}
