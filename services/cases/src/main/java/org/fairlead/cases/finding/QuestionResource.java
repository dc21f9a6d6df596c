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

/// What a case wants to know.
@Path("/api/cases/v1/cases/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
class QuestionResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final QuestionStore questions;

    @Inject
    QuestionResource(
            Desk desk, TeamTransactions transactions, CaseStore cases, QuestionStore questions) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.questions = questions;
    }

    @GET
    public Uni<Page<Question>> list(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        questions
                                                .all(session, id)
                                                .call(all ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "questions",
                                                                all.size())))
                                .map(all -> new Page<>(all, null)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> ask(UUID id, @Nullable NewQuestion body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewQuestion wanted = Fields.required("/", body).checked();
        return transactions
                .of(
                        acting,
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                questions.ask(session, acting, owner, wanted)))
                .map(made -> Response.status(201).entity(made).build());
    }

    record Settlement(Question.@Nullable State state) {}

    @POST
    @Path("{questionId}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Question> settle(UUID id, UUID questionId, @Nullable Settlement body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        Question.State to = Fields.required("/state", Fields.required("/", body).state());
        return transactions.of(
                acting,
                session ->
                        cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                .chain(owner ->
                                        questions.settle(session, acting, id, questionId, to)));
    }
}
