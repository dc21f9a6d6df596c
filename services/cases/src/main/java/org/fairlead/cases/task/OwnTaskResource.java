package org.fairlead.cases.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// What the caller has to do, in every case they see.
@Path("/api/cases/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
class OwnTaskResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final TaskStore tasks;

    @Inject
    OwnTaskResource(Desk desk, TeamTransactions transactions, TaskStore tasks) {
        this.desk = desk;
        this.transactions = transactions;
        this.tasks = tasks;
    }

    @GET
    public Uni<Page<Task>> mine(
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.atCase(Action.READ);
        Instant since = Fields.since(updatedSince);
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session -> tasks.ofPerson(session, acting.caller().subject(), since, from, most));
    }
}
