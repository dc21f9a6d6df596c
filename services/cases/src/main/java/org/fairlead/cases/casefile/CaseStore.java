package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.announce.Announcements;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// Opens, finds and changes cases. Whatever changes a case goes through [#changed], so that its
/// version, its audit and the platform always hear of it.
///
/// Rows are locked in the order lead, case, audit chain, everywhere: two that meet then wait
/// instead of blocking each other.
@ApplicationScoped
public class CaseStore {

    private final Clock clock;
    private final AuditStore audit;
    private final Announcements announcements;

    @Inject
    CaseStore(Clock clock, AuditStore audit, Announcements announcements) {
        this.clock = clock;
        this.audit = audit;
        this.announcements = announcements;
    }

    public Uni<CaseRef> open(Mutiny.StatelessSession session, Acting acting, NewCase wanted) {
        NewCase checked = wanted.checked();
        Instant now = clock.instant();
        return nextNumber(session, acting.team(), now)
                .map(number -> row(acting, checked, number, now))
                .call(row -> session.insert(row))
                .call(row -> history(session, row, acting.actor(), "Case opened", null, now))
                .call(row ->
                        audit.append(
                                session,
                                row.team,
                                acting.actor(),
                                row.id,
                                "case-opened",
                                row.id.toString(),
                                row.number + ": " + row.title))
                .call(row ->
                        announcements.ofCase(session, "case-opened", row.team, row.id, row.version))
                .map(CaseEntity::ref);
    }

    private static CaseEntity row(Acting acting, NewCase wanted, CaseNumber number, Instant now) {
        var row = new CaseEntity();
        row.id = TimeOrderedId.at(now);
        row.team = acting.team();
        row.number = number.text();
        row.title = java.util.Objects.requireNonNull(wanted.title());
        row.summary = wanted.summary();
        row.state = CaseState.TRIAGE;
        row.priority = java.util.Objects.requireNonNull(wanted.priority());
        row.handling = Handling.TLP_AMBER;
        row.openedBy = acting.caller().username();
        row.openedAt = now;
        row.changedAt = now;
        row.version = 1;
        return row;
    }

    /// Counted in the transaction that opens the case: a refused case leaves no gap, and one team
    /// cannot tell from its numbers what another does.
    private static Uni<CaseNumber> nextNumber(
            Mutiny.StatelessSession session, String team, Instant now) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        return session.createNativeQuery(
                        "insert into case_number as n (team, year, last) values (?1, ?2, 1)"
                                + " on conflict (team, year) do update set last = n.last + 1"
                                + " returning last",
                        Integer.class)
                .setParameter(1, team)
                .setParameter(2, year)
                .getSingleResult()
                .map(count -> new CaseNumber(team, year, count));
    }

    /// @return the case, or the refusal `not-found` for what does not exist and what is not theirs
    public Uni<CaseRef> find(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return row(session, acting, id, LockMode.NONE).map(CaseEntity::ref);
    }

    /// Locks the case and makes sure that the action is allowed in its present state.
    public Uni<CaseRef> forChange(
            Mutiny.StatelessSession session, Acting acting, UUID id, Action action) {
        return row(session, acting, id, LockMode.PESSIMISTIC_WRITE)
                .invoke(row -> acting.must(action, row.state))
                .map(CaseEntity::ref);
    }

    static Uni<CaseEntity> row(
            Mutiny.StatelessSession session, Acting acting, UUID id, LockMode lock) {
        return session.get(CaseEntity.class, id, lock)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.team.equals(acting.team())) {
                        throw ProblemException.notFound();
                    }
                    return row;
                });
    }

    /// Counts the change, and tells audit, history and platform of it.
    public Uni<CaseRef> changed(
            Mutiny.StatelessSession session, UUID id, Actor actor, boolean isSynthetic, Deed deed) {
        return session.get(CaseEntity.class, id, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> {
                    row.isSynthetic |= isSynthetic;
                    return changed(session, row, actor, deed);
                });
    }

    Uni<CaseRef> changed(Mutiny.StatelessSession session, CaseEntity row, Actor actor, Deed deed) {
        Instant now = clock.instant();
        row.version++;
        row.changedAt = now;
        Uni<Void> told =
                deed.historyTitle().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : history(
                                session,
                                row,
                                actor,
                                deed.historyTitle().get(),
                                deed.historyDetail().orElse(null),
                                now);
        return session.update(row)
                .chain(() -> told)
                .chain(() ->
                        audit.append(
                                session,
                                row.team,
                                actor,
                                row.id,
                                deed.action(),
                                deed.object(),
                                deed.detail()))
                .chain(() ->
                        announcements.ofCase(
                                session, deed.announcement(), row.team, row.id, row.version))
                .replaceWith(row::ref);
    }

    private static Uni<Void> history(
            Mutiny.StatelessSession session,
            CaseEntity owner,
            Actor actor,
            String title,
            @org.jspecify.annotations.Nullable String detail,
            Instant now) {
        var row = new ChangeEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team;
        row.caseId = owner.id;
        row.title = title;
        row.detail = detail;
        row.actor = actor.name();
        row.at = now;
        return session.insert(row);
    }
}
