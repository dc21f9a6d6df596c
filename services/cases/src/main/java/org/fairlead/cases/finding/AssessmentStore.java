package org.fairlead.cases.finding;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Assessments of exhibits. One is never changed: the newest holds, the others stay readable.
@ApplicationScoped
public class AssessmentStore {

    private final Clock clock;
    private final CaseStore cases;

    @Inject
    AssessmentStore(Clock clock, CaseStore cases) {
        this.clock = clock;
        this.cases = cases;
    }

    /// Of every exhibit of the case, oldest first.
    public Uni<List<Assessment>> all(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select evidence_id, reliability, credibility, reason, assessed_by,"
                                + " assessed_at from evidence_assessment where case_id = ?1"
                                + " order by assessed_at, id",
                        Object[].class)
                .setParameter(1, caseId)
                .getResultList()
                .map(rows -> rows.stream().map(AssessmentStore::assessment).toList());
    }

    private static Assessment assessment(Object[] row) {
        return new Assessment(
                (UUID) row[0],
                (String) row[1],
                ((Number) row[2]).intValue(),
                (String) row[3],
                (String) row[4],
                instant(row[5]));
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant
                ? instant
                : ((java.time.OffsetDateTime) value).toInstant();
    }

    Uni<Assessment> assess(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            UUID evidenceId,
            NewAssessment wanted) {
        Instant now = clock.instant();
        var made =
                new Assessment(
                        evidenceId,
                        requireNonNull(wanted.reliability()),
                        requireNonNull(wanted.credibility()),
                        requireNonNull(wanted.reason()),
                        acting.caller().username(),
                        now);
        return session.createSelectionQuery(
                        "select count(e) from EvidenceEntity e where e.id = :id and e.caseId = :case",
                        Long.class)
                .setParameter("id", evidenceId)
                .setParameter("case", owner.id())
                .getSingleResult()
                .invoke(count -> {
                    if (count == 0) {
                        throw ProblemException.notFound();
                    }
                })
                .chain(() -> insert(session, owner, made, now))
                .chain(() ->
                        cases.changed(
                                session,
                                owner.id(),
                                acting.actor(),
                                false,
                                Deed.of(
                                                "evidence-assessed",
                                                evidenceId,
                                                made.reliability()
                                                        + made.credibility()
                                                        + ": "
                                                        + made.reason())
                                        .announcedAs("evidence-changed")))
                .map(ref -> made);
    }

    private static Uni<Integer> insert(
            Mutiny.StatelessSession session, CaseRef owner, Assessment made, Instant now) {
        return session.createNativeQuery(
                        "insert into evidence_assessment (id, team, case_id, evidence_id, reliability,"
                                + " credibility, reason, assessed_by, assessed_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, TimeOrderedId.at(now))
                .setParameter(2, owner.team())
                .setParameter(3, owner.id())
                .setParameter(4, made.evidenceId())
                .setParameter(5, made.reliability())
                .setParameter(6, made.credibility())
                .setParameter(7, made.reason())
                .setParameter(8, made.assessedBy())
                .setParameter(9, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
