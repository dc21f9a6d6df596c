package org.fairlead.service.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/// Examples of requests and answers from `META-INF/api-examples.json` of the service:
///
/// ```
/// {"GET /api/ais/v1/statistics": {"request": …, "answer": …}}
/// ```
final class Examples {

    static final String FILE = "META-INF/api-examples.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode all;

    private Examples(JsonNode all) {
        this.all = all;
    }

    /// None where the service has none.
    static Examples ofService() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            return new Examples(in == null ? JSON.createObjectNode() : JSON.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    void add(String method, String path, Operation operation) {
        var example = all.path(method + " " + path);
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.path("request"));
        }
        if (operation.getResponses() == null
                || operation.getResponses().getAPIResponses() == null) {
            return;
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.startsWith("2")) {
                        show(response.getContent(), example.path("answer"));
                    }
                });
    }

    private static void show(@Nullable Content content, JsonNode example) {
        if (content == null || example.isMissingNode() || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes()
                .values()
                .forEach(type -> type.setExample(JSON.convertValue(example, Object.class)));
    }
}
