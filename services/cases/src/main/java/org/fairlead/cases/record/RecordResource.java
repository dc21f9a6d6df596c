package org.fairlead.cases.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseAnswers;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.RepeatableRequest;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Notes and dated facts. They are added to a case and never overwrite anything, so they need no
/// `If-Match`; an `Idempotency-Key` keeps a repeated request from adding twice.
@Path("/api/cases/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
class RecordResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final RecordStore records;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    RecordResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            RecordStore records,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.records = records;
        this.answered = answered;
        this.json = json;
    }

    @GET
    @Path("notes")
    public Uni<Page<Note>> notes(
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
                                        records.page(session, id, since, from, most)
                                                .call(page ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "notes",
                                                                page.items().size()))));
    }

    @POST
    @Path("notes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> addNote(
            UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewNote body) {
        Acting acting = desk.atCase(Action.COMMENT);
        NewNote wanted = Fields.required("/", body).checked();
        var request = answered.request(key, "/cases/" + id + "/notes", wanted);
        return add(
                acting,
                id,
                Action.COMMENT,
                request,
                (session, owner) -> records.add(session, owner, acting.actor(), wanted));
    }

    @POST
    @Path("facts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> addFact(
            UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewFact body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewFact wanted = Fields.required("/", body).checked();
        var request = answered.request(key, "/cases/" + id + "/facts", wanted);
        return add(
                acting,
                id,
                Action.CONTRIBUTE,
                request,
                (session, owner) -> records.add(session, owner, acting.actor(), wanted));
    }

    private <T> Uni<Response> add(
            Acting acting,
            UUID id,
            Action action,
            RepeatableRequest request,
            BiFunction<Mutiny.StatelessSession, CaseRef, Uni<T>> deed) {
        return answered.answered(
                        acting,
                        request,
                        session -> cases.find(session, acting, id),
                        session -> made(session, acting, id, action, deed))
                .map(Answer::response);
    }

    private <T> Uni<Answer> made(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            Action action,
            BiFunction<Mutiny.StatelessSession, CaseRef, Uni<T>> deed) {
        return cases.forChange(session, acting, id, action)
                .chain(owner ->
                        deed.apply(session, owner)
                                .map(made -> CaseAnswers.created(made, owner.path(), null, json)));
    }
}
