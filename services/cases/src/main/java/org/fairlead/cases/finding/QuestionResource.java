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

/// What a case wants to know.
@Path("/api/cases/v1/cases/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
class QuestionResource {

    private static final Listing<Question> LISTING =
            Listing.<Question>oldestFirst(Question::at, Question::id)
                    .changedAt(Question::changedAt);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final QuestionStore questions;
    private final AnsweredStore answered;

    @Inject
    QuestionResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            QuestionStore questions,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.questions = questions;
        this.answered = answered;
    }

    @GET
    public Uni<Page<Question>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "questions",
                                owner ->
                                        questions
                                                .all(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> ask(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewQuestion body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewQuestion wanted = Fields.required("/", body).checked();
        return answered.made(
                        acting,
                        answered.request(key, "/cases/" + id + "/questions", wanted),
                        session -> cases.find(session, acting, id),
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                questions.ask(session, acting, owner, wanted)))
                .map(Answer::response);
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
