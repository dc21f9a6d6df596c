package org.fairlead.cases.lead;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.announce.Announcements;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.casefile.NewCase;
import org.fairlead.cases.casefile.NewSubject;
import org.fairlead.cases.casefile.Subject;
import org.fairlead.cases.casefile.SubjectStore;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.notification.NotificationKind;
import org.fairlead.cases.notification.NotificationStore;
import org.fairlead.cases.notification.Telling;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.Person;
import org.fairlead.cases.watch.WatchStore;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people decide about leads.
@ApplicationScoped
public class LeadStore {

    private final Clock clock;
    private final Urgency urgency;
    private final LeadReadStore reads;
    private final CaseStore cases;
    private final SubjectStore subjects;
    private final AuditStore audit;
    private final Announcements announcements;
    private final NotificationStore notifications;
    private final WatchStore watches;

    @Inject
    LeadStore(
            Clock clock,
            LeadConfig config,
            LeadReadStore reads,
            CaseStore cases,
            SubjectStore subjects,
            AuditStore audit,
            Announcements announcements,
            NotificationStore notifications,
            WatchStore watches) {
        this.notifications = notifications;
        this.watches = watches;
        this.clock = clock;
        this.urgency = new Urgency(config);
        this.reads = reads;
        this.cases = cases;
        this.subjects = subjects;
        this.audit = audit;
        this.announcements = announcements;
    }

    /// @param isNew false where the team had that very lead undecided already
    record Raised(Lead lead, boolean isNew) {}

    /// The same thing said twice of one vessel is one lead, as long as it is undecided: what the
    /// second adds to the first's reasons is kept there.
    Uni<Raised> raise(Mutiny.StatelessSession session, Acting acting, NewLead wanted) {
        String likeness = wanted.likeness();
        if (likeness == null) {
            return raise(session, acting, wanted, null);
        }
        return undecidedLike(session, acting.team(), likeness)
                .chain(like ->
                        like.isEmpty()
                                ? raise(session, acting, wanted, likeness)
                                : added(session, acting, like.get(), wanted)
                                        .map(lead -> new Raised(lead, false)));
    }

    /// One of two who raise it at the same time waits for the other.
    private static Uni<Optional<LeadEntity>> undecidedLike(
            Mutiny.StatelessSession session, String team, String likeness) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 1)) as text)",
                        String.class)
                .setParameter(1, team + "\n" + likeness)
                .getSingleResult()
                .chain(() ->
                        session.createSelectionQuery(
                                        "from LeadEntity l where l.team = :team and l.likeness = :likeness"
                                                + " and l.state in (NEW, SNOOZED) order by l.raisedAt",
                                        LeadEntity.class)
                                .setParameter("team", team)
                                .setParameter("likeness", likeness)
                                .setMaxResults(1)
                                .getResultList())
                .map(rows -> rows.stream().findFirst());
    }

    private Uni<Lead> added(
            Mutiny.StatelessSession session, Acting acting, LeadEntity like, NewLead wanted) {
        return LeadReadStore.row(session, acting, like.id, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> {
                    var reasons = new LinkedHashSet<>(Reasons.read(row.why));
                    boolean isMore = reasons.addAll(requireNonNull(wanted.why()));
                    if (!isMore || reasons.size() > NewLead.MOST_REASONS) {
                        return reads.view(session, row);
                    }
                    row.why = Reasons.write(List.copyOf(reasons));
                    return decided(session, acting, row, "lead-changed", "raised again");
                });
    }

    private Uni<Raised> raise(
            Mutiny.StatelessSession session,
            Acting acting,
            NewLead wanted,
            @Nullable String likeness) {
        Instant now = clock.instant();
        var row = new LeadEntity();
        row.id = TimeOrderedId.at(now);
        row.team = acting.team();
        row.version = 1;
        row.state = LeadState.NEW;
        row.kind = LeadKind.MANUAL;
        row.headline = requireNonNull(wanted.title());
        row.why = Reasons.write(requireNonNull(wanted.why()));
        LeadVessel vessel = wanted.vessel();
        if (vessel != null) {
            row.mmsi = vessel.mmsi();
            row.imo = vessel.imo();
            row.vesselName = vessel.name();
        }
        row.occurredFrom = wanted.occurredFrom();
        row.occurredTo = wanted.occurredTo();
        row.latitude = wanted.latitudeDegrees();
        row.longitude = wanted.longitudeDegrees();
        row.sourceId = row.id.toString();
        row.likeness = likeness;
        row.sourceVersion = 1;
        row.synthetic = Boolean.TRUE.equals(wanted.synthetic());
        Priority priority = requireNonNull(wanted.priority());
        row.priority = priority;
        row.dueAt = urgency.dueAt(priority, now);
        row.raisedAt = now;
        row.changedAt = now;
        return session.insert(row)
                .chain(() -> told(session, acting, row, "lead-raised", row.headline))
                .chain(() -> watches.tell(session, row.sighted(Reasons.read(row.why))))
                .chain(() -> reads.view(session, row))
                .map(lead -> new Raised(lead, true));
    }

    Uni<Lead> dismiss(Mutiny.StatelessSession session, Acting acting, UUID id, String reason) {
        return undecided(session, acting, id)
                .invoke(row -> {
                    row.state = LeadState.DISMISSED;
                    row.dismissedReason = reason;
                    row.snoozedUntil = null;
                })
                .chain(row -> decided(session, acting, row, "lead-dismissed", reason));
    }

    Uni<Lead> snooze(Mutiny.StatelessSession session, Acting acting, UUID id, Instant until) {
        if (!until.isAfter(clock.instant())) {
            throw ProblemException.invalid("/until", "expected a time to come, was " + until);
        }
        return undecided(session, acting, id)
                .invoke(row -> {
                    row.state = LeadState.SNOOZED;
                    row.snoozedUntil = until;
                })
                .chain(row -> decided(session, acting, row, "lead-snoozed", "until " + until));
    }

    /// Takes a dismissal or a pause back.
    Uni<Lead> reopen(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return LeadReadStore.row(session, acting, id, LockMode.PESSIMISTIC_WRITE)
                .call(row ->
                        mustBeUnattached(
                                session, row, "It is attached to a case: its decision is there."))
                .invoke(row -> {
                    row.state = LeadState.NEW;
                    row.dismissedReason = null;
                    row.isDismissedBySource = false;
                    row.snoozedUntil = null;
                })
                .chain(row -> decided(session, acting, row, "lead-reopened", ""));
    }

    /// A lead can belong to several cases; attaching it twice to one is the same as once.
    Uni<Lead> attach(Mutiny.StatelessSession session, Acting acting, UUID id, UUID caseId) {
        return undismissed(session, acting, id)
                .chain(row ->
                        cases.forChange(session, acting, caseId, Action.CONTRIBUTE)
                                .chain(owner -> attach(session, acting, row, owner)));
    }

    /// Takes a lead out of a case. The vessel it brought stays: other things may rest on it.
    Uni<Lead> detach(Mutiny.StatelessSession session, Acting acting, UUID id, UUID caseId) {
        return LeadReadStore.row(session, acting, id, LockMode.PESSIMISTIC_WRITE)
                .call(row -> cases.forChange(session, acting, caseId, Action.CONTRIBUTE))
                .call(row -> unlink(session, acting, row, caseId))
                .chain(row -> reads.view(session, row));
    }

    private Uni<Void> unlink(
            Mutiny.StatelessSession session, Acting acting, LeadEntity row, UUID caseId) {
        return session.createMutationQuery(
                        "delete from CaseLeadEntity x where x.leadId = :lead and x.caseId = :case")
                .setParameter("lead", row.id)
                .setParameter("case", caseId)
                .executeUpdate()
                .invoke(gone -> {
                    if (gone == 0) {
                        throw refused("It is not in that case.");
                    }
                })
                .chain(() ->
                        cases.changed(
                                session,
                                caseId,
                                acting.actor(),
                                false,
                                Deed.of("lead-detached", row.id, row.title())
                                        .inHistory("Lead taken out: " + row.title(), null)))
                .chain(owner ->
                        announcements.ofLeadInCase(
                                session,
                                "lead-changed",
                                owner.team(),
                                row.id,
                                caseId,
                                row.version));
    }

    Uni<Lead> move(Mutiny.StatelessSession session, Acting acting, UUID id, UUID from, UUID to) {
        if (from.equals(to)) {
            throw ProblemException.invalid("/to", "expected another case than from");
        }
        UUID first = from.compareTo(to) < 0 ? from : to;
        UUID second = first.equals(from) ? to : from;
        return LeadReadStore.row(session, acting, id, LockMode.PESSIMISTIC_WRITE)
                .call(row -> cases.forChange(session, acting, first, Action.CONTRIBUTE))
                .call(row -> cases.forChange(session, acting, second, Action.CONTRIBUTE))
                .call(row -> unlink(session, acting, row, from))
                .chain(row ->
                        cases.find(session, acting, to)
                                .chain(owner -> attach(session, acting, row, owner)));
    }

    Uni<Lead> assign(
            Mutiny.StatelessSession session, Acting acting, UUID id, @Nullable Person person) {
        return undecided(session, acting, id)
                .invoke(row -> {
                    row.assignee = person == null ? null : person.subject();
                    row.assigneeName = person == null ? null : person.name();
                })
                .call(row -> tellAssigned(session, acting, row))
                .chain(row ->
                        decided(
                                session,
                                acting,
                                row,
                                "lead-assigned",
                                person == null ? "to nobody" : "to " + person.name()));
    }

    private Uni<Void> tellAssigned(Mutiny.StatelessSession session, Acting acting, LeadEntity row) {
        String to = row.assignee;
        return to == null || to.equals(acting.caller().subject())
                ? Uni.createFrom().voidItem()
                : notifications.tell(
                        session,
                        new Telling(
                                row.team,
                                to,
                                NotificationKind.LEAD_ASSIGNED,
                                null,
                                row.id,
                                row.title(),
                                acting.caller().username()));
    }

    /// The most pressing lead nobody has goes to the caller. Two who ask at once get two leads:
    /// what one has locked the other passes over.
    Uni<Optional<Lead>> next(Mutiny.StatelessSession session, Acting acting) {
        return session.createNativeQuery(
                        "select cast(l.id as text) from lead l where l.team = ?1 and l.state = 'NEW'"
                                + " and l.assignee is null"
                                + " and not exists (select 1 from case_lead x where x.lead_id = l.id)"
                                + " order by l.due_at, l.id limit 1 for update skip locked",
                        String.class)
                .setParameter(1, acting.team())
                .getResultList()
                .chain(ids ->
                        ids.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : assign(
                                                session,
                                                acting,
                                                UUID.fromString(ids.getFirst()),
                                                new Person(
                                                        acting.caller().subject(),
                                                        acting.caller().username()))
                                        .map(Optional::of));
    }

    /// Into the case that another goes on in.
    public Uni<Void> carry(
            Mutiny.StatelessSession session, Acting acting, UUID id, CaseRef target) {
        return session.get(LeadEntity.class, id, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> attach(session, acting, row, target))
                .replaceWithVoid();
    }

    /// Before the case itself is locked: leads come first, everywhere.
    public Uni<Void> lockOfCase(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from LeadEntity l where l.id in"
                                + " (select x.leadId from CaseLeadEntity x where x.caseId = :case) order by l.id",
                        LeadEntity.class)
                .setParameter("case", caseId)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .replaceWithVoid();
    }

    public Uni<List<UUID>> idsOfCase(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "select x.leadId from CaseLeadEntity x where x.caseId = :case order by x.leadId",
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// A lead opens one case at most: who asks at the same time waits for the lock on the lead and
    /// is told of the case.
    Uni<CaseRef> openCase(
            Mutiny.StatelessSession session, Acting acting, UUID id, @Nullable String title) {
        return undismissed(session, acting, id)
                .call(row -> mustBeInNoCase(session, acting, row))
                .chain(row ->
                        cases.open(
                                        session,
                                        acting,
                                        new NewCase(
                                                title == null ? row.title() : title,
                                                null,
                                                row.priority))
                                .call(owner -> attach(session, acting, row, owner)));
    }

    private Uni<Void> mustBeInNoCase(
            Mutiny.StatelessSession session, Acting acting, LeadEntity row) {
        return LeadReadStore.caseIds(session, List.of(row.id))
                .chain(byLead -> {
                    List<UUID> owners = byLead.getOrDefault(row.id, List.of());
                    return owners.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : cases.find(session, acting, owners.getFirst())
                                    .invoke(owner -> {
                                        throw isIn(owner);
                                    })
                                    .replaceWithVoid();
                });
    }

    private static ProblemException isIn(CaseRef owner) {
        return refused(
                "It is in case %s already. To work on it in another case too, attach it there."
                        .formatted(owner.number()));
    }

    private Uni<Lead> attach(
            Mutiny.StatelessSession session, Acting acting, LeadEntity row, CaseRef owner) {
        return LeadReadStore.caseIds(session, List.of(row.id))
                .chain(byLead ->
                        byLead.getOrDefault(row.id, List.of()).contains(owner.id())
                                ? reads.view(session, row)
                                : attachAnew(session, acting, row, owner));
    }

    private Uni<Lead> attachAnew(
            Mutiny.StatelessSession session, Acting acting, LeadEntity row, CaseRef owner) {
        String title = "Lead attached: " + row.title();
        return session.insert(link(acting, row, owner))
                .chain(() ->
                        row.hasVessel()
                                ? subjects.addVessel(session, owner, acting.actor(), vessel(row))
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem())
                .chain(() ->
                        cases.changed(
                                session,
                                owner.id(),
                                acting.actor(),
                                row.synthetic,
                                Deed.of("lead-attached", row.id, row.title())
                                        .inHistory(title, null)))
                .chain(() ->
                        // Told to whoever sees the case: the lead itself says nothing of it.
                        announcements.ofLeadInCase(
                                session,
                                "lead-changed",
                                owner.team(),
                                row.id,
                                owner.id(),
                                row.version))
                .chain(() -> reads.view(session, row));
    }

    private static NewSubject vessel(LeadEntity row) {
        return new NewSubject(Subject.Kind.VESSEL, row.mmsi, row.imo, row.vesselName);
    }

    private CaseLeadEntity link(Acting acting, LeadEntity row, CaseRef owner) {
        var link = new CaseLeadEntity();
        link.attachedAt = clock.instant();
        link.id = TimeOrderedId.at(link.attachedAt);
        link.team = owner.team();
        link.caseId = owner.id();
        link.leadId = row.id;
        link.attachedBy = acting.caller().username();
        return link;
    }

    private Uni<LeadEntity> undecided(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return LeadReadStore.row(session, acting, id, LockMode.PESSIMISTIC_WRITE)
                .call(row -> mustBeUnattached(session, row, "It is attached to a case."))
                .invoke(row -> {
                    if (row.state == LeadState.DISMISSED) {
                        throw refused("It was dismissed. Reopen it to decide again.");
                    }
                });
    }

    /// To a case this caller sees, that is: of another they are not told, not even by a refusal.
    private static Uni<Void> mustBeUnattached(
            Mutiny.StatelessSession session, LeadEntity row, String refusal) {
        return LeadReadStore.caseIds(session, List.of(row.id))
                .invoke(byLead -> {
                    if (byLead.containsKey(row.id)) {
                        throw refused(refusal);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<LeadEntity> undismissed(
            Mutiny.StatelessSession session, Acting acting, UUID id) {
        return LeadReadStore.row(session, acting, id, LockMode.PESSIMISTIC_WRITE)
                .call(row ->
                        row.state != LeadState.DISMISSED
                                ? Uni.createFrom().voidItem()
                                : LeadReadStore.caseIds(session, List.of(row.id))
                                        .invoke(byLead -> {
                                            if (!byLead.containsKey(row.id)) {
                                                throw refused("It was dismissed. Reopen it first.");
                                            }
                                        }));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CaseProblem.LEAD_DECIDED, detail);
    }

    private Uni<Lead> decided(
            Mutiny.StatelessSession session,
            Acting acting,
            LeadEntity row,
            String action,
            String detail) {
        row.version++;
        row.changedAt = clock.instant();
        return session.update(row)
                .chain(() -> told(session, acting, row, action, detail))
                .chain(() -> reads.view(session, row));
    }

    private Uni<Void> told(
            Mutiny.StatelessSession session,
            Acting acting,
            LeadEntity row,
            String action,
            String detail) {
        String kind = action.equals("lead-raised") ? action : "lead-changed";
        return audit.append(
                        session,
                        row.team,
                        acting.actor(),
                        row.id,
                        action,
                        row.id.toString(),
                        detail)
                .chain(() -> announcements.ofLead(session, kind, row.team, row.id, row.version));
    }
}
