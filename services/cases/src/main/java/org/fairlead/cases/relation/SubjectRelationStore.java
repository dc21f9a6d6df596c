package org.fairlead.cases.relation;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Relations between the subjects of a case.
@ApplicationScoped
public class SubjectRelationStore {

    private final Clock clock;
    private final CaseStore cases;

    @Inject
    SubjectRelationStore(Clock clock, CaseStore cases) {
        this.clock = clock;
        this.cases = cases;
    }

    /// In the order they were written down.
    public Uni<List<SubjectRelation>> of(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from SubjectRelationEntity r where r.caseId = :case order by r.addedAt, r.id",
                        SubjectRelationEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(SubjectRelationEntity::relation).toList());
    }

    Uni<SubjectRelation> add(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            NewSubjectRelation wanted) {
        Instant now = clock.instant();
        var row = new SubjectRelationEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.sourceId = requireNonNull(wanted.source());
        row.targetId = requireNonNull(wanted.target());
        row.kind = requireNonNull(wanted.kind());
        row.fromDay = wanted.from();
        row.toDay = wanted.to();
        row.evidenceId = wanted.evidenceId();
        row.note = wanted.note();
        row.addedBy = acting.caller().username();
        row.addedAt = now;
        return mustBeInTheCase(session, "SubjectEntity", "/source", row.sourceId, owner)
                .chain(() ->
                        mustBeInTheCase(session, "SubjectEntity", "/target", row.targetId, owner))
                .chain(() -> {
                    UUID exhibit = row.evidenceId;
                    return exhibit == null
                            ? Uni.createFrom().voidItem()
                            : mustBeInTheCase(
                                    session, "EvidenceEntity", "/evidenceId", exhibit, owner);
                })
                .chain(() -> session.insert(row))
                .chain(() ->
                        cases.changed(
                                session,
                                owner.id(),
                                acting.actor(),
                                false,
                                Deed.of("relation-added", row.id, row.kind.slug())))
                .map(ref -> row.relation());
    }

    private static Uni<Void> mustBeInTheCase(
            Mutiny.StatelessSession session, String what, String pointer, UUID id, CaseRef owner) {
        return session.createSelectionQuery(
                        "select count(x) from " + what + " x where x.id = :id and x.caseId = :case",
                        Long.class)
                .setParameter("id", id)
                .setParameter("case", owner.id())
                .getSingleResult()
                .invoke(found -> {
                    if (found == 0) {
                        throw ProblemException.invalid(pointer, "nothing of this case has that id");
                    }
                })
                .replaceWithVoid();
    }

    /// What was written down stays in the audit.
    Uni<Void> remove(Mutiny.StatelessSession session, Acting acting, UUID id, UUID relationId) {
        return cases.forChange(session, acting, id, Action.CONTRIBUTE)
                .chain(owner -> session.get(SubjectRelationEntity.class, relationId))
                .invoke(row -> {
                    if (row == null || !row.caseId.equals(id)) {
                        throw ProblemException.notFound();
                    }
                })
                .call(session::delete)
                .chain(row ->
                        cases.changed(
                                session,
                                id,
                                acting.actor(),
                                false,
                                Deed.of(
                                        "relation-removed",
                                        relationId,
                                        "%s %s %s"
                                                .formatted(
                                                        row.sourceId,
                                                        row.kind.slug(),
                                                        row.targetId))))
                .replaceWithVoid();
    }
}
