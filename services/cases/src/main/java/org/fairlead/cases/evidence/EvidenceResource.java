package org.fairlead.cases.evidence;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.custody.CustodyAction;
import org.fairlead.cases.custody.CustodyStore;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.RepeatableRequest;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.bag.Content;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The frozen records of a case.
@Path("/api/cases/v1/cases/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
class EvidenceResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final EvidenceStore store;
    private final SourceClient sources;
    private final AuditStore audit;
    private final CustodyStore custody;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    EvidenceResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            EvidenceStore store,
            SourceClient sources,
            AuditStore audit,
            CustodyStore custody,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.store = store;
        this.sources = sources;
        this.audit = audit;
        this.custody = custody;
        this.answered = answered;
        this.json = json;
    }

    /// Fetches first and stores after: no transaction waits for another service, and when that is
    /// away nothing is half stored.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> freeze(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewEvidence body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        String authorization = desk.authorization();
        NewEvidence wanted = Fields.required("/", body).checked();
        var request = answered.request(key, "/cases/" + id + "/evidence", wanted);
        return given(acting, id, request)
                .chain(given ->
                        given.isPresent()
                                ? Uni.createFrom().item(given.get())
                                : sources.fetch(requireNonNull(wanted.ref()), authorization)
                                        .chain(record -> keep(acting, id, request, wanted, record)))
                .map(Answer::response);
    }

    private Uni<Optional<Answer>> given(Acting acting, UUID id, RepeatableRequest request) {
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id, Action.CONTRIBUTE)
                                .chain(owner -> answered.given(session, acting, request)));
    }

    private Uni<Answer> keep(
            Acting acting,
            UUID id,
            RepeatableRequest request,
            NewEvidence wanted,
            FrozenRecord record) {
        return transactions.of(
                acting,
                session ->
                        answered.once(
                                session,
                                acting,
                                request,
                                () ->
                                        cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                                .chain(owner ->
                                                        store.keep(
                                                                        session, acting, owner,
                                                                        wanted, record)
                                                                .map(kept ->
                                                                        answer(owner, kept)))));
    }

    private Answer answer(CaseRef owner, EvidenceStore.Kept kept) {
        try {
            Evidence evidence = kept.evidence().with(Evidence.LiveState.SAME);
            return new Answer(
                    kept.isNew() ? 201 : 200,
                    json.writeValueAsString(evidence),
                    owner.path() + "/evidence/" + evidence.id(),
                    null);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// @param live whether to ask the sources what they say now; otherwise `unknown`
    @GET
    public Uni<Page<Evidence>> list(
            UUID id,
            @BeanParam ListQuery query,
            @QueryParam("live") @DefaultValue("false") boolean live) {
        Acting acting = desk.atCase(Action.READ);
        String authorization = desk.authorization();
        Instant since = query.sinceOrEver();
        Cursor from = query.from();
        int most = query.most();
        return transactions
                .of(
                        acting,
                        session ->
                                cases.find(session, acting, id)
                                        .chain(owner ->
                                                store.page(session, id, since, from, most)
                                                        .call(page ->
                                                                audit.append(
                                                                        session,
                                                                        owner.team(),
                                                                        acting.actor(),
                                                                        id,
                                                                        "evidence-listed",
                                                                        id.toString(),
                                                                        page.items().size()
                                                                                + " items"))))
                .chain(page -> withLiveState(page, live, authorization));
    }

    private Uni<Page<Evidence>> withLiveState(
            Page<Evidence> page, boolean live, String authorization) {
        return Multi.createFrom()
                .iterable(page.items())
                .onItem()
                .transformToUni(item ->
                        live
                                ? withLiveState(item, authorization)
                                : Uni.createFrom().item(item.with(Evidence.LiveState.UNKNOWN)))
                .concatenate()
                .collect()
                .asList()
                .map(items -> new Page<>(items, page.nextCursor()));
    }

    /// What the source no longer has differs from what was frozen; what cannot be asked is unknown.
    /// A file has no source that moves on.
    private Uni<Evidence> withLiveState(Evidence item, String authorization) {
        if (item.isFile()) {
            return Uni.createFrom().item(item.with(Evidence.LiveState.SAME));
        }
        return sources.fetch(item.ref(), authorization)
                .map(now ->
                        now.sha256().equals(item.sha256())
                                ? Evidence.LiveState.SAME
                                : Evidence.LiveState.DIFFERS)
                .onFailure(ProblemException.class)
                .recoverWithItem(fault ->
                        fault instanceof ProblemException problem
                                        && problem.type() == CaseProblem.SOURCE_UNUSABLE
                                ? Evidence.LiveState.DIFFERS
                                : Evidence.LiveState.UNKNOWN)
                .map(item::with);
    }

    /// @param record the frozen record; absent for a file, which is never opened here
    record Detail(@JsonUnwrapped Evidence evidence, @Nullable JsonNode record) {}

    @GET
    @Path("{evidenceId}")
    public Uni<Detail> one(UUID id, UUID evidenceId) {
        Acting acting = desk.atCase(Action.READ);
        String authorization = desk.authorization();
        return read(acting, id, evidenceId, "evidence-read", CustodyAction.VIEWED)
                .chain(frozen ->
                        withLiveState(frozen.evidence(), authorization)
                                .map(item ->
                                        new Detail(
                                                item,
                                                item.isFile() ? null : tree(frozen.content()))));
    }

    private JsonNode tree(Content content) {
        try {
            return json.readTree(content.bytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    record Frozen(Evidence evidence, Content content) {}

    private Uni<Frozen> read(
            Acting acting, UUID id, UUID evidenceId, String action, CustodyAction became) {
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        store.one(session, id, evidenceId)
                                                .call(item ->
                                                        audit.append(
                                                                session,
                                                                owner.team(),
                                                                acting.actor(),
                                                                id,
                                                                action,
                                                                evidenceId.toString(),
                                                                item.sha256()))
                                                .call(item ->
                                                        custody.add(
                                                                session,
                                                                owner.team(),
                                                                acting.actor(),
                                                                id,
                                                                List.of(evidenceId),
                                                                became,
                                                                ""))
                                                .chain(item ->
                                                        store.content(
                                                                        session,
                                                                        owner.team(),
                                                                        item.sha256())
                                                                .map(content ->
                                                                        new Frozen(
                                                                                item, content)))));
    }

    /// The frozen bytes, exactly those the SHA-256 was taken of. Whatever they are, a browser saves
    /// them and opens nothing.
    @GET
    @Path("{evidenceId}/content")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    public Uni<Response> content(UUID id, UUID evidenceId) {
        Acting acting = desk.atCase(Action.READ);
        return read(acting, id, evidenceId, "evidence-downloaded", CustodyAction.DOWNLOADED)
                .map(frozen -> download(evidenceId, frozen));
    }

    private static Response download(UUID evidenceId, Frozen frozen) {
        Evidence item = frozen.evidence();
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(item.sha256()));
        String name = item.isFile() ? item.nameInDossier() : evidenceId + ".json";
        return Response.ok(
                        body(frozen.content()),
                        item.isFile()
                                ? MediaType.APPLICATION_OCTET_STREAM
                                : MediaType.APPLICATION_JSON)
                .header("ETag", "\"" + item.sha256() + "\"")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /// A file is sent from where it lies.
    private static Object body(Content content) {
        try {
            if (!(content instanceof Content.OfFile(java.nio.file.Path file))) {
                return content.bytes();
            }
            if (Files.isRegularFile(file)) {
                return file.toFile();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        throw new ProblemException(
                CaseProblem.EVIDENCE_CORRUPT,
                "The bytes of this exhibit are gone. Whoever runs the platform has to look for them"
                        + " in a backup.");
    }
}
