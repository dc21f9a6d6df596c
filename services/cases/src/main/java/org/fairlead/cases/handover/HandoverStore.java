package org.fairlead.cases.handover;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.notification.NotificationKind;
import org.fairlead.cases.notification.NotificationStore;
import org.fairlead.cases.notification.Telling;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Person;
import org.fairlead.cases.request.RepeatableRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/// Hands cases over. An orphan is a case that nobody leads by a grant that holds; one with a lead
/// stays as it is, and its leads hear that somebody tried.
@ApplicationScoped
class HandoverStore {

    private final Clock clock;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final NotificationStore notifications;
    private final AnsweredStore answered;

    @Inject
    HandoverStore(
            Clock clock,
            TeamTransactions transactions,
            CaseStore cases,
            NotificationStore notifications,
            AnsweredStore answered) {
        this.clock = clock;
        this.transactions = transactions;
        this.cases = cases;
        this.notifications = notifications;
        this.answered = answered;
    }

    private record Found(UUID id, String team) {}

    /// @param answer what is said of it, kept under the key of the request
    Uni<Answer> handOver(
            Actor actor,
            RepeatableRequest request,
            String number,
            Person to,
            String reason,
            Function<Handover, Answer> answer) {
        return transactions.ofPlatform(session ->
                answered.onceOfPlatform(
                        session,
                        actor,
                        request,
                        () -> handOver(session, actor, number, to, reason).map(answer)));
    }

    private Uni<Handover> handOver(
            Mutiny.StatelessSession session, Actor actor, String number, Person to, String reason) {
        Instant now = clock.instant();
        UUID id = TimeOrderedId.at(now);
        var kept = new Handover(id, number, to, reason, actor.name(), now);
        return find(session, number)
                .call(found -> keep(session, kept, actor, found))
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : leads(session, found.get().id(), now)
                                        .chain(leads ->
                                                settle(session, actor, found.get(), leads, kept)))
                .replaceWith(kept);
    }

    private static Uni<Optional<Found>> find(Mutiny.StatelessSession session, String number) {
        return session.createNativeQuery(
                        "select cast(id as text), team from case_file where number = ?1 and deleted_at is null",
                        Tuple.class)
                .setParameter(1, number)
                .getResultList()
                .map(rows ->
                        rows.size() != 1
                                ? Optional.empty()
                                : Optional.of(
                                        new Found(
                                                UUID.fromString(
                                                        rows.getFirst().get(0, String.class)),
                                                rows.getFirst().get(1, String.class))));
    }

    /// Subjects of the people who lead the case by a grant that holds and are not shut out of it.
    private static Uni<List<String>> leads(
            Mutiny.StatelessSession session, UUID caseId, Instant now) {
        return session.createNativeQuery(
                        "select g.grantee from case_grant g where g.case_id = cast(?1 as uuid)"
                                + " and g.grantee_kind = 'PERSON' and g.role = 'LEAD' and g.revoked_at is null"
                                + " and (g.expires_at is null or g.expires_at > ?2)"
                                + " and not exists (select 1 from case_exclusion e where e.case_id = g.case_id"
                                + " and e.subject = g.grantee and e.lifted_at is null)",
                        String.class)
                .setParameter(1, caseId.toString())
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    private Uni<Void> settle(
            Mutiny.StatelessSession session,
            Actor actor,
            Found found,
            List<String> leads,
            Handover wanted) {
        if (leads.isEmpty()) {
            return give(session, actor, found, wanted);
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String lead : leads) {
            all =
                    all.chain(() ->
                            tell(
                                    session,
                                    found,
                                    lead,
                                    actor,
                                    "Somebody asked to hand this case over to %s. You lead it, so nothing happened."
                                            .formatted(wanted.to().requiredName())));
        }
        return all;
    }

    private Uni<Void> give(
            Mutiny.StatelessSession session, Actor actor, Found found, Handover wanted) {
        Person to = wanted.to();
        return session.createNativeQuery(
                        "insert into case_grant (id, team, case_id, grantee_kind, grantee, grantee_name,"
                                + " role, reason, granted_by, granted_at)"
                                + " values (cast(?1 as uuid), ?2, cast(?3 as uuid), 'PERSON', ?4, ?5, 'LEAD',"
                                + " ?6, ?7, ?8) on conflict (case_id, grantee_kind, grantee)"
                                + " where revoked_at is null do update set role = 'LEAD', expires_at = null,"
                                + " reason = excluded.reason, granted_by = excluded.granted_by")
                .setParameter(1, TimeOrderedId.at(wanted.at()).toString())
                .setParameter(2, found.team())
                .setParameter(3, found.id().toString())
                .setParameter(4, to.requiredSubject())
                .setParameter(5, to.requiredName())
                .setParameter(6, wanted.reason())
                .setParameter(7, actor.name())
                .setParameter(8, wanted.at().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(() ->
                        cases.changed(
                                session,
                                found.id(),
                                actor,
                                false,
                                Deed.of(
                                                "case-handed-over",
                                                wanted.id(),
                                                "to %s: %s"
                                                        .formatted(
                                                                to.requiredName(), wanted.reason()))
                                        .inHistory(
                                                "Handed over to " + to.requiredName(),
                                                wanted.reason())))
                .chain(() ->
                        tell(
                                session,
                                found,
                                to.requiredSubject(),
                                actor,
                                "You lead this case now: it had nobody."));
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session,
            Found found,
            String subject,
            Actor actor,
            String text) {
        return notifications.tell(
                session,
                new Telling(
                        found.team(),
                        subject,
                        NotificationKind.HANDED_OVER,
                        found.id(),
                        null,
                        text,
                        actor.name()));
    }

    private static Uni<Void> keep(
            Mutiny.StatelessSession session, Handover kept, Actor actor, Optional<Found> found) {
        return session.createNativeQuery(
                        "insert into handover (id, team, case_id, asked_for, to_subject, to_name, reason,"
                                + " by_subject, by_name, at) values (cast(?1 as uuid), ?2, cast(?3 as uuid),"
                                + " ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
                .setParameter(1, kept.id().toString())
                .setParameter(2, found.map(Found::team).orElse(""))
                .setParameter(3, found.map(one -> one.id().toString()).orElse(null))
                .setParameter(4, kept.number())
                .setParameter(5, kept.to().requiredSubject())
                .setParameter(6, kept.to().requiredName())
                .setParameter(7, kept.reason())
                .setParameter(8, actor.subject())
                .setParameter(9, actor.name())
                .setParameter(10, kept.at().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /// The last two hundred, newest first.
    Uni<List<Handover>> all() {
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "select cast(id as text), asked_for, to_subject, to_name, reason, by_name,"
                                        + " to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                                        + " from handover order by at desc, id desc",
                                Tuple.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(HandoverStore::handover).toList()));
    }

    private static Handover handover(Tuple row) {
        return new Handover(
                UUID.fromString(row.get(0, String.class)),
                row.get(1, String.class),
                new Person(row.get(2, String.class), row.get(3, String.class)),
                row.get(4, String.class),
                row.get(5, String.class),
                Instant.parse(row.get(6, String.class)));
    }
}
