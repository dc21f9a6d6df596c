package org.fairlead.cases.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.field.FieldStore;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// A team's cases.
@Path("/api/cases/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
class CaseResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final CaseReadStore reads;
    private final AuditStore audit;
    private final FieldStore fields;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    CaseResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            CaseReadStore reads,
            AuditStore audit,
            FieldStore fields,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.reads = reads;
        this.audit = audit;
        this.fields = fields;
        this.answered = answered;
        this.json = json;
    }

    @GET
    public Uni<Page<CaseFile>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable String words,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.atCase(Action.READ);
        var wanted =
                new CaseFilter(
                        Fields.word("state", state, CaseState.class),
                        words,
                        tag == null || tag.isBlank() ? null : tag.strip(),
                        Fields.since(updatedSince));
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session ->
                        reads.list(session, acting, wanted, from, most)
                                .call(page -> listed(session, acting, state, words, page)));
    }

    /// A case that not everybody in the team sees is counted in its own audit alone: a number in
    /// the team's would tell of it.
    private Uni<Void> listed(
            Mutiny.StatelessSession session,
            Acting acting,
            @Nullable String state,
            @Nullable String words,
            Page<CaseFile> page) {
        var open =
                page.items().stream()
                        .filter(view ->
                                view.visibility() == Visibility.TEAM
                                        && view.team().equals(acting.team()))
                        .toList();
        return audit.listed(
                session,
                acting,
                "cases",
                "state=%s q=%s"
                        .formatted(
                                Objects.requireNonNullElse(state, ""),
                                Objects.requireNonNullElse(words, "")),
                open.size(),
                page.items().stream()
                        .filter(view -> !open.contains(view))
                        .map(view ->
                                new AuditStore.ListedItem(view.team(), view.id(), "case-listed"))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> open(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewCase body) {
        Acting acting = desk.allow(Action.OPEN_CASE);
        NewCase wanted = Fields.required("/", body).checked(acting);
        return answered.answered(
                        acting,
                        answered.request(key, "/cases", wanted),
                        AnsweredStore::nothing,
                        session -> opened(session, acting, wanted))
                .map(Answer::response);
    }

    private Uni<Answer> opened(Mutiny.StatelessSession session, Acting acting, NewCase wanted) {
        return cases.open(session, acting, wanted)
                .chain(ref ->
                        reads.view(session, acting, ref.id())
                                .map(view -> CaseAnswers.created(view, ref, json)));
    }

    /// Reading a case is a deed too: it is in the audit before it is on its way.
    @GET
    @Path("{id}")
    public Uni<Response> one(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions
                .of(
                        acting,
                        session ->
                                reads.view(session, acting, id)
                                        .call(view ->
                                                audit.append(
                                                        session,
                                                        view.team(),
                                                        acting.actor(),
                                                        id,
                                                        "case-read",
                                                        id.toString(),
                                                        "version " + view.version())))
                .map(CaseAnswers::ok);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Uni<Response> edit(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        Acting acting = desk.atCase(Action.EDIT);
        String expected = EntityTags.needed(ifMatch);
        CasePatch patch = CasePatch.read(body, json);
        return transactions
                .of(
                        acting,
                        session ->
                                reads.freshRow(session, acting, id, expected, Action.EDIT)
                                        .call(row -> apply(session, acting, patch, row))
                                        .chain(row -> reads.view(session, acting, row)))
                .map(CaseAnswers::ok);
    }

    private Uni<?> apply(
            Mutiny.StatelessSession session, Acting acting, CasePatch patch, CaseEntity row) {
        return fields.of(session, row.team)
                .map(own -> patch.applyTo(acting, row, own))
                .chain(changed ->
                        changed.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : cases.changed(
                                                session,
                                                row,
                                                acting.actor(),
                                                Deed.of(
                                                        "case-changed",
                                                        row.id,
                                                        String.join(", ", changed)))
                                        .replaceWithVoid());
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> move(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Transition body) {
        Acting acting = desk.atCase(Action.MOVE);
        String expected = EntityTags.needed(ifMatch);
        Transition wanted = Fields.required("/", body);
        return answered.answered(
                        acting,
                        answered.request(key, "/cases/" + id + "/transitions", wanted),
                        session -> cases.find(session, acting, id),
                        session ->
                                reads.freshRow(session, acting, id, expected, Action.MOVE)
                                        .call(row -> moved(session, acting, row, wanted))
                                        .chain(row -> reads.view(session, acting, row))
                                        .map(view -> CaseAnswers.changed(view, json)))
                .map(Answer::response);
    }

    record Removal(@Nullable String reason) {}

    /// Gone from every list, for everybody; evidence and audit are kept.
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> delete(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Removal body) {
        Acting acting = desk.atCase(Action.DELETE);
        String expected = EntityTags.needed(ifMatch);
        String reason = Fields.text("/reason", Fields.required("/", body).reason(), 2_000);
        return transactions
                .of(
                        acting,
                        session ->
                                reads.freshRow(session, acting, id, expected, Action.DELETE)
                                        .chain(row -> cases.delete(session, acting, row, reason)))
                .map(done -> Response.noContent().build());
    }

    private Uni<CaseRef> moved(
            Mutiny.StatelessSession session, Acting acting, CaseEntity row, Transition wanted) {
        var from = row.state;
        if (row.supersededBy != null) {
            throw new ProblemException(
                    CaseProblem.CASE_SUPERSEDED,
                    "It was merged into another case and stays closed. Go on in that one.");
        }
        Transition step = wanted.checkedFrom(from);
        var to = Fields.required("/to", step.to());
        row.state = to;
        row.outcome = step.outcome();
        row.disposalProposedAt = null;
        String title = "State changed from %s to %s".formatted(from.slug(), to.slug());
        String outcome = step.outcome() == null ? "" : "Outcome: " + step.outcome().slug() + ". ";
        String why = outcome + (step.reason() == null ? "" : step.reason());
        return cases.retained(session, row)
                .chain(() ->
                        cases.changed(
                                session,
                                row,
                                acting.actor(),
                                Deed.of("case-moved", row.id, title)
                                        .inHistory(title, why.isBlank() ? null : why.strip())));
    }
}
