package org.fairlead.cases.lead;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// The leads attached to a case.
@Path("/api/cases/v1/cases/{id}/leads")
@Produces(MediaType.APPLICATION_JSON)
class CaseLeadResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final LeadReadStore leads;

    @Inject
    CaseLeadResource(
            Desk desk, TeamTransactions transactions, CaseStore cases, LeadReadStore leads) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.leads = leads;
    }

    @GET
    public Uni<Page<Lead>> list(
            UUID id,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.atCase(Action.READ);
        var since = Fields.since(updatedSince);
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        leads.ofCase(session, owner.id(), since, from, most)
                                                .call(page ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "leads",
                                                                page.items().size()))));
    }
}
