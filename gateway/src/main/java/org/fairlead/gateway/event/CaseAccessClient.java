package org.fairlead.gateway.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.gateway.proxy.ProxyConfig;
import org.fairlead.service.caller.CallerProducer;

/// Asks the service that has the cases which of them somebody sees now, with their own token.
@ApplicationScoped
class CaseAccessClient {

    private static final int OK = 200;
    private static final String PART = "cases";

    private final WebClient client;
    private final URI cases;
    private final EventConfig config;

    CaseAccessClient(Vertx vertx, ProxyConfig parts, EventConfig config) {
        this.config = config;
        this.cases =
                Objects.requireNonNull(
                        parts.parts().get(PART), "gateway.proxy.parts.cases is not set");
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setConnectTimeout((int) config.accessTimeout().toMillis())
                                .setName("case-access"));
    }

    /// Acting for any of the teams. Fails when the service does not answer in time: then nobody
    /// knows, and nothing is told.
    Uni<Set<UUID>> visible(String token, Set<String> teams, Collection<UUID> wanted) {
        Uni<Set<UUID>> seen = Uni.createFrom().item(new HashSet<UUID>());
        for (String team : teams) {
            seen =
                    seen.chain(already ->
                            already.containsAll(wanted)
                                    ? Uni.createFrom().item(already)
                                    : ask(token, team, wanted)
                                            .map(more -> {
                                                already.addAll(more);
                                                return already;
                                            }));
        }
        return seen;
    }

    private Uni<Set<UUID>> ask(String token, String team, Collection<UUID> wanted) {
        var ids = new JsonArray();
        wanted.forEach(id -> ids.add(id.toString()));
        return client.postAbs(cases + "/api/cases/v1/visible")
                .timeout(config.accessTimeout().toMillis())
                .bearerTokenAuthentication(token)
                .putHeader(CallerProducer.TEAM_HEADER, team)
                .sendJsonObject(new JsonObject().put("caseIds", ids))
                .map(answer -> {
                    if (answer.statusCode() != OK) {
                        throw new IllegalStateException(
                                "cases answered %d to who sees what"
                                        .formatted(answer.statusCode()));
                    }
                    var visible = new HashSet<UUID>();
                    answer.bodyAsJsonObject()
                            .getJsonArray("caseIds")
                            .forEach(id -> visible.add(UUID.fromString(String.valueOf(id))));
                    return visible;
                });
    }
}
