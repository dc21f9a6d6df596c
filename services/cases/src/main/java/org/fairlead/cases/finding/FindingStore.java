package org.fairlead.cases.finding;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.StaleRecord;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Findings: written by some, decided by somebody else.
@ApplicationScoped
public class FindingStore {

    private final Clock clock;
    private final CaseStore cases;

    @Inject
    FindingStore(Clock clock, CaseStore cases) {
        this.clock = clock;
        this.cases = cases;
    }

    /// All of a case, in the order they were begun.
    public Uni<List<Finding>> all(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from FindingEntity f where f.caseId = :case order by f.createdAt, f.id",
                        FindingEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .chain(rows ->
                        links(session, caseId)
                                .map(links ->
                                        rows.stream()
                                                .map(row ->
                                                        row.finding(
                                                                links.getOrDefault(
                                                                        row.id, List.of())))
                                                .toList()));
    }

    Uni<Finding> one(Mutiny.StatelessSession session, UUID caseId, UUID id) {
        return row(session, caseId, id, LockMode.NONE).chain(row -> view(session, row));
    }

    private static Uni<FindingEntity> row(
            Mutiny.StatelessSession session, UUID caseId, UUID id, LockMode lock) {
        return session.get(FindingEntity.class, id, lock)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.caseId.equals(caseId)) {
                        throw ProblemException.notFound();
                    }
                    return row;
                });
    }

    private static Uni<Finding> view(Mutiny.StatelessSession session, FindingEntity row) {
        return links(session, row.caseId)
                .map(links -> row.finding(links.getOrDefault(row.id, List.of())));
    }

    private static Uni<Map<UUID, List<Link>>> links(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select finding_id, evidence_id, stance, note from finding_evidence"
                                + " where case_id = ?1 order by finding_id, evidence_id",
                        Object[].class)
                .setParameter(1, caseId)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                row -> (UUID) row[0],
                                                TreeMap::new,
                                                Collectors.mapping(
                                                        FindingStore::link, Collectors.toList()))));
    }

    private static Link link(Object[] row) {
        return new Link((UUID) row[1], Stance.valueOf((String) row[2]), (@Nullable String) row[3]);
    }

    Uni<Finding> begin(
            Mutiny.StatelessSession session, Acting acting, CaseRef owner, NewFinding wanted) {
        Instant now = clock.instant();
        var row = new FindingEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.version = 1;
        row.state = FindingState.DRAFT;
        row.author = acting.caller().username();
        row.authorSubject = acting.caller().subject();
        row.writers = new String[0];
        row.createdAt = now;
        row.changedAt = now;
        row.write(wanted, acting.caller().subject());
        return mustBeOfTheCase(session, owner.id(), wanted)
                .chain(() -> session.insert(row))
                .chain(() -> insertLinks(session, row, wanted))
                .chain(() -> told(session, acting, row, "finding-begun", "Finding begun"))
                .chain(() -> view(session, row));
    }

    Uni<Finding> rewrite(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID caseId,
            UUID id,
            String expected,
            NewFinding wanted) {
        return fresh(session, caseId, id, expected)
                .invoke(row -> {
                    if (!row.state.isWritable()) {
                        throw refused(
                                "It is %s: its words do not change. %s"
                                        .formatted(
                                                row.state.slug(),
                                                row.state == FindingState.PROPOSED
                                                        ? "Take it back to draft first."
                                                        : "Withdraw it and write another."));
                    }
                })
                .call(() -> mustBeOfTheCase(session, caseId, wanted))
                .invoke(row -> {
                    row.write(wanted, acting.caller().subject());
                    row.state = FindingState.DRAFT;
                    row.forgetReview();
                })
                .call(row ->
                        session.createNativeQuery(
                                        "delete from finding_evidence where finding_id = ?1")
                                .setParameter(1, id)
                                .executeUpdate())
                .call(row -> insertLinks(session, row, wanted))
                .chain(row -> changed(session, acting, row, "finding-changed", null));
    }

    private static Uni<Void> insertLinks(
            Mutiny.StatelessSession session, FindingEntity row, NewFinding wanted) {
        return Multi.createFrom()
                .iterable(requireNonNull(wanted.evidence()))
                .onItem()
                .transformToUniAndConcatenate(link ->
                        session.createNativeQuery(
                                        "insert into finding_evidence (finding_id, evidence_id, team,"
                                                + " case_id, stance, note) values (?1, ?2, ?3, ?4, ?5, ?6)")
                                .setParameter(1, row.id)
                                .setParameter(2, link.evidenceId())
                                .setParameter(3, row.team)
                                .setParameter(4, row.caseId)
                                .setParameter(5, requireNonNull(link.stance()).name())
                                .setParameter(6, link.note())
                                .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /// A finding rests on exhibits of its own case and answers a question of it.
    private static Uni<Void> mustBeOfTheCase(
            Mutiny.StatelessSession session, UUID caseId, NewFinding wanted) {
        return session.createSelectionQuery(
                        "select e.id from EvidenceEntity e where e.caseId = :case", UUID.class)
                .setParameter("case", caseId)
                .getResultList()
                .invoke(held -> {
                    List<Link> links = requireNonNull(wanted.evidence());
                    for (int i = 0; i < links.size(); i++) {
                        if (!held.contains(links.get(i).evidenceId())) {
                            throw ProblemException.invalid(
                                    "/evidence/%d/evidenceId".formatted(i),
                                    "no evidence of this case has that id");
                        }
                    }
                })
                .chain(() -> mustBeAsked(session, caseId, wanted.questionId()));
    }

    private static Uni<Void> mustBeAsked(
            Mutiny.StatelessSession session, UUID caseId, @Nullable UUID questionId) {
        return questionId == null
                ? Uni.createFrom().voidItem()
                : session.get(QuestionEntity.class, questionId)
                        .invoke(row -> {
                            if (row == null || !row.caseId.equals(caseId)) {
                                throw ProblemException.invalid(
                                        "/questionId", "no question of this case has that id");
                            }
                        })
                        .replaceWithVoid();
    }

    /// Proposes, takes back to draft, accepts, rejects or withdraws.
    ///
    /// @param reason needed for what a second person decides and for a withdrawal
    Uni<Finding> move(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID caseId,
            UUID id,
            String expected,
            FindingState to,
            @Nullable String reason) {
        return fresh(session, caseId, id, expected)
                .invoke(row -> {
                    if (!row.state.canBecome(to)) {
                        throw new ProblemException(
                                CaseProblem.TRANSITION_NOT_ALLOWED,
                                "A finding that is %s can become %s."
                                        .formatted(
                                                row.state.slug(),
                                                row.state.next().isEmpty()
                                                        ? "nothing else"
                                                        : row.state.next().stream()
                                                                .map(FindingState::slug)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                " or "))));
                    }
                })
                .call(row -> view(session, row).invoke(view -> mustBeReady(view, to)))
                .invoke(row -> decide(acting, row, to, reason))
                .chain(row -> changed(session, acting, row, "finding-" + to.slug(), reason));
    }

    private static void mustBeReady(Finding view, FindingState to) {
        if (to == FindingState.PROPOSED && !view.missing().isEmpty()) {
            throw new ProblemException(
                    CaseProblem.FINDING_INCOMPLETE,
                    "Before it can be proposed it needs "
                            + String.join("; ", view.missing())
                            + ".");
        }
    }

    private void decide(
            Acting acting, FindingEntity row, FindingState to, @Nullable String reason) {
        if (to == FindingState.ACCEPTED || to == FindingState.REJECTED) {
            String subject = acting.caller().subject();
            if (acting.caller().isMachine() || Arrays.asList(row.writers).contains(subject)) {
                throw new ProblemException(
                        CaseProblem.SECOND_PERSON_NEEDED,
                        "You wrote in this finding. Somebody who did not has to decide.");
            }
            row.reviewer = acting.caller().username();
            row.reviewerSubject = subject;
            row.reviewedAt = clock.instant();
            row.reviewReason = requireNonNull(reason);
        } else if (to == FindingState.DRAFT) {
            row.forgetReview();
        }
        row.state = to;
    }

    private Uni<FindingEntity> fresh(
            Mutiny.StatelessSession session, UUID caseId, UUID id, String expected) {
        return row(session, caseId, id, LockMode.PESSIMISTIC_WRITE)
                .call(row ->
                        EntityTags.matches(expected, row.version)
                                ? Uni.createFrom().voidItem()
                                : view(session, row)
                                        .invoke(current -> {
                                            throw new StaleRecord(
                                                    "the finding", current, current.version());
                                        }));
    }

    private Uni<Finding> changed(
            Mutiny.StatelessSession session,
            Acting acting,
            FindingEntity row,
            String action,
            @Nullable String reason) {
        row.version++;
        row.changedAt = clock.instant();
        String title =
                switch (row.state) {
                    case DRAFT -> "Finding changed";
                    case PROPOSED -> "Finding proposed for review";
                    case ACCEPTED -> "Finding accepted";
                    case REJECTED -> "Finding rejected";
                    case WITHDRAWN -> "Finding withdrawn";
                };
        return session.update(row)
                .chain(() ->
                        told(
                                session,
                                acting,
                                row,
                                action,
                                reason == null ? title : title + ": " + reason))
                .chain(() -> view(session, row));
    }

    private Uni<CaseRef> told(
            Mutiny.StatelessSession session,
            Acting acting,
            FindingEntity row,
            String action,
            String title) {
        return cases.changed(
                session,
                row.caseId,
                acting.actor(),
                false,
                Deed.of(action, row.id, row.statement)
                        .announcedAs("finding-changed")
                        .inHistory(title, row.statement));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CaseProblem.FINDING_DECIDED, detail);
    }

    /// The action that gives the step.
    static Action needed(FindingState to) {
        return to == FindingState.ACCEPTED || to == FindingState.REJECTED
                ? Action.REVIEW
                : Action.CONTRIBUTE;
    }
}
