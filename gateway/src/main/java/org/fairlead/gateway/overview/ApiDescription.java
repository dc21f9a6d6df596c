package org.fairlead.gateway.overview;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One OpenAPI document of many. Names of schemas and operations get the part's name in front:
/// every service has its own `Page` and its own `list`.
final class ApiDescription {

    private static final String COMPONENTS = "components";
    private static final String REFERENCE = "#/components/";

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final JsonArray tags = new JsonArray();

    private ApiDescription() {}

    /// @param described documents by part
    /// @param missing parts that did not answer
    static JsonObject of(Map<String, JsonObject> described, List<String> missing) {
        var merged = new ApiDescription();
        described.forEach(merged::add);
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", info(missing))
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
                .put("security", security())
                .put("tags", merged.tags)
                .put("paths", merged.paths)
                .put(COMPONENTS, merged.components.put("securitySchemes", schemes()))
                .put("x-fairlead-missing", new JsonArray(missing));
    }

    private void add(String part, JsonObject document) {
        tags.add(new JsonObject().put("name", part));
        document.getJsonObject("paths", new JsonObject())
                .forEach(path -> {
                    if (renamed(part, path.getValue()) instanceof JsonObject item) {
                        item.forEach(operation -> label(part, operation.getValue()));
                        paths.put(path.getKey(), item);
                    }
                });
        document.getJsonObject(COMPONENTS, new JsonObject())
                .forEach(kind -> addComponents(part, kind.getKey(), kind.getValue()));
    }

    private void addComponents(String part, String kind, Object named) {
        if (kind.equals("securitySchemes") || !(named instanceof JsonObject byName)) {
            return;
        }
        JsonObject all = components.getJsonObject(kind, new JsonObject());
        byName.forEach(
                entry -> all.put(part + "." + entry.getKey(), renamed(part, entry.getValue())));
        components.put(kind, all);
    }

    private static void label(String part, Object operation) {
        if (operation instanceof JsonObject described && described.containsKey("responses")) {
            described.put("tags", new JsonArray().add(part));
            described.remove("security");
            String id = described.getString("operationId");
            if (id != null) {
                described.put("operationId", part + "." + id);
            }
        }
    }

    /// The same tree with every reference leading to the part's own names.
    private static @Nullable Object renamed(String part, @Nullable Object node) {
        return switch (node) {
            case JsonObject object -> {
                var copy = new JsonObject();
                object.forEach(field ->
                        copy.put(
                                field.getKey(),
                                field.getKey().equals("$ref")
                                        ? reference(part, field.getValue())
                                        : renamed(part, field.getValue())));
                yield copy;
            }
            case JsonArray array -> {
                var copy = new JsonArray();
                array.forEach(element -> copy.add(renamed(part, element)));
                yield copy;
            }
            case null -> null;
            default -> node;
        };
    }

    private static Object reference(String part, Object value) {
        String reference = String.valueOf(value);
        if (!reference.startsWith(REFERENCE)) {
            return value;
        }
        int name = reference.indexOf('/', REFERENCE.length()) + 1;
        return reference.substring(0, name) + part + "." + reference.substring(name);
    }

    private static JsonObject info(List<String> missing) {
        String description =
                missing.isEmpty()
                        ? "All services behind the gateway."
                        : "Without the parts that did not answer: "
                                + String.join(", ", missing)
                                + ".";
        return new JsonObject()
                .put("title", "Fairlead")
                .put("version", "v1")
                .put("description", description);
    }

    private static JsonArray security() {
        return new JsonArray()
                .add(new JsonObject().put("bearer", new JsonArray()))
                .add(new JsonObject().put("session", new JsonArray()));
    }

    private static JsonObject schemes() {
        return new JsonObject()
                .put(
                        "bearer",
                        new JsonObject()
                                .put("type", "http")
                                .put("scheme", "bearer")
                                .put("bearerFormat", "JWT"))
                .put(
                        "session",
                        new JsonObject()
                                .put("type", "apiKey")
                                .put("in", "cookie")
                                .put("name", "q_session"));
    }
}
