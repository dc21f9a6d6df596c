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
import org.jspecify.annotations.Nullable;

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
        return session.insert(row).call(() -> tellOthers(session, row)).replaceWith(row::subject);
    }

    /// Two teams on one hull: whoever leads the other case hears of it, where both cases allow
    /// that.
    private static Uni<Void> tellOthers(Mutiny.StatelessSession session, SubjectEntity row) {
        String hulls = hulls(List.of(row.subject()));
        return hulls.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(
                                "select tell_of_hull(cast(?1 as uuid), string_to_array(?2, ','), ?3)",
                                Integer.class)
                        .setParameter(1, row.caseId.toString())
                        .setParameter(2, hulls)
                        .setParameter(
                                3,
                                "Another team works on a hull of this case too: %s."
                                        .formatted(
                                                row.mmsi == null
                                                        ? "IMO " + row.imo
                                                        : "MMSI " + row.mmsi))
                        .getSingleResult()
                        .replaceWithVoid();
    }

    private static String hulls(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> java.util.stream.Stream.of(subject.mmsi(), subject.imo()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .collect(java.util.stream.Collectors.joining(","));
    }

    /// Another team on a hull of this case, as far as it lets others know.
    public record Elsewhere(String team, @Nullable String contact) {}

    Uni<List<Elsewhere>> elsewhere(Mutiny.StatelessSession session, UUID caseId) {
        return of(session, caseId)
                .chain(subjects ->
                        session.createNativeQuery(
                                        "select team, contact from hull_elsewhere(string_to_array(?1, ','))",
                                        jakarta.persistence.Tuple.class)
                                .setParameter(1, hulls(subjects))
                                .getResultList())
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new Elsewhere(
                                                row.get(0, String.class), row.get(1, String.class)))
                                .toList());
    }

    /// A vessel of one case in another one that the caller sees too.
    public record AlsoIn(@Nullable String mmsi, @Nullable String imo, CaseName other) {}

    private static final int MOST_ELSEWHERE = 500;

    /// Where else these vessels are, newest case first. Cases that the caller does not see are not
    /// there, and nothing is counted.
    public Uni<List<AlsoIn>> alsoIn(
            Mutiny.StatelessSession session, UUID caseId, List<Subject> subjects) {
        return session.createNativeQuery(
                        "select distinct s.mmsi, s.imo, cast(c.id as text), c.number, c.title, c.opened_at"
                                + " from subject s join case_file c on c.id = s.case_id"
                                + " where c.id <> cast(?1 as uuid) and (s.mmsi = any (string_to_array(?2, ','))"
                                + " or s.imo = any (string_to_array(?2, ',')))"
                                + " order by c.opened_at desc, 3, 1, 2 limit ?3",
                        jakarta.persistence.Tuple.class)
                .setParameter(1, caseId.toString())
                .setParameter(2, hulls(subjects))
                .setParameter(3, MOST_ELSEWHERE)
                .getResultList()
                .map(rows -> rows.stream().map(SubjectStore::alsoIn).toList());
    }

    private static AlsoIn alsoIn(jakarta.persistence.Tuple row) {
        return new AlsoIn(
                row.get(0, String.class),
                row.get(1, String.class),
                new CaseName(
                        UUID.fromString(row.get(2, String.class)),
                        row.get(3, String.class),
                        row.get(4, String.class)));
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
