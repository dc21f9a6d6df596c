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

/// Asks the service that has the cases which of them and of its leads somebody sees now, with their
/// own token.
@ApplicationScoped
class CaseAccessClient {

    private static final int OK = 200;
    private static final String PART = "cases";

    private final WebClient client;
    private final URI address;
    private final EventConfig config;

    CaseAccessClient(Vertx vertx, ProxyConfig parts, EventConfig config) {
        this.config = config;
        this.address =
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
    Uni<Set<Thing>> visible(String token, Set<String> teams, Collection<Thing> wanted) {
        Uni<Set<Thing>> seen = Uni.createFrom().item(new HashSet<Thing>());
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

    private static void add(Set<Thing> visible, JsonArray ids, boolean isLead) {
        ids.forEach(id -> visible.add(new Thing(isLead, UUID.fromString(String.valueOf(id)))));
    }

    private Uni<Set<Thing>> ask(String token, String team, Collection<Thing> wanted) {
        var cases = new JsonArray();
        var leads = new JsonArray();
        wanted.forEach(thing -> (thing.isLead() ? leads : cases).add(thing.id().toString()));
        return client.postAbs(address + "/api/cases/v1/visible")
                .timeout(config.accessTimeout().toMillis())
                .bearerTokenAuthentication(token)
                .putHeader(CallerProducer.TEAM_HEADER, team)
                .sendJsonObject(new JsonObject().put("caseIds", cases).put("leadIds", leads))
                .map(answer -> {
                    if (answer.statusCode() != OK) {
                        throw new IllegalStateException(
                                "cases answered %d to who sees what"
                                        .formatted(answer.statusCode()));
                    }
                    var visible = new HashSet<Thing>();
                    JsonObject told = answer.bodyAsJsonObject();
                    add(visible, told.getJsonArray("caseIds"), false);
                    add(visible, told.getJsonArray("leadIds"), true);
                    return visible;
                });
    }
}
