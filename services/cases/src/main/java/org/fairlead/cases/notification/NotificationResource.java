package org.fairlead.cases.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// What the caller was told.
@Path("/api/cases/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
class NotificationResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final NotificationStore notifications;

    @Inject
    NotificationResource(
            Desk desk, TeamTransactions transactions, NotificationStore notifications) {
        this.desk = desk;
        this.transactions = transactions;
        this.notifications = notifications;
    }

    /// @param unread of all the caller sees today, whatever the filter
    record Told(List<Notification> items, @Nullable String nextCursor, long unread) {}

    @GET
    public Uni<Told> list(
            @QueryParam("unread") boolean onlyNew,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.allow(Action.READ);
        Instant since = Fields.since(updatedSince);
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session ->
                        notifications
                                .page(session, onlyNew, since, from, most)
                                .chain(page ->
                                        notifications
                                                .unread(session)
                                                .map(unread ->
                                                        new Told(
                                                                page.items(),
                                                                page.nextCursor(),
                                                                unread))));
    }

    @POST
    @Path("{id}/read")
    public Uni<Notification> read(UUID id) {
        Acting acting = desk.allow(Action.READ);
        return transactions.of(acting, session -> notifications.markRead(session, id));
    }

    @POST
    @Path("read")
    public Uni<Response> readAll() {
        Acting acting = desk.allow(Action.READ);
        return transactions
                .of(acting, notifications::markAllRead)
                .map(done -> Response.noContent().build());
    }
}
