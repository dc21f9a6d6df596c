package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TimeOrderedId;
import org.hibernate.reactive.mutiny.Mutiny;

/// The subjects of cases.
@ApplicationScoped
public class SubjectStore {

    private final Clock clock;

    @Inject
    SubjectStore(Clock clock) {
        this.clock = clock;
    }

    public Uni<Subject> add(
            Mutiny.StatelessSession session, CaseRef owner, Actor actor, NewSubject wanted) {
        NewSubject checked = wanted.checked();
        Instant now = clock.instant();
        var row = new SubjectEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.kind = java.util.Objects.requireNonNull(checked.kind());
        row.mmsi = checked.mmsi();
        row.imo = checked.imo();
        row.name = checked.name();
        row.addedBy = actor.name();
        row.addedAt = now;
        return session.insert(row).replaceWith(row::subject);
    }

    /// A vessel becomes a subject once, by its MMSI.
    public Uni<Optional<Subject>> addVessel(
            Mutiny.StatelessSession session, CaseRef owner, Actor actor, NewSubject vessel) {
        return of(session, owner.id())
                .chain(present ->
                        present.stream()
                                        .anyMatch(subject ->
                                                java.util.Objects.equals(
                                                        subject.mmsi(), vessel.mmsi()))
                                ? Uni.createFrom().item(Optional.empty())
                                : add(session, owner, actor, vessel).map(Optional::of));
    }

    public Uni<List<Subject>> of(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from SubjectEntity s where s.caseId = :case order by s.addedAt, s.id",
                        SubjectEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(SubjectEntity::subject).toList());
    }
}
