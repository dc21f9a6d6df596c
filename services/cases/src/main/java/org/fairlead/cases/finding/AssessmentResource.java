package org.fairlead.cases.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/// How far the exhibits of a case are trusted.
@Path("/api/cases/v1/cases/{id}/assessments")
@Produces(MediaType.APPLICATION_JSON)
class AssessmentResource {

    private static final Listing<Assessment> LISTING =
            Listing.oldestFirst(Assessment::assessedAt, Assessment::evidenceId);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final AssessmentStore assessments;
    private final AnsweredStore answered;

    @Inject
    AssessmentResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            AssessmentStore assessments,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.assessments = assessments;
        this.answered = answered;
    }

    /// Of every exhibit, oldest first: the last of each holds.
    @GET
    public Uni<Page<Assessment>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "assessments",
                                owner ->
                                        assessments
                                                .all(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    @POST
    @Path("{evidenceId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> assess(
            UUID id,
            UUID evidenceId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewAssessment body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewAssessment wanted = Fields.required("/", body).checked();
        return answered.made(
                        acting,
                        answered.request(
                                key, "/cases/" + id + "/assessments/" + evidenceId, wanted),
                        session -> cases.find(session, acting, id),
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                assessments.assess(
                                                        session,
                                                        acting,
                                                        owner,
                                                        evidenceId,
                                                        wanted)))
                .map(Answer::response);
    }
}
