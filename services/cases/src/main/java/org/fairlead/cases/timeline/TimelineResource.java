package org.fairlead.cases.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseStore;

/// The chronology of a case.
@Path("/api/cases/v1/cases/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final CaseContentStore contents;

    @Inject
    TimelineResource(
            Desk desk, TeamTransactions transactions, CaseStore cases, CaseContentStore contents) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.contents = contents;
    }

    /// Oldest first, in one piece: a chronology cut into pages cannot be read.
    @GET
    public Uni<Timeline> whole(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        contents.of(session, owner.id())
                                                .map(Timeline::of)
                                                .call(timeline ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "timeline",
                                                                timeline.items().size()))));
    }
}
