package org.fairlead.cases.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/// How far the exhibits of a case are trusted.
@Path("/api/cases/v1/cases/{id}/assessments")
@Produces(MediaType.APPLICATION_JSON)
class AssessmentResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final AssessmentStore assessments;

    @Inject
    AssessmentResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            AssessmentStore assessments) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.assessments = assessments;
    }

    /// Of every exhibit, oldest first: the last of each holds.
    @GET
    public Uni<Page<Assessment>> list(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        assessments
                                                .all(session, id)
                                                .call(all ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "assessments",
                                                                all.size())))
                                .map(all -> new Page<>(all, null)));
    }

    @POST
    @Path("{evidenceId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> assess(UUID id, UUID evidenceId, @Nullable NewAssessment body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewAssessment wanted = Fields.required("/", body).checked();
        return transactions
                .of(
                        acting,
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                assessments.assess(
                                                        session,
                                                        acting,
                                                        owner,
                                                        evidenceId,
                                                        wanted)))
                .map(made -> Response.status(201).entity(made).build());
    }
}
