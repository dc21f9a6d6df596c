package org.fairlead.cases.watch;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// What the caller watches, each for themselves.
@Path("/api/cases/v1/watches")
@Produces(MediaType.APPLICATION_JSON)
class WatchResource {

    private static final Listing<Watch> LISTING = Listing.oldestFirst(Watch::createdAt, Watch::id);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final WatchStore watches;
    private final AnsweredStore answered;

    @Inject
    WatchResource(
            Desk desk, TeamTransactions transactions, WatchStore watches, AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.watches = watches;
        this.answered = answered;
    }

    @GET
    public Uni<Page<Watch>> list(@BeanParam ListQuery query) {
        Acting acting = desk.allow(Action.READ);
        return transactions.of(acting, watches::mine).map(all -> LISTING.page(all, query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewWatch body) {
        Acting acting = desk.allow(Action.READ);
        NewWatch wanted = Fields.required("/", body).checked();
        return answered.made(
                        acting,
                        answered.request(key, "/watches", wanted),
                        AnsweredStore::nothing,
                        session -> watches.add(session, acting, wanted))
                .map(Answer::response);
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
