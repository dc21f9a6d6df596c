package org.fairlead.cases.retention;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.evidence.DisposalStore;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.task.NewTask;
import org.fairlead.cases.task.TaskStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// The rules of teams, and what is due by them.
@ApplicationScoped
public class RetentionStore {

    private static final int MOST_AT_ONCE = 100;
    private static final String RULE = "its time to be kept is over, by the team's rule";

    /// How long the answer to a request is kept under its `Idempotency-Key`.
    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    private final Clock clock;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final TaskStore tasks;
    private final DisposalStore evidence;

    @Inject
    RetentionStore(
            Clock clock,
            TeamTransactions transactions,
            CaseStore cases,
            TaskStore tasks,
            DisposalStore evidence) {
        this.clock = clock;
        this.transactions = transactions;
        this.cases = cases;
        this.tasks = tasks;
        this.evidence = evidence;
    }

    Uni<List<RetentionRule>> rules(Mutiny.StatelessSession session, String team) {
        return session.createNativeQuery(
                        "select outcome, keep_days, mode from retention_rule where team = ?1 order by outcome",
                        Tuple.class)
                .setParameter(1, team)
                .getResultList()
                .map(rows -> rows.stream().map(RetentionStore::rule).toList());
    }

    private static RetentionRule rule(Tuple row) {
        String outcome = row.get(0, String.class);
        return new RetentionRule(
                outcome.isEmpty()
                        ? null
                        : java.util.Arrays.stream(Outcome.values())
                                .filter(one -> one.slug().equals(outcome))
                                .findFirst()
                                .orElse(null),
                row.get(1, Integer.class),
                RetentionRule.Mode.valueOf(row.get(2, String.class)));
    }

    /// All rules anew; they hold for the cases closed before, too.
    Uni<List<RetentionRule>> put(
            Mutiny.StatelessSession session, Acting acting, List<RetentionRule> rules) {
        Uni<Void> all =
                session.createNativeQuery("delete from retention_rule where team = ?1")
                        .setParameter(1, acting.team())
                        .executeUpdate()
                        .replaceWithVoid();
        for (RetentionRule rule : rules) {
            all = all.chain(() -> insert(session, acting.team(), rule));
        }
        return all.chain(() ->
                        session.createNativeQuery("select retention_apply()", Integer.class)
                                .getSingleResult())
                .chain(() -> rules(session, acting.team()));
    }

    private static Uni<Void> insert(
            Mutiny.StatelessSession session, String team, RetentionRule rule) {
        Outcome outcome = rule.outcome();
        return session.createNativeQuery(
                        "insert into retention_rule (team, outcome, keep_days, mode) values (?1, ?2, ?3, ?4)")
                .setParameter(1, team)
                .setParameter(2, outcome == null ? "" : outcome.slug())
                .setParameter(3, requireNonNull(rule.keepDays()))
                .setParameter(4, requireNonNull(rule.mode()).name())
                .executeUpdate()
                .replaceWithVoid();
    }

    /// A case whose time is over and that nothing holds.
    private record Due(UUID id, String team, RetentionRule.Mode mode) {}

    /// Proposes or executes what is due now. Each case in a transaction of its own: one that cannot
    /// be ended keeps no other.
    ///
    /// @return how many
    public Uni<Integer> sweep() {
        return transactions
                .ofPlatform(this::due)
                .chain(due -> {
                    Uni<Integer> all = Uni.createFrom().item(0);
                    for (Due one : due) {
                        all =
                                all.chain(done ->
                                        transactions
                                                .ofPlatform(session -> settle(session, one))
                                                .map(settled -> done + 1));
                    }
                    return all;
                })
                .call(evidence::sweep)
                .call(this::forgetAnswers);
    }

    private Uni<Integer> forgetAnswers() {
        return transactions.ofPlatform(session ->
                session.createNativeQuery("delete from answered where at < ?1")
                        .setParameter(
                                1,
                                clock.instant()
                                        .minus(ANSWERS_KEPT)
                                        .atOffset(java.time.ZoneOffset.UTC))
                        .executeUpdate());
    }

    private Uni<List<Due>> due(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select cast(c.id as text), c.team, r.mode from case_file c"
                                + " cross join lateral (select x.mode from retention_rule x"
                                + " where x.team = c.team"
                                + " and x.outcome in (replace(lower(c.outcome), '_', '-'), '')"
                                + " order by x.outcome desc limit 1) r"
                                + " where c.retain_until <= ?1 and c.state = 'CLOSED'"
                                + " and c.hold_reason is null and c.deleted_at is null"
                                + " and (r.mode = 'DISPOSE' or c.disposal_proposed_at is null)"
                                + " order by c.retain_until limit ?2",
                        Tuple.class)
                .setParameter(1, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .setParameter(2, MOST_AT_ONCE)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new Due(
                                                UUID.fromString(row.get(0, String.class)),
                                                row.get(1, String.class),
                                                RetentionRule.Mode.valueOf(
                                                        row.get(2, String.class))))
                                .toList());
    }

    private Uni<Void> settle(Mutiny.StatelessSession session, Due due) {
        return switch (due.mode()) {
            case DISPOSE ->
                    evidence.note(session, due.team(), due.id(), RULE)
                            .chain(() -> cases.dispose(session, due.id(), RULE));
            case PROPOSE ->
                    session.createNativeQuery(
                                    "update case_file set disposal_proposed_at = ?2 where id = cast(?1 as uuid)")
                            .setParameter(1, due.id().toString())
                            .setParameter(2, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                            .executeUpdate()
                            .chain(() ->
                                    tasks.openOnce(
                                            session,
                                            due.team(),
                                            due.id(),
                                            Actor.PLATFORM,
                                            NewTask.of(
                                                    "Decide whether this case is still needed",
                                                    "Its time to be kept is over. Delete it, or put a legal hold on it with the reason."),
                                            "retention"))
                            .replaceWithVoid();
        };
    }
}
