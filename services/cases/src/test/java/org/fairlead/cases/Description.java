package org.fairlead.cases;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// What the service says of its own routes (OpenAPI).
record Description(JsonNode document) {

    static Description read() {
        String text =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        try {
            return new Description(new ObjectMapper().readTree(text));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Routes with the method, below the service's root, with what is said of each.
    Map<String, JsonNode> routes(String method) {
        var routes = new TreeMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has(method)) {
                        routes.put(
                                path.getKey().substring(Api.ROOT.length()),
                                path.getValue().path(method));
                    }
                });
        return routes;
    }

    static boolean takes(JsonNode route, String parameter) {
        return StreamSupport.stream(route.path("parameters").spliterator(), false)
                .anyMatch(one -> one.path("name").asText().equals(parameter));
    }

    /// Whether it answers with a list: bare, or as `items`.
    boolean isList(JsonNode route) {
        JsonNode schema =
                route.at("/responses/200/content").path("application/json").path("schema");
        String name = schema.path("$ref").asText().replaceFirst(".*/", "");
        return schema.path("type").asText().equals("array")
                || document.at("/components/schemas").path(name).path("properties").has("items");
    }
}
