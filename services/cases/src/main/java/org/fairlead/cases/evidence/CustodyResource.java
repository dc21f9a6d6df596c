package org.fairlead.cases.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.custody.CustodyAction;
import org.fairlead.cases.custody.CustodyStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.bag.Content;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What became of an exhibit, and whether it still is what was frozen.
@Path("/api/cases/v1/cases/{id}/evidence/{evidenceId}")
@Produces(MediaType.APPLICATION_JSON)
class CustodyResource {

    private static final Listing<AuditEntry> LISTING =
            Listing.oldestFirst(AuditEntry::at, entry -> "%09d".formatted(entry.sequence()));

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final EvidenceStore store;
    private final VerificationStore verifications;
    private final CustodyStore custody;
    private final Vertx vertx;
    private final Clock clock;
    private final AnsweredStore answered;

    @Inject
    CustodyResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            EvidenceStore store,
            VerificationStore verifications,
            CustodyStore custody,
            Vertx vertx,
            Clock clock,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.store = store;
        this.verifications = verifications;
        this.custody = custody;
        this.vertx = vertx;
        this.clock = clock;
        this.answered = answered;
    }

    /// @param isWhole no event was changed, left out or put in between
    /// @param items oldest first
    record Log(boolean isWhole, List<AuditEntry> items, @Nullable String nextCursor) {}

    @GET
    @Path("custody")
    public Uni<Log> log(UUID id, UUID evidenceId, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .call(owner -> store.one(session, id, evidenceId))
                                .chain(owner ->
                                        custody.of(session, evidenceId)
                                                .map(all -> log(all, query))
                                                .call(log ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "custody",
                                                                log.items().size()))));
    }

    private static Log log(List<AuditEntry> all, ListQuery query) {
        Page<AuditEntry> page = LISTING.page(all, query);
        return new Log(AuditChain.firstBreak(all).isEmpty(), page.items(), page.nextCursor());
    }

    record Statement(@Nullable CustodyAction action, @Nullable String reason) {}

    /// What the platform cannot see: that something was handed over, made from it or destroyed.
    @POST
    @Path("custody")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> state(
            UUID id,
            UUID evidenceId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Statement body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        Statement said = Fields.required("/", body);
        CustodyAction action = Fields.required("/action", said.action());
        String reason = Fields.text("/reason", said.reason(), LONGEST_REASON);
        if (!action.isStated()) {
            throw ProblemException.invalid(
                    "/action",
                    "expected derived, transferred or disposed; the platform notes the others"
                            + " itself");
        }
        return answered.made(
                        acting,
                        answered.request(
                                key,
                                "/cases/%s/evidence/%s/custody".formatted(id, evidenceId),
                                said),
                        session -> cases.find(session, acting, id),
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                store.one(session, id, evidenceId)
                                                        .chain(item ->
                                                                stated(
                                                                        session, acting, owner,
                                                                        item, action, reason))))
                .map(Answer::response);
    }

    private Uni<AuditEntry> stated(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            Evidence item,
            CustodyAction action,
            String reason) {
        return cases.changed(
                        session,
                        owner.id(),
                        acting.actor(),
                        false,
                        Deed.of("evidence-" + action.slug(), item.id(), reason)
                                .announcedAs("evidence-changed"))
                .chain(() ->
                        custody.add(
                                session,
                                owner.team(),
                                acting.actor(),
                                owner.id(),
                                List.of(item.id()),
                                action,
                                reason))
                .chain(() -> custody.of(session, item.id()))
                .map(List::getLast);
    }

    /// @param foundSha256 of the bytes as they are; `missing` where there are none
    record Verification(boolean isWhole, String sha256, String foundSha256, Instant at) {}

    @POST
    @Path("verification")
    public Uni<Verification> verify(UUID id, UUID evidenceId) {
        Acting acting = desk.atCase(Action.READ);
        return transactions
                .of(
                        acting,
                        session ->
                                cases.find(session, acting, id)
                                        .chain(owner ->
                                                store.one(session, id, evidenceId)
                                                        .chain(item ->
                                                                verify(
                                                                        session, acting, owner,
                                                                        item))))
                .call(found -> found.isWhole() ? Uni.createFrom().voidItem() : alarm(found))
                .map(found ->
                        new Verification(
                                found.isWhole(),
                                found.sha256(),
                                found.foundSha256(),
                                clock.instant()));
    }

    private Uni<VerificationStore.Held> verify(
            Mutiny.StatelessSession session, Acting acting, CaseRef owner, Evidence item) {
        return store.content(session, owner.team(), item.sha256())
                .chain(content -> vertx.executeBlocking(() -> digest(content), false))
                .map(found -> new VerificationStore.Held(owner.team(), item.sha256(), found))
                .call(held ->
                        cases.wasRead(
                                session,
                                acting,
                                owner,
                                "evidence-verified",
                                item.id(),
                                held.isWhole() ? "whole" : "found " + held.foundSha256()))
                .call(held ->
                        custody.add(
                                session,
                                owner.team(),
                                acting.actor(),
                                owner.id(),
                                List.of(item.id()),
                                CustodyAction.VERIFIED,
                                held.isWhole() ? "whole" : "corrupt: found " + held.foundSha256()));
    }

    private static String digest(Content content) {
        return VerificationStore.found(content);
    }

    /// In a transaction of its own: everybody may find out, and the platform tells the case.
    private Uni<Void> alarm(VerificationStore.Held found) {
        return verifications.report(found).replaceWithVoid();
    }
}
