package org.fairlead.k8s.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.k8s.finding.Finding;
import org.fairlead.k8s.manifest.Manifest;

/// Holds an object against the official client's model of its kind, more strictly than the client's
/// own reading, which takes `"3"` for a number and lets some unknown fields pass.
public final class SchemaCheck {

    public static final String NO_MODEL = "no-model";
    public static final String UNKNOWN_FIELD = "unknown-field";
    public static final String MISSING_FIELD = "missing-field";
    public static final String WRONG_VALUE = "wrong-value";

    private final Manifest manifest;
    private final List<Finding> findings = new ArrayList<>();

    private SchemaCheck(Manifest manifest) {
        this.manifest = manifest;
    }

    public static List<Finding> of(Manifest manifest) {
        var check = new SchemaCheck(manifest);
        ApiModels.of(manifest.apiVersion(), manifest.kind())
                .ifPresentOrElse(
                        model -> check.object(manifest.tree(), Model.of(model), ""),
                        () ->
                                check.add(
                                        NO_MODEL,
                                        "",
                                        "Kubernetes knows no %s in %s"
                                                .formatted(
                                                        manifest.kind(), manifest.apiVersion())));
        return check.findings;
    }

    private void object(JsonNode tree, Model model, String path) {
        if (!tree.isObject()) {
            add(WRONG_VALUE, path, "is no object but " + tree);
            return;
        }
        for (var name : model.required()) {
            if (!tree.has(name)) {
                add(MISSING_FIELD, path + "/" + name, "is required");
            }
        }
        for (var field : tree.properties()) {
            field(field.getKey(), field.getValue(), model, path + "/" + field.getKey());
        }
    }

    private void field(String name, JsonNode value, Model model, String path) {
        var type = model.fields().get(name);
        if (type == null) {
            add(UNKNOWN_FIELD, path, "is no field of a " + model.type().getSimpleName());
            return;
        }
        value(value, type, path);
        var allowed = Alternatives.of(model.type(), name);
        for (var word : value.isArray() ? value : List.of(value)) {
            if (!allowed.isEmpty() && !allowed.contains(word.asText())) {
                add(WRONG_VALUE, path, "%s is none of %s".formatted(word, allowed));
            }
        }
    }

    private void value(JsonNode value, Type type, String path) {
        switch (type) {
            case ParameterizedType list when list.getRawType() == List.class ->
                    list(value, list.getActualTypeArguments()[0], path);
            case ParameterizedType map -> map(value, map.getActualTypeArguments()[1], path);
            case Class<?> scalar when Scalars.isScalar(scalar) ->
                    Scalars.complaint(value, scalar)
                            .ifPresent(complaint -> add(WRONG_VALUE, path, complaint));
            case Class<?> model -> object(value, Model.of(model), path);
            default -> throw new IllegalStateException("a model with a field of " + type);
        }
    }

    private void list(JsonNode value, Type element, String path) {
        if (!value.isArray()) {
            add(WRONG_VALUE, path, "is no list but " + value);
            return;
        }
        for (var index = 0; index < value.size(); index++) {
            value(value.get(index), element, path + "/" + index);
        }
    }

    private void map(JsonNode value, Type element, String path) {
        if (!value.isObject()) {
            add(WRONG_VALUE, path, "is no map but " + value);
            return;
        }
        for (var entry : value.properties()) {
            value(entry.getValue(), element, path + "/" + entry.getKey());
        }
    }

    private void add(String rule, String path, String message) {
        findings.add(new Finding(rule, manifest + " " + path, message));
    }
}
