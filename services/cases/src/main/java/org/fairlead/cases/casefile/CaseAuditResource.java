package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.audit.AuditLogStore;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Who did and who read what of a case, and whether the record of it is whole.
@Path("/api/cases/v1/cases/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
class CaseAuditResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final AuditStore audit;
    private final AuditLogStore log;

    @Inject
    CaseAuditResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            AuditStore audit,
            AuditLogStore log) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.audit = audit;
        this.log = log;
    }

    /// Newest first.
    @GET
    public Uni<Page<AuditEntry>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ_AUDIT);
        Cursor from = query.from();
        int before = from == null ? Integer.MAX_VALUE : Fields.number(from);
        Instant since = query.sinceOrEver();
        int most = query.most();
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id, Action.READ_AUDIT)
                                .chain(owner ->
                                        audit.before(session, id, before, since, most + 1)
                                                .call(entries ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "audit",
                                                                Math.min(entries.size(), most))))
                                .map(entries ->
                                        Cursor.page(
                                                entries,
                                                most,
                                                last ->
                                                        new Cursor(
                                                                "" + last.sequence(),
                                                                last.chain().toString()))));
    }

    /// @param isWhole no entry was changed, left out or put in between
    /// @param firstBrokenAt sequence number at which the chain no longer holds
    /// @param lastHash to be kept elsewhere: it also shows a chain cut at its end
    record Verification(
            boolean isWhole,
            int entries,
            @Nullable Integer firstBrokenAt,
            @Nullable String lastHash) {}

    @GET
    @Path("verification")
    public Uni<Verification> verify(UUID id) {
        Acting acting = desk.atCase(Action.READ_AUDIT);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id, Action.READ_AUDIT)
                                .chain(owner ->
                                        audit.whole(session, id)
                                                .call(entries ->
                                                        cases.wasRead(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "audit-verified",
                                                                id,
                                                                "%d entries"
                                                                        .formatted(
                                                                                entries.size()))))
                                .map(entries -> {
                                    var broken = AuditChain.firstBreak(entries);
                                    return new Verification(
                                            broken.isEmpty(),
                                            entries.size(),
                                            broken.orElse(null),
                                            entries.isEmpty() ? null : entries.getLast().hash());
                                }));
    }

    /// @param size of the checkpoint
    /// @param entries of the case that are under it, each with its path to the root
    record Proofs(long size, String checkpoint, List<AuditLogStore.Inclusion> entries) {}

    /// That the entries of the case are under the newest checkpoint.
    @GET
    @Path("proofs")
    public Uni<Proofs> proofs(UUID id) {
        Acting acting = desk.atCase(Action.READ_AUDIT);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id, Action.READ_AUDIT)
                                .call(owner ->
                                        cases.wasRead(
                                                session, acting, owner, "audit-read", id, "proofs"))
                                .chain(owner -> log.newest(session))
                                .map(newest -> newest.orElseThrow(ProblemException::notFound))
                                .chain(newest -> proofs(session, id, newest)));
    }

    private Uni<Proofs> proofs(
            Mutiny.StatelessSession session, UUID id, AuditLogStore.Kept newest) {
        return log.places(session, id)
                .map(places -> {
                    var covered = new TreeMap<>(places);
                    covered.values().removeIf(leaf -> leaf >= newest.size());
                    return covered;
                })
                .chain(covered -> log.inclusions(session, covered, newest.size()))
                .map(entries -> new Proofs(newest.size(), newest.note(), entries));
    }
}
