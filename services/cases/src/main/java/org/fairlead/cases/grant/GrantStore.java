package org.fairlead.cases.grant;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Opens a case to people, teams and clients, and shuts people out.
///
/// An exclusion is told to an audit of its own: the case's history and audit are read by people who
/// may be its subject one day.
@ApplicationScoped
class GrantStore {

    private final Clock clock;
    private final CaseStore cases;
    private final CaseReadStore reads;
    private final AuditStore audit;

    @Inject
    GrantStore(Clock clock, CaseStore cases, CaseReadStore reads, AuditStore audit) {
        this.audit = audit;
        this.clock = clock;
        this.cases = cases;
        this.reads = reads;
    }

    Uni<AccessList> list(Mutiny.StatelessSession session, Acting acting, UUID caseId) {
        return reads.view(session, acting, caseId)
                .chain(view ->
                        held(session, caseId)
                                .chain(grants ->
                                        exclusions(session, view)
                                                .map(exclusions -> of(view, grants, exclusions)))
                                .call(() ->
                                        cases.find(session, acting, caseId)
                                                .chain(owner ->
                                                        cases.wasRead(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "access-read",
                                                                caseId,
                                                                ""))));
    }

    private AccessList of(CaseFile view, List<GrantEntity> grants, List<ExclusionEntity> shutOut) {
        Instant now = clock.instant();
        return new AccessList(
                view.team(),
                view.visibility(),
                view.handling(),
                view.compartments(),
                grants.stream().map(row -> row.grant(now)).toList(),
                managesAccess(view)
                        ? shutOut.stream().map(ExclusionEntity::exclusion).toList()
                        : null);
    }

    private static boolean managesAccess(CaseFile view) {
        return view.actions().contains(Action.MANAGE_ACCESS.slug());
    }

    private static Uni<List<GrantEntity>> held(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from GrantEntity g where g.caseId = :case and g.revokedAt is null"
                                + " order by g.grantedAt, g.id",
                        GrantEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    private static Uni<List<ExclusionEntity>> exclusions(
            Mutiny.StatelessSession session, CaseFile view) {
        return managesAccess(view)
                ? session.createSelectionQuery(
                                "from ExclusionEntity e where e.caseId = :case and e.liftedAt is"
                                        + " null order by e.excludedAt, e.id",
                                ExclusionEntity.class)
                        .setParameter("case", view.id())
                        .getResultList()
                : Uni.createFrom().item(List.of());
    }

    Uni<Grant> grant(Mutiny.StatelessSession session, Acting acting, UUID caseId, NewGrant wanted) {
        Instant now = clock.instant();
        var row = new GrantEntity();
        row.id = TimeOrderedId.at(now);
        row.caseId = caseId;
        row.granteeKind = requireNonNull(wanted.kind());
        row.grantee = requireNonNull(wanted.grantee());
        row.granteeName = requireNonNull(wanted.name());
        row.role = requireNonNull(wanted.role());
        row.expiresAt = wanted.expiresAt();
        row.reason = wanted.reason();
        row.grantedBy = acting.caller().username();
        row.grantedAt = now;
        return cases.forChange(session, acting, caseId, Action.MANAGE_ACCESS)
                .invoke(owner -> row.team = owner.team())
                .chain(() -> held(session, caseId))
                .chain(held -> replace(session, acting, caseId, held, row))
                .chain(() -> session.insert(row))
                .chain(() ->
                        cases.changed(
                                session,
                                caseId,
                                acting.actor(),
                                false,
                                Deed.of("access-granted", row.id, row.words())
                                        .inHistory("Opened to " + row.words(), row.reason)))
                .map(ref -> row.grant(now));
    }

    private Uni<Void> replace(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID caseId,
            List<GrantEntity> held,
            GrantEntity wanted) {
        var before =
                held.stream()
                        .filter(row ->
                                row.granteeKind == wanted.granteeKind
                                        && row.grantee.equals(wanted.grantee))
                        .findFirst();
        if (before.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> isSafe =
                before.get().leadsForGood() && !wanted.leadsForGood()
                        ? mustKeepALead(session, acting, caseId, held, before.get())
                        : Uni.createFrom().voidItem();
        return isSafe.chain(() -> end(session, acting, before.get()));
    }

    private Uni<Void> end(Mutiny.StatelessSession session, Acting acting, GrantEntity row) {
        row.revokedBy = acting.caller().username();
        row.revokedAt = clock.instant();
        return session.update(row);
    }

    Uni<Void> revoke(Mutiny.StatelessSession session, Acting acting, UUID caseId, UUID grantId) {
        return cases.forChange(session, acting, caseId, Action.MANAGE_ACCESS)
                .chain(() -> held(session, caseId))
                .chain(held -> {
                    GrantEntity row =
                            held.stream()
                                    .filter(grant -> grant.id.equals(grantId))
                                    .findFirst()
                                    .orElseThrow(ProblemException::notFound);
                    Uni<Void> isSafe =
                            row.leadsForGood()
                                    ? mustKeepALead(session, acting, caseId, held, row)
                                    : Uni.createFrom().voidItem();
                    // Told while the one who revokes still sees the case: it may be their own
                    // grant.
                    return isSafe.chain(() ->
                                    cases.changed(
                                            session,
                                            caseId,
                                            acting.actor(),
                                            false,
                                            Deed.of("access-revoked", row.id, row.words())
                                                    .inHistory(
                                                            "No longer open to " + row.words(),
                                                            null)))
                            .chain(() -> end(session, acting, row));
                });
    }

    /// A sealed case without a lead could be opened to nobody any more.
    private Uni<Void> mustKeepALead(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID caseId,
            List<GrantEntity> held,
            GrantEntity leaving) {
        return reads.view(session, acting, caseId)
                .invoke(view -> {
                    boolean isLast =
                            held.stream().noneMatch(row -> row != leaving && row.leadsForGood());
                    if (isLast && view.visibility() == Visibility.SEALED) {
                        throw new ProblemException(
                                CaseProblem.LAST_LEAD,
                                "A sealed case keeps at least one lead whose grant does not expire."
                                        + " Make somebody else lead first.");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Exclusion> exclude(
            Mutiny.StatelessSession session, Acting acting, UUID caseId, NewExclusion wanted) {
        Instant now = clock.instant();
        String subject = requireNonNull(wanted.subject());
        if (subject.equals(acting.caller().subject())) {
            throw ProblemException.invalid("/subject", "expected somebody other than yourself");
        }
        var row = new ExclusionEntity();
        row.id = TimeOrderedId.at(now);
        row.caseId = caseId;
        row.subject = subject;
        row.name = requireNonNull(wanted.name());
        row.reason = requireNonNull(wanted.reason());
        row.excludedBy = acting.caller().username();
        row.excludedAt = now;
        return cases.forChange(session, acting, caseId, Action.MANAGE_ACCESS)
                .invoke(owner -> row.team = owner.team())
                .chain(() -> held(session, caseId))
                .chain(held -> mustLeaveALead(session, acting, caseId, held, subject))
                .chain(() -> excluded(session, caseId, subject))
                .invoke(before -> {
                    if (!before.isEmpty()) {
                        throw new ProblemException(
                                CaseProblem.ALREADY_EXCLUDED, row.name + " is excluded already.");
                    }
                })
                .chain(() -> session.insert(row))
                .chain(() ->
                        told(session, acting, row, "person-excluded", row.name + ": " + row.reason))
                .replaceWith(row::exclusion);
    }

    private Uni<Void> mustLeaveALead(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID caseId,
            List<GrantEntity> held,
            String subject) {
        return held.stream()
                .filter(row -> row.leadsForGood() && row.grantee.equals(subject))
                .findFirst()
                .map(row -> mustKeepALead(session, acting, caseId, held, row))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<List<ExclusionEntity>> excluded(
            Mutiny.StatelessSession session, UUID caseId, String subject) {
        return session.createSelectionQuery(
                        "from ExclusionEntity e where e.caseId = :case and e.liftedAt is null"
                                + " and e.subject = :subject",
                        ExclusionEntity.class)
                .setParameter("case", caseId)
                .setParameter("subject", subject)
                .getResultList();
    }

    Uni<Void> lift(Mutiny.StatelessSession session, Acting acting, UUID caseId, UUID exclusionId) {
        return cases.forChange(session, acting, caseId, Action.MANAGE_ACCESS)
                .chain(() -> session.get(ExclusionEntity.class, exclusionId))
                .chain(row -> {
                    if (row == null || !row.caseId.equals(caseId) || row.liftedAt != null) {
                        throw ProblemException.notFound();
                    }
                    row.liftedBy = acting.caller().username();
                    row.liftedAt = clock.instant();
                    return session.update(row)
                            .chain(() -> told(session, acting, row, "exclusion-lifted", row.name));
                })
                .replaceWithVoid();
    }

    /// In a chain of its own, which the database never shows to the one it is about: what stood in
    /// the case's own audit could be read once the exclusion is lifted. The case's version does not
    /// move either, and nothing is announced.
    private Uni<Void> told(
            Mutiny.StatelessSession session,
            Acting acting,
            ExclusionEntity row,
            String action,
            String detail) {
        return audit.append(
                session, row.team, acting.actor(), row.id, action, row.caseId.toString(), detail);
    }

    /// What was done about exclusions of a case, newest first, except those of the reader.
    Uni<List<AuditEntry>> exclusionLog(
            Mutiny.StatelessSession session, Acting acting, UUID caseId) {
        return cases.find(session, acting, caseId, Action.MANAGE_ACCESS)
                .call(owner ->
                        cases.wasRead(session, acting, owner, "access-read", caseId, "exclusions"))
                .chain(owner ->
                        session.createSelectionQuery(
                                        "from ExclusionEntity e where e.caseId = :case and"
                                                + " e.subject <> :reader order by e.excludedAt desc",
                                        ExclusionEntity.class)
                                .setParameter("case", caseId)
                                .setParameter("reader", acting.caller().subject())
                                .getResultList())
                .chain(rows -> {
                    Uni<List<AuditEntry>> all = Uni.createFrom().item(new ArrayList<>());
                    for (ExclusionEntity row : rows) {
                        all =
                                all.chain(before ->
                                        audit.before(
                                                        session,
                                                        row.id,
                                                        Integer.MAX_VALUE,
                                                        Instant.EPOCH,
                                                        50)
                                                .map(entries -> {
                                                    before.addAll(entries);
                                                    return before;
                                                }));
                    }
                    return all;
                });
    }
}
