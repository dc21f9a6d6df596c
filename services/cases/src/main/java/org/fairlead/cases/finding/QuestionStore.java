package org.fairlead.cases.finding;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Questions and hypotheses of cases.
@ApplicationScoped
public class QuestionStore {

    private final Clock clock;
    private final CaseStore cases;

    @Inject
    QuestionStore(Clock clock, CaseStore cases) {
        this.clock = clock;
        this.cases = cases;
    }

    /// In the order they were asked.
    public Uni<List<Question>> all(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from QuestionEntity q where q.caseId = :case order by q.at, q.id",
                        QuestionEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(QuestionEntity::question).toList());
    }

    Uni<Question> ask(
            Mutiny.StatelessSession session, Acting acting, CaseRef owner, NewQuestion wanted) {
        Instant now = clock.instant();
        var row = new QuestionEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.kind = requireNonNull(wanted.kind());
        row.parentId = wanted.parentId();
        row.text = requireNonNull(wanted.text());
        row.state = Question.State.OPEN;
        row.author = acting.caller().username();
        row.at = now;
        row.changedBy = row.author;
        row.changedAt = now;
        return mustBelong(session, owner.id(), wanted)
                .chain(() -> session.insert(row))
                .chain(() -> told(session, acting, row, row.kind.slug() + "-asked"))
                .map(ref -> row.question());
    }

    private static Uni<Void> mustBelong(
            Mutiny.StatelessSession session, UUID caseId, NewQuestion wanted) {
        return wanted.parentId() == null
                ? Uni.createFrom().voidItem()
                : session.get(QuestionEntity.class, wanted.parentId())
                        .invoke(parent -> {
                            if (parent == null
                                    || !parent.caseId.equals(caseId)
                                    || parent.kind != Question.Kind.QUESTION) {
                                throw ProblemException.invalid(
                                        "/parentId", "no question of this case has that id");
                            }
                        })
                        .replaceWithVoid();
    }

    Uni<Question> settle(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID caseId,
            UUID id,
            Question.State to) {
        return session.get(QuestionEntity.class, id)
                .chain(row -> {
                    if (row == null || !row.caseId.equals(caseId)) {
                        throw ProblemException.notFound();
                    }
                    if (!to.fits(row.kind)) {
                        throw ProblemException.invalid(
                                "/state", "a %s is never %s".formatted(row.kind.slug(), to.slug()));
                    }
                    row.state = to;
                    row.changedBy = acting.caller().username();
                    row.changedAt = clock.instant();
                    return session.update(row)
                            .chain(() ->
                                    told(session, acting, row, row.kind.slug() + "-" + to.slug()))
                            .map(ref -> row.question());
                });
    }

    private Uni<CaseRef> told(
            Mutiny.StatelessSession session, Acting acting, QuestionEntity row, String action) {
        return cases.changed(
                session,
                row.caseId,
                acting.actor(),
                false,
                Deed.of(action, row.id, row.text).announcedAs("finding-changed"));
    }
}
