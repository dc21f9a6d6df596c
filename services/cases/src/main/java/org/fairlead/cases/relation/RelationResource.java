package org.fairlead.cases.relation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// Cases that belong together with this one, of those the caller sees.
@Path("/api/cases/v1/cases/{id}/related")
@Produces(MediaType.APPLICATION_JSON)
class RelationResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final RelationStore relations;

    @Inject
    RelationResource(
            Desk desk, TeamTransactions transactions, CaseStore cases, RelationStore relations) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.relations = relations;
    }

    @GET
    public Uni<Page<Relation>> list(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        relations
                                                .of(session, id)
                                                .call(all ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "related",
                                                                all.size())))
                                .map(all -> new Page<>(all, null)));
    }

    record NewRelation(@Nullable UUID caseId, @Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> relate(UUID id, @Nullable NewRelation body) {
        Acting acting = desk.atCase(Action.EDIT);
        NewRelation wanted = Fields.required("/", body);
        UUID other = Fields.required("/caseId", wanted.caseId());
        String reason = Fields.text("/reason", wanted.reason(), 2_000);
        return transactions
                .of(acting, session -> relations.relate(session, acting, id, other, reason))
                .map(made -> Response.status(201).entity(made).build());
    }

    @DELETE
    @Path("{relationId}")
    public Uni<Response> part(UUID id, UUID relationId) {
        Acting acting = desk.atCase(Action.EDIT);
        return transactions
                .of(acting, session -> relations.part(session, acting, id, relationId))
                .map(done -> Response.noContent().build());
    }
}
