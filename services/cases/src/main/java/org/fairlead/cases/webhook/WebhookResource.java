package org.fairlead.cases.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// Addresses that are told of changes the caller sees.
@Path("/api/cases/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final WebhookStore webhooks;
    private final WebhookConfig config;

    @Inject
    WebhookResource(
            Desk desk, TeamTransactions transactions, WebhookStore webhooks, WebhookConfig config) {
        this.desk = desk;
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.config = config;
    }

    /// Also says again who the caller is: what was registered is judged by that.
    @GET
    public Uni<Page<Webhook>> list(@QueryParam("updatedSince") @Nullable String updatedSince) {
        Acting acting = desk.allowEither(Action.SUBSCRIBE, Action.CONFIGURE);
        Instant since = Fields.since(updatedSince);
        return transactions
                .of(acting, session -> webhooks.list(session, acting, since))
                .map(all -> new Page<>(all, null));
    }

    /// The secret is in this answer and in no other.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(@Nullable NewWebhook body) {
        Acting acting = desk.allow(Action.SUBSCRIBE);
        NewWebhook wanted = Fields.required("/", body).checked(config.allowPrivate());
        return transactions
                .of(acting, session -> webhooks.add(session, acting, wanted))
                .map(made -> Response.status(201).entity(made).build());
    }

    @GET
    @Path("{id}")
    public Uni<Webhook> one(UUID id) {
        Acting acting = desk.allowEither(Action.SUBSCRIBE, Action.CONFIGURE);
        return transactions.of(acting, session -> webhooks.one(session, id));
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> remove(UUID id) {
        Acting acting = desk.allowEither(Action.SUBSCRIBE, Action.CONFIGURE);
        return transactions
                .of(acting, session -> webhooks.remove(session, id))
                .map(done -> Response.noContent().build());
    }

    record Disabling(@Nullable String reason) {}

    @POST
    @Path("{id}/disable")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Webhook> disable(UUID id, @Nullable Disabling body) {
        Acting acting = desk.allowEither(Action.SUBSCRIBE, Action.CONFIGURE);
        String reason = Fields.text("/reason", Fields.required("/", body).reason(), 500);
        return transactions.of(acting, session -> webhooks.disable(session, id, reason));
    }

    @POST
    @Path("{id}/enable")
    public Uni<Webhook> enable(UUID id) {
        Acting acting = desk.allow(Action.SUBSCRIBE);
        return transactions.of(acting, session -> webhooks.disable(session, id, null));
    }

    @POST
    @Path("{id}/ping")
    public Uni<Response> ping(UUID id) {
        Acting acting = desk.allow(Action.SUBSCRIBE);
        return transactions
                .of(acting, session -> webhooks.ping(session, id))
                .map(made -> Response.accepted(made).build());
    }

    @GET
    @Path("{id}/deliveries")
    public Uni<Page<Delivery>> deliveries(
            UUID id,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.allow(Action.SUBSCRIBE);
        Instant since = Fields.since(updatedSince);
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting, session -> webhooks.deliveries(session, id, since, from, most));
    }

    @POST
    @Path("{id}/deliveries/{deliveryId}/replay")
    public Uni<Response> replay(UUID id, UUID deliveryId) {
        Acting acting = desk.allow(Action.SUBSCRIBE);
        return transactions
                .of(acting, session -> webhooks.replay(session, id, deliveryId))
                .map(made -> Response.accepted(made).build());
    }
}
