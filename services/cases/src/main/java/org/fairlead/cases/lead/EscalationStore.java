package org.fairlead.cases.lead;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.announce.Announcements;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.inbox.InboxRuleStore;
import org.fairlead.cases.notification.NotificationKind;
import org.fairlead.cases.notification.NotificationStore;
import org.fairlead.cases.notification.Telling;
import org.fairlead.cases.request.Person;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Hands leads whose time is over to whom the team's rule names.
@ApplicationScoped
public class EscalationStore {

    private static final int MOST_AT_ONCE = 200;

    private final Clock clock;
    private final TeamTransactions transactions;
    private final InboxRuleStore rules;
    private final NotificationStore notifications;
    private final AuditStore audit;
    private final Announcements announcements;

    @Inject
    EscalationStore(
            Clock clock,
            TeamTransactions transactions,
            InboxRuleStore rules,
            NotificationStore notifications,
            AuditStore audit,
            Announcements announcements) {
        this.clock = clock;
        this.transactions = transactions;
        this.rules = rules;
        this.notifications = notifications;
        this.audit = audit;
        this.announcements = announcements;
    }

    /// Of teams that escalate; each lead once, until somebody reopens it.
    ///
    /// @return how many
    public Uni<Integer> sweep() {
        return transactions.ofPlatform(session ->
                overdue(session)
                        .chain(rows -> {
                            Uni<Integer> all = Uni.createFrom().item(0);
                            for (LeadEntity row : rows) {
                                all =
                                        all.chain(done ->
                                                rules.of(session, row.team)
                                                        .chain(rule ->
                                                                escalate(
                                                                        session,
                                                                        row,
                                                                        rule.escalateTo()))
                                                        .map(did -> done + 1));
                            }
                            return all;
                        }));
    }

    private Uni<List<LeadEntity>> overdue(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select l.* from lead l where l.state = 'NEW' and l.due_at < ?1"
                                + " and l.escalated_at is null and l.team in"
                                + " (select r.team from inbox_rule r where r.escalate_to is not null)"
                                + " and not exists (select 1 from case_lead x where x.lead_id = l.id)"
                                + " order by l.due_at, l.id limit ?2 for update skip locked",
                        LeadEntity.class)
                .setParameter(1, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .setParameter(2, MOST_AT_ONCE)
                .getResultList();
    }

    private Uni<Void> escalate(
            Mutiny.StatelessSession session, LeadEntity row, @Nullable Person to) {
        row.escalatedAt = clock.instant();
        if (to == null) {
            return session.update(row);
        }
        row.assignee = to.subject();
        row.assigneeName = to.name();
        row.version++;
        row.changedAt = row.escalatedAt;
        return session.update(row)
                .chain(() ->
                        audit.append(
                                session,
                                row.team,
                                Actor.PLATFORM,
                                row.id,
                                "lead-escalated",
                                row.id.toString(),
                                "to " + to.requiredName()))
                .chain(() ->
                        announcements.ofLead(
                                session, "lead-changed", row.team, row.id, row.version))
                .chain(() ->
                        notifications.tell(
                                session,
                                new Telling(
                                        row.team,
                                        to.requiredSubject(),
                                        NotificationKind.LEAD_ESCALATED,
                                        null,
                                        row.id,
                                        row.title(),
                                        "fairlead")));
    }
}
