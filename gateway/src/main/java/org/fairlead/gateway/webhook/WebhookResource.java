package org.fairlead.gateway.webhook;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fairlead.contracts.problem.Page;
import org.fairlead.gateway.credential.Standing;
import org.fairlead.gateway.credential.Standings;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.caller.Role;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Where integrators want to be told. A client manages its own webhooks; a team's leads and
/// administrators those of the team's clients.
@Path("/api/webhooks/v1")
@Authenticated
@Blocking
public class WebhookResource {

    private static final Logger LOG = Logger.getLogger(WebhookResource.class);
    private static final String SCOPE = "webhooks:manage";
    private static final Set<String> STATES = Set.of("pending", "delivered", "failed");

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Standings standings;
    private final ClientAccess access;
    private final Sender sender;
    private final WebhookConfig config;
    private final CallerProducer callers;
    private final Clock clock = Clock.systemUTC();

    WebhookResource(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            Standings standings,
            ClientAccess access,
            Sender sender,
            WebhookConfig config,
            CallerProducer callers) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.standings = standings;
        this.access = access;
        this.sender = sender;
        this.config = config;
        this.callers = callers;
    }

    /// @param secret `whsec_…`, told this once and never again
    @Schema(name = "MadeWebhook")
    public record Made(Webhook webhook, String secret) {}

    /// @param status of the receiver's answer
    /// @param problem absent when the receiver took it
    @Schema(name = "PingAnswer")
    public record PingAnswer(
            boolean isDelivered, @Nullable Integer status, @Nullable String problem, int millis) {}

    @GET
    @Operation(summary = "Webhooks of a team, or of the client that calls")
    public Page<Webhook> list(@QueryParam("team") @Nullable String team) {
        Caller caller = callers.member();
        if (caller.isMachine()) {
            requireScope(caller);
            return new Page<>(webhooks.ofClient(caller.client()), null);
        }
        return new Page<>(webhooks.ofTeam(administered(caller, team)), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register a webhook",
            description =
                    "Standard Webhooks 1.0.0. The secret is in this answer and never again. What is told "
                            + "is judged by what the client sees when it is told.")
    public RestResponse<Made> create(@Nullable WebhookWish body) {
        WebhookWish wish = given(body);
        Caller caller = callers.member();
        String team =
                caller.isMachine()
                        ? callers.actingTeam(wish.team())
                        : administered(caller, wish.team());
        String clientId = client(caller, wish.clientId(), team);
        wish.check(true, config.privateAddresses());
        if (webhooks.ofTeam(team).size() >= config.mostPerTeam()) {
            throw new ProblemException(
                    ServiceProblem.CONFLICT,
                    "The team has %d webhooks already. Remove one that is no longer used."
                            .formatted(config.mostPerTeam()));
        }
        Keys keys = Keys.make();
        var webhook =
                new Webhook(
                        UUID.randomUUID(),
                        team,
                        clientId,
                        Objects.requireNonNull(wish.url()).strip(),
                        wish.description() == null ? "" : wish.description().strip(),
                        wish.sortedKinds(),
                        wish.state() == null ? WebhookState.ACTIVE : wish.state(),
                        null,
                        keys.publicKey(),
                        caller.username(),
                        Instant.EPOCH);
        webhooks.add(webhook, keys);
        LOG.infof("webhook made id=%s client=%s by=%s", webhook.id(), clientId, caller.username());
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new Made(webhooks.find(webhook.id()).orElse(webhook), keys.secret()));
    }

    /// Whose webhook it is to be.
    private String client(Caller caller, @Nullable String named, String team) {
        if (caller.isMachine()) {
            requireScope(caller);
            if (named != null && !named.equals(caller.client())) {
                throw ProblemException.invalid("/clientId", "expected the client that calls");
            }
            return caller.client();
        }
        if (named == null || named.isBlank()) {
            throw ProblemException.invalid(
                    "/clientId", "expected a client of the team: by its access it is judged");
        }
        if (standing(named).filter(client -> client.teams().contains(team)).isEmpty()) {
            throw ProblemException.invalid(
                    "/clientId", "the team has no client %s that is switched on".formatted(named));
        }
        return named;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One webhook")
    public Webhook one(@PathParam("id") UUID id) {
        return managed(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change a webhook",
            description =
                    "What is absent stays. `active` starts one again that was paused or disabled.")
    public Webhook change(@PathParam("id") UUID id, @Nullable WebhookWish body) {
        WebhookWish wish = given(body);
        Webhook known = managed(id);
        if (wish.team() != null && !wish.team().equals(known.team())) {
            throw ProblemException.invalid("/team", "cannot change; register a new webhook");
        }
        if (wish.clientId() != null && !wish.clientId().equals(known.clientId())) {
            throw ProblemException.invalid("/clientId", "cannot change; register a new webhook");
        }
        wish.check(false, config.privateAddresses());
        webhooks.change(
                new Webhook(
                        id,
                        known.team(),
                        known.clientId(),
                        wish.url() == null ? known.url() : wish.url().strip(),
                        wish.description() == null
                                ? known.description()
                                : wish.description().strip(),
                        wish.kinds() == null ? known.kinds() : wish.sortedKinds(),
                        wish.state() == null ? known.state() : wish.state(),
                        null,
                        known.publicKey(),
                        known.createdBy(),
                        known.createdAt()));
        return managed(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a webhook and its log")
    public void remove(@PathParam("id") UUID id) {
        Webhook known = managed(id);
        webhooks.remove(id);
        LOG.infof("webhook removed id=%s by=%s", known.id(), callers.caller().username());
    }

    @POST
    @Path("{id}/secret")
    @Operation(
            summary = "Replace the secret",
            description = "The old one signs beside the new one for a day.")
    public Made rotate(@PathParam("id") UUID id) {
        Webhook known = managed(id);
        String secret = Keys.newSecret();
        webhooks.rotate(id, secret, config.oldSecretFor());
        return new Made(known, secret);
    }

    @POST
    @Path("{id}/ping")
    @Operation(summary = "Send a test message now", description = "Its type is `ping`.")
    public PingAnswer ping(@PathParam("id") UUID id) {
        Webhook known = managed(id);
        var from = webhooks.sender(id).orElseThrow(ProblemException::notFound);
        Instant now = clock.instant();
        Outcome outcome =
                sender.send(
                        from, UUID.randomUUID().toString(), Message.ping(known.team(), now), now);
        return new PingAnswer(
                outcome.isDelivered(), outcome.status(), outcome.problem(), outcome.millis());
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            summary = "What was told, newest first",
            description = "What its client does not see any more is left out.")
    public Page<Delivery> log(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Webhook known = managed(id);
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.invalid("state", "expected pending, delivered or failed");
        }
        int most = Cursor.limit(limit);
        var page =
                Cursor.page(
                        deliveries.log(id, state, Cursor.parse(cursor), most + 1),
                        most,
                        row -> new Cursor(row.createdAt().toString(), row.id().toString()));
        return new Page<>(visible(known, page.items()), page.nextCursor());
    }

    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    @Operation(summary = "Tell it once more", description = "With the same `webhook-id`.")
    public Delivery replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        Webhook known = managed(id);
        Delivery found =
                deliveries
                        .find(id, delivery)
                        .filter(row -> !visible(known, List.of(row)).isEmpty())
                        .orElseThrow(ProblemException::notFound);
        if (!deliveries.replay(id, delivery)) {
            throw new ProblemException(
                    ServiceProblem.CONFLICT,
                    "It is on its way already: state " + found.state() + ".");
        }
        return deliveries.find(id, delivery).orElse(found);
    }

    private List<Delivery> visible(Webhook webhook, List<Delivery> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var standing = standing(webhook.clientId());
        if (standing.isEmpty()) {
            return List.of();
        }
        try {
            var seen = access.of(standing.get(), webhook.team(), rows);
            return rows.stream().filter(seen::has).toList();
        } catch (RuntimeException fault) {
            LOG.warnf("nobody says what may be shown cause=%s", fault);
            throw new ProblemException(
                    GatewayProblem.PART_UNAVAILABLE,
                    "What may be shown cannot be asked now. Try again in a moment.");
        }
    }

    private Optional<Standing> standing(String clientId) {
        try {
            return standings.of(clientId);
        } catch (RuntimeException fault) {
            LOG.warnf("identity provider does not answer cause=%s", fault);
            throw new ProblemException(
                    GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE,
                    "Clients cannot be read now. Try again in a moment.");
        }
    }

    /// The same answer for another team's webhook as for none.
    private Webhook managed(UUID id) {
        Caller caller = callers.member();
        if (caller.isMachine()) {
            requireScope(caller);
        }
        return webhooks.find(id)
                .filter(webhook ->
                        caller.isMachine()
                                ? webhook.clientId().equals(caller.client())
                                : administers(caller, webhook.team()))
                .orElseThrow(ProblemException::notFound);
    }

    private static void requireScope(Caller caller) {
        if (!caller.hasScope(SCOPE)) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN, "This client lacks the scope " + SCOPE + ".");
        }
    }

    private String administered(Caller caller, @Nullable String named) {
        String team = callers.actingTeam(named);
        if (!administers(caller, team)) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN,
                    "Webhooks are for a team's leads and administrators.");
        }
        return team;
    }

    private static boolean administers(Caller caller, String team) {
        return caller.has(Role.LEAD, team) || caller.has(Role.ORG_ADMIN, team);
    }

    private static WebhookWish given(@Nullable WebhookWish body) {
        if (body == null) {
            throw ProblemException.invalid("/", "expected an object with url and more");
        }
        return body;
    }
}
