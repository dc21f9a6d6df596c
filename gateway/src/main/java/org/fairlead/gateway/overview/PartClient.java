package org.fairlead.gateway.overview;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// Asks each part something that only the inside may ask.
@ApplicationScoped
class PartClient {

    private static final int OK = 200;

    private final WebClient client;
    private final OverviewConfig config;

    PartClient(Vertx vertx, OverviewConfig config) {
        this.config = config;
        int millis = (int) config.timeout().toMillis();
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions().setConnectTimeout(millis).setName("overview"));
    }

    /// In the order of their names.
    Map<String, URI> parts() {
        return new TreeMap<>(config.parts());
    }

    /// Whether the address answers 200 in time.
    Uni<Boolean> isWell(String address) {
        return get(address)
                .map(answer -> answer.statusCode() == OK)
                .onFailure()
                .recoverWithItem(false);
    }

    /// Fails when there is no such document in time.
    Uni<JsonObject> document(String address) {
        return get(address)
                .map(answer -> {
                    if (answer.statusCode() != OK) {
                        throw new IllegalStateException(
                                address + " answered " + answer.statusCode());
                    }
                    return answer.bodyAsJsonObject();
                });
    }

    private Uni<HttpResponse<Buffer>> get(String address) {
        return client.getAbs(address)
                .putHeader("Accept", "application/json")
                .timeout(config.timeout().toMillis())
                .send();
    }
}
