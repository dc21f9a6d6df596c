package org.fairlead.cases.relation;

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
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// Cases that belong together with this one, of those the caller sees.
@Path("/api/cases/v1/cases/{id}/related")
@Produces(MediaType.APPLICATION_JSON)
class RelationResource {

    private static final Listing<Relation> LISTING =
            Listing.oldestFirst(Relation::addedAt, Relation::id);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final RelationStore relations;
    private final AnsweredStore answered;

    @Inject
    RelationResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            RelationStore relations,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.relations = relations;
        this.answered = answered;
    }

    @GET
    public Uni<Page<Relation>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "related",
                                owner ->
                                        relations
                                                .of(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    record NewRelation(@Nullable UUID caseId, @Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> relate(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewRelation body) {
        Acting acting = desk.atCase(Action.EDIT);
        NewRelation wanted = Fields.required("/", body);
        UUID other = Fields.required("/caseId", wanted.caseId());
        String reason = Fields.text("/reason", wanted.reason(), 2_000);
        return answered.made(
                        acting,
                        answered.request(key, "/cases/" + id + "/related", wanted),
                        session ->
                                cases.find(session, acting, id)
                                        .chain(() -> cases.find(session, acting, other)),
                        session -> relations.relate(session, acting, id, other, reason))
                .map(Answer::response);
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
