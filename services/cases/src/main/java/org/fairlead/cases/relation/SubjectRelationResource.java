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

/// Who owns, runs, carries or met whom: relations between the subjects of a case.
@Path("/api/cases/v1/cases/{id}/relations")
@Produces(MediaType.APPLICATION_JSON)
class SubjectRelationResource {

    private static final Listing<SubjectRelation> LISTING =
            Listing.oldestFirst(SubjectRelation::addedAt, SubjectRelation::id);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final SubjectRelationStore relations;
    private final AnsweredStore answered;

    @Inject
    SubjectRelationResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            SubjectRelationStore relations,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.relations = relations;
        this.answered = answered;
    }

    @GET
    public Uni<Page<SubjectRelation>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "relations",
                                owner ->
                                        relations
                                                .of(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewSubjectRelation body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewSubjectRelation wanted = Fields.required("/", body).checked();
        return answered.made(
                        acting,
                        answered.request(key, "/cases/" + id + "/relations", wanted),
                        session -> cases.find(session, acting, id),
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                relations.add(session, acting, owner, wanted)))
                .map(Answer::response);
    }

    @DELETE
    @Path("{relationId}")
    public Uni<Response> remove(UUID id, UUID relationId) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        return transactions
                .of(acting, session -> relations.remove(session, acting, id, relationId))
                .map(done -> Response.noContent().build());
    }
}
