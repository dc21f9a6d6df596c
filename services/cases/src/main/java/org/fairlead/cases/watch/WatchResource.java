package org.fairlead.cases.watch;

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
import org.jspecify.annotations.Nullable;

/// What the caller watches, each for themselves.
@Path("/api/cases/v1/watches")
@Produces(MediaType.APPLICATION_JSON)
class WatchResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final WatchStore watches;

    @Inject
    WatchResource(Desk desk, TeamTransactions transactions, WatchStore watches) {
        this.desk = desk;
        this.transactions = transactions;
        this.watches = watches;
    }

    @GET
    public Uni<Page<Watch>> list(@QueryParam("updatedSince") @Nullable String updatedSince) {
        Acting acting = desk.allow(Action.READ);
        Instant since = Fields.since(updatedSince);
        return transactions
                .of(acting, session -> watches.mine(session, since))
                .map(all -> new Page<>(all, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(@Nullable NewWatch body) {
        Acting acting = desk.allow(Action.READ);
        NewWatch wanted = Fields.required("/", body).checked();
        return transactions
                .of(acting, session -> watches.add(session, acting, wanted))
                .map(made -> Response.status(201).entity(made).build());
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> remove(UUID id) {
        Acting acting = desk.allow(Action.READ);
        return transactions
                .of(acting, session -> watches.remove(session, id))
                .map(done -> Response.noContent().build());
    }
}
