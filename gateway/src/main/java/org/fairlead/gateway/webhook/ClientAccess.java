package org.fairlead.gateway.webhook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.gateway.credential.Standing;
import org.fairlead.gateway.event.EventConfig;
import org.fairlead.gateway.provider.ProviderStore;
import org.fairlead.gateway.proxy.ProxyConfig;
import org.jspecify.annotations.Nullable;

/// Asks the service that has the cases what a client sees now. There is no user and no token of the
/// client's own, so the platform asks as itself.
@ApplicationScoped
class ClientAccess {

    private static final int OK = 200;

    /// What of that a client sees now.
    record Seen(Set<UUID> cases, Set<UUID> leads) {

        static final Seen NOTHING = new Seen(Set.of(), Set.of());

        /// A change in a case goes by the case, one of a lead in no case by the lead.
        boolean has(Delivery delivery) {
            UUID caseId = delivery.caseId();
            return caseId == null
                    ? delivery.leadId() != null && leads.contains(delivery.leadId())
                    : cases.contains(caseId);
        }
    }

    private final WebClient client;
    private final URI cases;
    private final EventConfig config;
    private final ProviderStore provider;

    ClientAccess(Vertx vertx, ProxyConfig parts, EventConfig config, ProviderStore provider) {
        this.config = config;
        this.provider = provider;
        this.cases =
                Objects.requireNonNull(
                        parts.parts().get("cases"), "gateway.proxy.parts.cases is not set");
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setConnectTimeout((int) config.accessTimeout().toMillis())
                                .setName("client-access"));
    }

    /// Blocks.
    ///
    /// @throws RuntimeException when nobody says: then nothing may be told
    Seen of(Standing standing, String team, List<Delivery> wanted) {
        if (!standing.teams().contains(team)) {
            return Seen.NOTHING;
        }
        var question =
                new JsonObject()
                        .put("clientId", standing.clientId())
                        .put("subject", standing.subject())
                        .put("team", team)
                        .put("scopes", array(standing.scopes()))
                        .put("compartments", array(standing.compartments()))
                        .put("caseIds", ids(wanted.stream().map(Delivery::caseId)))
                        .put(
                                "leadIds",
                                ids(
                                        wanted.stream()
                                                .filter(delivery -> delivery.caseId() == null)
                                                .map(Delivery::leadId)));
        standing.clearance().ifPresent(clearance -> question.put("clearance", clearance));
        var answer =
                client.postAbs(cases + "/api/cases/v1/visible/of-client")
                        .timeout(config.accessTimeout().toMillis())
                        .bearerTokenAuthentication(provider.accessToken())
                        .sendJsonObject(question)
                        .await()
                        .atMost(config.accessTimeout().multipliedBy(2));
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(
                    "cases answered %d to what a client sees".formatted(answer.statusCode()));
        }
        JsonObject body = answer.bodyAsJsonObject();
        return new Seen(uuids(body.getJsonArray("caseIds")), uuids(body.getJsonArray("leadIds")));
    }

    private static JsonArray ids(Stream<@Nullable UUID> ids) {
        return array(ids.filter(Objects::nonNull).distinct().toList());
    }

    private static Set<UUID> uuids(JsonArray ids) {
        return ids.stream()
                .map(id -> UUID.fromString(String.valueOf(id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JsonArray array(Collection<?> values) {
        var array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }
}
