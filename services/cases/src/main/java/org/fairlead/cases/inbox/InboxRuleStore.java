package org.fairlead.cases.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.request.People;
import org.fairlead.cases.request.Person;
import org.hibernate.reactive.mutiny.Mutiny;

/// The rules of teams' inboxes.
@ApplicationScoped
public class InboxRuleStore {

    private final Clock clock;

    @Inject
    InboxRuleStore(Clock clock) {
        this.clock = clock;
    }

    public Uni<InboxRule> of(Mutiny.StatelessSession session, String team) {
        return session.createNativeQuery(
                        "select assignment, people, escalate_to from inbox_rule where team = ?1",
                        Tuple.class)
                .setParameter(1, team)
                .getResultList()
                .map(rows -> rows.isEmpty() ? InboxRule.NONE : rule(rows.getFirst()));
    }

    private static InboxRule rule(Tuple row) {
        return new InboxRule(
                InboxRule.Assignment.valueOf(row.get(0, String.class)),
                People.read(row.get(1, String.class)),
                Optional.ofNullable(row.get(2, String.class))
                        .map(text -> People.read(text).getFirst())
                        .orElse(null));
    }

    Uni<InboxRule> put(Mutiny.StatelessSession session, Acting acting, InboxRule rule) {
        Person next = rule.escalateTo();
        return session.createNativeQuery(
                        "insert into inbox_rule (team, assignment, people, escalate_to, changed_by, changed_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (team) do update set"
                                + " assignment = excluded.assignment, people = excluded.people,"
                                + " escalate_to = excluded.escalate_to, changed_by = excluded.changed_by,"
                                + " changed_at = excluded.changed_at")
                .setParameter(1, acting.team())
                .setParameter(2, Objects.requireNonNull(rule.assignment()).name())
                .setParameter(3, People.write(Objects.requireNonNull(rule.people())))
                .setParameter(4, next == null ? null : People.write(List.of(next)))
                .setParameter(5, acting.caller().username())
                .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWith(rule);
    }

    /// Who gets each of the next leads of the team, one after the other: the one with the fewest
    /// that wait, the earlier in the list where two have as many.
    public Uni<List<Optional<Person>>> next(
            Mutiny.StatelessSession session, String team, int leads) {
        return of(session, team)
                .chain(rule -> {
                    List<Person> people = rule.people();
                    if (rule.assignment() != InboxRule.Assignment.LEAST_LOADED
                            || people == null
                            || people.isEmpty()) {
                        return Uni.createFrom()
                                .item(Collections.nCopies(leads, Optional.<Person>empty()));
                    }
                    return waiting(session, team, people)
                            .map(waiting -> turns(people, waiting, leads));
                });
    }

    private static Uni<Map<String, Long>> waiting(
            Mutiny.StatelessSession session, String team, List<Person> people) {
        return session.createNativeQuery(
                        "select l.assignee, count(*) from lead l where l.team = ?1"
                                + " and l.assignee = any(string_to_array(?2, chr(31)))"
                                + " and l.state = 'NEW' group by l.assignee",
                        Tuple.class)
                .setParameter(1, team)
                .setParameter(
                        2,
                        String.join(
                                "\u001f", people.stream().map(Person::requiredSubject).toList()))
                .getResultList()
                .map(rows -> {
                    var waiting = new HashMap<String, Long>();
                    rows.forEach(row ->
                            waiting.put(
                                    row.get(0, String.class),
                                    row.get(1, Number.class).longValue()));
                    return waiting;
                });
    }

    private static List<Optional<Person>> turns(
            List<Person> people, Map<String, Long> waiting, int leads) {
        var turns = new ArrayList<Optional<Person>>(leads);
        for (int i = 0; i < leads; i++) {
            Person least = people.getFirst();
            for (Person one : people) {
                if (waiting.getOrDefault(one.requiredSubject(), 0L)
                        < waiting.getOrDefault(least.requiredSubject(), 0L)) {
                    least = one;
                }
            }
            waiting.merge(least.requiredSubject(), 1L, Long::sum);
            turns.add(Optional.of(least));
        }
        return turns;
    }
}
