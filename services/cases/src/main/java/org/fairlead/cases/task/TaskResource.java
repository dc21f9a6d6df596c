package org.fairlead.cases.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseAnswers;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Tasks in a case.
@Path("/api/cases/v1/cases/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
class TaskResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final TaskStore tasks;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    TaskResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            TaskStore tasks,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.tasks = tasks;
        this.answered = answered;
        this.json = json;
    }

    @GET
    public Uni<Page<Task>> ofCase(
            UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.atCase(Action.READ);
        TaskState only = Fields.word("state", state, TaskState.class);
        Instant since = Fields.since(updatedSince);
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        tasks.ofCase(session, id, only, since, from, most)
                                                .call(page ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "tasks",
                                                                page.items().size()))));
    }

    @GET
    @Path("{taskId}")
    public Uni<Response> one(UUID id, UUID taskId) {
        Acting acting = desk.atCase(Action.READ);
        return transactions
                .of(
                        acting,
                        session ->
                                cases.find(session, acting, id)
                                        .chain(owner ->
                                                tasks.one(session, id, taskId)
                                                        .call(task ->
                                                                cases.wasRead(
                                                                        session,
                                                                        acting,
                                                                        owner,
                                                                        "task-read",
                                                                        taskId,
                                                                        ""))))
                .map(TaskResource::tagged);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> open(
            UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewTask body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewTask wanted = Fields.required("/", body).checked();
        return answered.answered(
                        acting,
                        answered.request(key, "/cases/" + id + "/tasks", wanted),
                        session -> cases.find(session, acting, id),
                        session -> opened(session, acting, id, wanted))
                .map(Answer::response);
    }

    private Uni<Answer> opened(
            Mutiny.StatelessSession session, Acting acting, UUID id, NewTask wanted) {
        return cases.forChange(session, acting, id, Action.CONTRIBUTE)
                .chain(owner ->
                        tasks.open(session, owner.team(), id, acting.actor(), wanted)
                                .map(made ->
                                        CaseAnswers.created(
                                                made,
                                                owner.path() + "/tasks/" + made.id(),
                                                EntityTags.of(made.version()),
                                                json)));
    }

    /// The whole task anew.
    @PUT
    @Path("{taskId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> change(
            UUID id,
            UUID taskId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewTask body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        String expected = EntityTags.needed(ifMatch);
        NewTask wanted = Fields.required("/", body).checked();
        return transactions
                .of(
                        acting,
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                tasks.change(
                                                        session,
                                                        id,
                                                        taskId,
                                                        acting.actor(),
                                                        expected,
                                                        wanted)))
                .map(TaskResource::tagged);
    }

    private static Response tagged(Task task) {
        return Response.ok(task, MediaType.APPLICATION_JSON)
                .header("ETag", EntityTags.of(task.version()))
                .build();
    }
}
