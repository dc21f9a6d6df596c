package org.fairlead.gateway.overview;

import io.quarkus.security.Authenticated;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// What can be called here, of all services in one document.
@Path("/api/openapi.json")
@Authenticated
public class OpenApiResource {

    private static final String OWN = "gateway";
    private static volatile @Nullable Described complete;

    private final PartClient client;
    private final OverviewConfig config;
    private final OpenApiDocumentService own;

    OpenApiResource(PartClient client, OverviewConfig config, OpenApiDocumentService own) {
        this.client = client;
        this.config = config;
        this.own = own;
    }

    private record Described(String document, Instant at) {}

    private record Answer(String part, Optional<JsonObject> document) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "This description",
            description = "`x-fairlead-missing` names the parts that did not answer in time.")
    public Uni<String> describe() {
        var held = complete;
        if (held != null && held.at().plus(config.describedFor()).isAfter(Instant.now())) {
            return Uni.createFrom().item(held.document());
        }
        var asked = new ArrayList<Uni<Answer>>();
        client.parts().forEach((part, uri) -> asked.add(ask(part, uri + "/q/openapi?format=json")));
        return Uni.join().all(asked).andFailFast().map(this::merge);
    }

    private Uni<Answer> ask(String part, String address) {
        return client.document(address)
                .map(document -> new Answer(part, Optional.of(document)))
                .onFailure()
                .recoverWithItem(new Answer(part, Optional.empty()));
    }

    private String merge(List<Answer> answers) {
        Map<String, JsonObject> described = new TreeMap<>();
        described.put(
                OWN,
                new JsonObject(
                        Buffer.buffer(
                                own.getDocument(
                                        OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))));
        List<String> missing = new ArrayList<>();
        for (Answer answer : answers) {
            answer.document()
                    .ifPresentOrElse(
                            document -> described.put(answer.part(), document),
                            () -> missing.add(answer.part()));
        }
        String document = ApiDescription.of(described, missing).encode();
        complete = missing.isEmpty() ? new Described(document, Instant.now()) : null;
        return document;
    }
}
