package org.fairlead.cases.finding;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// What a case claims.
@Path("/api/cases/v1/cases/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
class FindingResource {

    private static final Listing<Finding> LISTING =
            Listing.<Finding>oldestFirst(Finding::createdAt, Finding::id)
                    .changedAt(Finding::changedAt);

    private static final int LONGEST_REASON = 4_000;

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final FindingStore findings;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    FindingResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            FindingStore findings,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.findings = findings;
        this.answered = answered;
        this.json = json;
    }

    /// A case has few of them: one page holds all.
    @GET
    public Uni<Page<Finding>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "findings",
                                owner ->
                                        findings.all(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    @GET
    @Path("{findingId}")
    public Uni<Response> one(UUID id, UUID findingId) {
        Acting acting = desk.atCase(Action.READ);
        return transactions
                .of(
                        acting,
                        session ->
                                cases.find(session, acting, id)
                                        .chain(owner ->
                                                findings.one(session, id, findingId)
                                                        .call(found ->
                                                                cases.wasRead(
                                                                        session,
                                                                        acting,
                                                                        owner,
                                                                        "finding-read",
                                                                        findingId,
                                                                        "version "
                                                                                + found
                                                                                        .version()))))
                .map(FindingResource::tagged);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> begin(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewFinding body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewFinding wanted = Fields.required("/", body).checked();
        return answered.answered(
                        acting,
                        answered.request(key, "/cases/" + id + "/findings", wanted),
                        session -> cases.find(session, acting, id),
                        session -> begun(session, acting, id, wanted))
                .map(Answer::response);
    }

    private Uni<Answer> begun(
            org.hibernate.reactive.mutiny.Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            NewFinding wanted) {
        return cases.forChange(session, acting, id, Action.CONTRIBUTE)
                .chain(owner ->
                        findings.begin(session, acting, owner, wanted)
                                .map(made ->
                                        CaseAnswers.created(
                                                made,
                                                owner.path() + "/findings/" + made.id(),
                                                EntityTags.of(made.version()),
                                                json)));
    }

    /// The whole text anew; back to draft where it was rejected.
    @PUT
    @Path("{findingId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> rewrite(
            UUID id,
            UUID findingId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewFinding body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        String expected = EntityTags.needed(ifMatch);
        NewFinding wanted = Fields.required("/", body).checked();
        return transactions
                .of(
                        acting,
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                findings.rewrite(
                                                        session, acting, id, findingId, expected,
                                                        wanted)))
                .map(FindingResource::tagged);
    }

    record Step(@Nullable FindingState to, @Nullable String reason) {}

    @POST
    @Path("{findingId}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> move(
            UUID id,
            UUID findingId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Step body) {
        FindingState to = Fields.required("/to", Fields.required("/", body).to());
        Action needed = FindingStore.needed(to);
        Acting acting = desk.atCase(needed);
        String expected = EntityTags.needed(ifMatch);
        boolean needsReason = needed == Action.REVIEW || to == FindingState.WITHDRAWN;
        String given = java.util.Objects.requireNonNull(body).reason();
        String reason =
                needsReason
                        ? Fields.text("/reason", given, LONGEST_REASON)
                        : Fields.optionalText("/reason", given, LONGEST_REASON);
        return answered.answered(
                        acting,
                        answered.request(
                                key,
                                "/cases/%s/findings/%s/transitions".formatted(id, findingId),
                                body),
                        session -> cases.find(session, acting, id),
                        session ->
                                cases.forChange(session, acting, id, needed)
                                        .chain(owner ->
                                                findings.move(
                                                        session, acting, id, findingId, expected,
                                                        to, reason))
                                        .map(moved ->
                                                Answer.of(
                                                        200,
                                                        moved,
                                                        null,
                                                        EntityTags.of(moved.version()),
                                                        json)))
                .map(Answer::response);
    }

    private static Response tagged(Finding finding) {
        return Response.ok(finding, MediaType.APPLICATION_JSON)
                .header("ETag", EntityTags.of(finding.version()))
                .build();
    }
}
