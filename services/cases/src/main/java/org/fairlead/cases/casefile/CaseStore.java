package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.FirstGrantStore;
import org.fairlead.cases.access.StandingStore;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.announce.Announcements;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.contracts.problem.Page;
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
    private final FirstGrantStore grants;

    @Inject
    CaseStore(Clock clock, AuditStore audit, Announcements announcements, FirstGrantStore grants) {
        this.clock = clock;
        this.audit = audit;
        this.announcements = announcements;
        this.grants = grants;
    }

    public Uni<CaseRef> open(Mutiny.StatelessSession session, Acting acting, NewCase wanted) {
        return open(session, acting, wanted, CaseStart.PLAIN);
    }

    public Uni<CaseRef> open(
            Mutiny.StatelessSession session, Acting acting, NewCase wanted, CaseStart start) {
        NewCase checked = wanted.checked(acting);
        Instant now = clock.instant();
        return nextNumber(session, acting.team(), now)
                .map(number -> row(acting, checked, number, now))
                .invoke(row -> {
                    row.dueAt = start.dueAt();
                    row.tags = start.tags().toArray(String[]::new);
                    row.customFields = start.fields();
                })
                .call(row ->
                        row.visibility == Visibility.TEAM
                                ? Uni.createFrom().voidItem()
                                : TeamTransactions.opens(session, row.id))
                .call(row -> session.insert(row))
                .call(row ->
                        row.visibility == Visibility.TEAM
                                ? Uni.createFrom().voidItem()
                                : grants.grantLead(session, acting, row.id, row.team, now))
                .call(row ->
                        history(session, row, acting.actor(), "Case opened", start.origin(), now))
                .call(row ->
                        audit.append(
                                session,
                                row.team,
                                acting.actor(),
                                row.id,
                                "case-opened",
                                row.id.toString(),
                                "%s: %s (%s, %s)"
                                        .formatted(
                                                row.number,
                                                row.title,
                                                row.visibility.slug(),
                                                row.handling.slug())))
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
        row.handling = java.util.Objects.requireNonNull(wanted.handling());
        row.visibility = java.util.Objects.requireNonNull(wanted.visibility());
        row.compartments =
                java.util.Objects.requireNonNull(wanted.compartments()).toArray(String[]::new);
        row.openedBy = acting.caller().username();
        row.openedAt = now;
        row.changedAt = now;
        row.version = 1;
        if (!acting.caller().isMachine()) {
            row.investigator = acting.caller().subject();
            row.investigatorName = acting.caller().username();
        }
        return row;
    }

    /// Counted in the transaction that opens the case: a refused case takes no number. The count is
    /// scrambled with a key of the team and year, so that no number tells how many others there
    /// are.
    private static Uni<CaseNumber> nextNumber(
            Mutiny.StatelessSession session, String team, Instant now) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        return session.createNativeQuery(
                        "insert into case_number as n (team, year, last, key) values (?1, ?2, 1,"
                                + " ?3) on conflict (team, year) do update set last = n.last + 1, key ="
                                + " coalesce(n.key, excluded.key) returning last, key",
                        Object[].class)
                .setParameter(1, team)
                .setParameter(2, year)
                .setParameter(3, NumberScramble.newKey())
                .getSingleResult()
                .map(row ->
                        new CaseNumber(
                                team,
                                year,
                                NumberScramble.of((byte[]) row[1])
                                        .at(((Number) row[0]).intValue())));
    }

    /// @return the case, or the refusal `not-found` for what does not exist and what is not theirs
    public Uni<CaseRef> find(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return allowed(session, acting, id, Action.READ).map(CaseEntity::ref);
    }

    /// Without a lock: makes sure that the action is allowed as things stand.
    public Uni<CaseRef> find(
            Mutiny.StatelessSession session, Acting acting, UUID id, Action action) {
        return allowed(session, acting, id, action).map(CaseEntity::ref);
    }

    /// Notes who read what of a case, in the transaction that reads it: no audit, no data.
    ///
    /// @param action ends in `read` or `listed`
    /// @param detail of a list: how much it was
    public Uni<Void> wasRead(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            String action,
            Object object,
            String detail) {
        return audit.append(
                session,
                owner.team(),
                acting.actor(),
                owner.id(),
                action,
                object.toString(),
                detail);
    }

    public Uni<Void> wasListed(
            Mutiny.StatelessSession session, Acting acting, CaseRef owner, String what, int count) {
        return wasRead(
                session, acting, owner, what + "-listed", owner.id(), "%d items".formatted(count));
    }

    /// Reads a page of what is in a case, and notes that it was read.
    ///
    /// @param what is in it, a plural
    public <T> Uni<Page<T>> listed(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            String what,
            Function<CaseRef, Uni<Page<T>>> read) {
        return find(session, acting, id)
                .chain(owner ->
                        read.apply(owner)
                                .call(page ->
                                        wasListed(
                                                session,
                                                acting,
                                                owner,
                                                what,
                                                page.items().size())));
    }

    /// Locks the case and makes sure that the action is allowed in its present state.
    public Uni<CaseRef> forChange(
            Mutiny.StatelessSession session, Acting acting, UUID id, Action action) {
        return locked(session, acting, id, LockMode.PESSIMISTIC_WRITE, action).map(CaseEntity::ref);
    }

    static Uni<CaseEntity> allowed(
            Mutiny.StatelessSession session, Acting acting, UUID id, Action action) {
        return decided(session, acting, id, LockMode.NONE, action);
    }

    /// Decides before it locks, so that nobody waits for, or holds up, a case they may not change;
    /// and again under the lock, when the state is certain.
    static Uni<CaseEntity> locked(
            Mutiny.StatelessSession session, Acting acting, UUID id, LockMode lock, Action action) {
        return decided(session, acting, id, LockMode.NONE, action)
                .chain(row -> decided(session, acting, id, lock, action));
    }

    private static Uni<CaseEntity> decided(
            Mutiny.StatelessSession session, Acting acting, UUID id, LockMode lock, Action action) {
        return session.get(CaseEntity.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(row ->
                        StandingStore.grants(session)
                                .invoke(grants ->
                                        acting.must(
                                                action,
                                                row.access(grants.getOrDefault(id, Set.of())))));
    }

    /// Told first: afterwards nobody sees the case to whom it could be told.
    Uni<Void> delete(
            Mutiny.StatelessSession session, Acting acting, CaseEntity row, String reason) {
        if (row.holdReason != null) {
            throw new ProblemException(
                    CaseProblem.CASE_HELD,
                    "It is kept by a legal hold (%s). Nobody deletes it before the hold is lifted."
                            .formatted(row.holdReason));
        }
        return changed(session, row, acting.actor(), Deed.of("case-deleted", row.id, reason))
                .chain(() ->
                        session.createNativeQuery(
                                        "select case_delete(cast(?1 as uuid), ?2, ?3)",
                                        String.class)
                                .setParameter(1, row.id.toString())
                                .setParameter(2, acting.caller().username())
                                .setParameter(3, reason)
                                .getSingleResult())
                .replaceWithVoid();
    }

    /// Until when a closed case is kept, by the rule of its team for its outcome.
    Uni<CaseEntity> retained(Mutiny.StatelessSession session, CaseEntity row) {
        if (row.state != CaseState.CLOSED || row.outcome == null) {
            row.closedAt = null;
            row.retainUntil = null;
            return Uni.createFrom().item(row);
        }
        Instant now = clock.instant();
        row.closedAt = now;
        return session.createNativeQuery(
                        "select keep_days from retention_rule where team = ?1 and outcome in (?2,"
                                + " '') order by outcome desc limit 1",
                        Integer.class)
                .setParameter(1, row.team)
                .setParameter(2, row.outcome.slug())
                .getResultList()
                .map(days -> {
                    row.retainUntil =
                            days.isEmpty() ? null : now.plus(Duration.ofDays(days.getFirst()));
                    return row;
                });
    }

    /// Puts a hold on a case, or takes it off.
    ///
    /// @param reason absent where it ends
    public Uni<CaseRef> hold(
            Mutiny.StatelessSession session, Acting acting, UUID id, String why, boolean isHeld) {
        return locked(session, acting, id, LockMode.PESSIMISTIC_WRITE, Action.DELETE)
                .chain(row -> {
                    row.holdReason = isHeld ? why : null;
                    row.heldBy = isHeld ? acting.caller().username() : null;
                    row.heldAt = isHeld ? clock.instant() : null;
                    String title = isHeld ? "Legal hold" : "Legal hold lifted";
                    return changed(
                            session,
                            row,
                            acting.actor(),
                            Deed.of(isHeld ? "hold-set" : "hold-lifted", row.id, why)
                                    .inHistory(title, why));
                });
    }

    /// Closes a case as a duplicate of another. What says so names neither in the other: who sees
    /// one of them need not know of the other.
    public Uni<Void> supersede(
            Mutiny.StatelessSession session, Acting acting, UUID id, UUID into, String reason) {
        return locked(session, acting, id, LockMode.PESSIMISTIC_WRITE, Action.EDIT)
                .chain(row -> {
                    row.state = CaseState.CLOSED;
                    row.outcome = Outcome.DUPLICATE;
                    row.supersededBy = into;
                    return retained(session, row);
                })
                .chain(row ->
                        changed(
                                session,
                                row,
                                acting.actor(),
                                Deed.of("case-superseded", row.id, reason)
                                        .announcedAs("case-closed")
                                        .inHistory("Merged into another case", reason)))
                .chain(() ->
                        changed(
                                session,
                                into,
                                acting.actor(),
                                false,
                                Deed.of("case-merged", into, "")
                                        .inHistory("Another case was merged into this one", null)))
                .replaceWithVoid();
    }

    /// Ends a case whose time to be kept is over: gone like a deleted one, and its words with it.
    ///
    /// Within a transaction of the platform only.
    public Uni<Void> dispose(Mutiny.StatelessSession session, UUID id, String rule) {
        return changed(
                        session,
                        id,
                        Actor.PLATFORM,
                        false,
                        Deed.of("case-disposed", id, rule).announcedAs("case-changed"))
                .chain(() ->
                        session.createNativeQuery(
                                        "select case_dispose(cast(?1 as uuid))", String.class)
                                .setParameter(1, id.toString())
                                .getSingleResult())
                .replaceWithVoid();
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
