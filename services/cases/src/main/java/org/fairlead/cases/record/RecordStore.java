package org.fairlead.cases.record;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.notification.NotificationKind;
import org.fairlead.cases.notification.NotificationStore;
import org.fairlead.cases.notification.Telling;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.People;
import org.fairlead.cases.request.Person;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Notes and facts of cases.
@ApplicationScoped
public class RecordStore {

    private final Clock clock;
    private final CaseStore cases;
    private final NotificationStore notifications;

    @Inject
    RecordStore(Clock clock, CaseStore cases, NotificationStore notifications) {
        this.clock = clock;
        this.cases = cases;
        this.notifications = notifications;
    }

    Uni<Note> add(Mutiny.StatelessSession session, CaseRef owner, Actor actor, NewNote wanted) {
        List<Person> mentions = requireNonNull(wanted.mentions());
        return insert(
                        session,
                        owner.team(),
                        owner.id(),
                        actor,
                        requireNonNull(wanted.text()),
                        mentions)
                .call(note -> mention(session, owner, actor, mentions))
                .call(note ->
                        cases.changed(
                                session,
                                owner.id(),
                                actor,
                                false,
                                Deed.of("note-added", note.id(), "").announcedAs("note-added")));
    }

    private Uni<Note> insert(
            Mutiny.StatelessSession session,
            String team,
            UUID caseId,
            Actor actor,
            String text,
            List<Person> mentions) {
        Instant now = clock.instant();
        var row = new NoteEntity();
        row.id = TimeOrderedId.at(now);
        row.team = team;
        row.caseId = caseId;
        row.text = text;
        row.author = actor.name();
        row.at = now;
        row.mentions = People.write(mentions);
        return session.insert(row).replaceWith(row::note);
    }

    /// Nobody learns here whether the person may see the case: the row is there either way.
    private Uni<Void> mention(
            Mutiny.StatelessSession session, CaseRef owner, Actor actor, List<Person> people) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Person person : people) {
            all =
                    all.chain(() ->
                            notifications.tell(
                                    session,
                                    new Telling(
                                            owner.team(),
                                            person.requiredSubject(),
                                            NotificationKind.MENTIONED,
                                            owner.id(),
                                            null,
                                            "You were mentioned in case %s."
                                                    .formatted(owner.number()),
                                            actor.name())));
        }
        return all;
    }

    Uni<Fact> add(Mutiny.StatelessSession session, CaseRef owner, Actor actor, NewFact wanted) {
        Instant now = clock.instant();
        var row = new FactEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.fromAt = requireNonNull(wanted.at());
        row.toAt = wanted.to();
        row.precision = requireNonNull(wanted.precision());
        row.title = requireNonNull(wanted.title());
        row.detail = wanted.detail();
        row.source = requireNonNull(wanted.source());
        row.latitude = wanted.latitudeDegrees();
        row.longitude = wanted.longitudeDegrees();
        row.addedBy = actor.name();
        row.addedAt = now;
        return session.insert(row)
                .chain(() ->
                        cases.changed(
                                session,
                                owner.id(),
                                actor,
                                false,
                                Deed.of("fact-added", row.id, row.title).announcedAs("fact-added")))
                .replaceWith(row::fact);
    }

    /// Oldest first.
    Uni<Page<Note>> page(
            Mutiny.StatelessSession session,
            UUID caseId,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("case", caseId);
        String after = "";
        if (since != null) {
            after = " and n.at >= :since";
            parameters.put("since", since);
        }
        if (cursor != null) {
            after += " and (n.at > :at or n.at = :at and n.id > :id)";
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        var query =
                session.createSelectionQuery(
                        "from NoteEntity n where n.caseId = :case" + after + " order by n.at, n.id",
                        NoteEntity.class);
        return Bindings.bind(query, parameters)
                .setMaxResults(limit + 1)
                .getResultList()
                .map(rows ->
                        Cursor.page(
                                rows.stream().map(NoteEntity::note).toList(),
                                limit,
                                last -> new Cursor(last.at().toString(), last.id().toString())));
    }

    public Uni<List<Note>> notes(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from NoteEntity n where n.caseId = :case order by n.at, n.id",
                        NoteEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(NoteEntity::note).toList());
    }

    public Uni<List<Fact>> facts(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from FactEntity f where f.caseId = :case order by f.fromAt, f.id",
                        FactEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(FactEntity::fact).toList());
    }
}
