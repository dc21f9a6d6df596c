package org.fairlead.cases.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Remembers the answer to a request with a key, in the transaction of the deed. The same request
/// again waits for the first and gets its answer; another one under that key is refused.
@ApplicationScoped
public class AnsweredStore {

    private final TeamTransactions transactions;
    private final Clock clock;
    private final ObjectMapper json;

    @Inject
    AnsweredStore(TeamTransactions transactions, Clock clock, ObjectMapper json) {
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /// @param key the header `Idempotency-Key`
    /// @param path of the request, below the service's root
    public RepeatableRequest request(@Nullable String key, String path, Object body) {
        return RepeatableRequest.of(key, path, body, json);
    }

    /// Makes something in one transaction, once for each key, and answers 201 with it.
    ///
    /// @param seen that the caller still sees what it is made in: asked first, since a kept answer
    ///   is none to somebody since shut out
    public Uni<Answer> made(
            Acting acting,
            RepeatableRequest request,
            Function<Mutiny.StatelessSession, ? extends Uni<?>> seen,
            Function<Mutiny.StatelessSession, ? extends Uni<?>> deed) {
        return answered(
                acting,
                request,
                seen,
                session -> deed.apply(session).map(made -> Answer.of(201, made, null, null, json)));
    }

    /// The same with an answer of the deed's own.
    public Uni<Answer> answered(
            Acting acting,
            RepeatableRequest request,
            Function<Mutiny.StatelessSession, ? extends Uni<?>> seen,
            Function<Mutiny.StatelessSession, Uni<Answer>> deed) {
        return transactions.of(
                acting,
                session ->
                        seen.apply(session)
                                .chain(() ->
                                        once(session, acting, request, () -> deed.apply(session))));
    }

    /// For what is in no case, and nobody can be shut out of.
    public static Uni<?> nothing(Mutiny.StatelessSession session) {
        return Uni.createFrom().voidItem();
    }

    public Uni<Answer> once(
            Mutiny.StatelessSession session,
            Acting acting,
            RepeatableRequest request,
            Supplier<Uni<Answer>> deed) {
        return once(session, Asker.of(acting), request, deed);
    }

    /// For the platform itself, where nobody acts for a team.
    public Uni<Answer> onceOfPlatform(
            Mutiny.StatelessSession session,
            Actor actor,
            RepeatableRequest request,
            Supplier<Uni<Answer>> deed) {
        return once(session, new Asker("", actor.subject()), request, deed);
    }

    /// Whose key it is: two who take the same one do not meet.
    private record Asker(String team, String subject) {

        static Asker of(Acting acting) {
            return new Asker(acting.team(), acting.caller().subject());
        }
    }

    private Uni<Answer> once(
            Mutiny.StatelessSession session,
            Asker asker,
            RepeatableRequest request,
            Supplier<Uni<Answer>> deed) {
        if (request.key().isEmpty()) {
            return deed.get();
        }
        String key = request.key().get();
        return claim(session, asker, key, request.hash())
                .chain(isFirst ->
                        isFirst
                                ? deed.get().call(answer -> keep(session, asker, key, answer))
                                : given(session, asker, request).map(Optional::orElseThrow));
    }

    /// The answer already given, before work that is done outside a transaction.
    public Uni<Optional<Answer>> given(
            Mutiny.StatelessSession session, Acting acting, RepeatableRequest request) {
        return given(session, Asker.of(acting), request);
    }

    private static Uni<Optional<Answer>> given(
            Mutiny.StatelessSession session, Asker asker, RepeatableRequest request) {
        if (request.key().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return session.createNativeQuery(
                        "select request_hash, status, body, location, entity_tag from answered"
                                + " where team = ?1 and subject = ?2 and key = ?3",
                        Tuple.class)
                .setParameter(1, asker.team())
                .setParameter(2, asker.subject())
                .setParameter(3, request.key().get())
                .getResultList()
                .map(rows -> answer(rows, request.hash()))
                .call(answer ->
                        answer.map(given -> mustStillBeSeen(session, given))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /// A kept answer about a case is none to somebody who does not see the case any more, not even
    /// to the one who opened it.
    private static Uni<Void> mustStillBeSeen(Mutiny.StatelessSession session, Answer given) {
        Optional<UUID> about = given.caseId();
        return about.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(
                                "select count(*) from case_file where id = cast(?1 as uuid)",
                                Long.class)
                        .setParameter(1, about.get().toString())
                        .getSingleResult()
                        .invoke(seen -> {
                            if (seen == 0) {
                                throw ProblemException.notFound();
                            }
                        })
                        .replaceWithVoid();
    }

    private static Optional<Answer> answer(List<Tuple> rows, String hash) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Tuple row = rows.getFirst();
        if (!hash.equals(row.get(0, String.class))) {
            throw new ProblemException(
                    CaseProblem.IDEMPOTENCY_KEY_REUSED,
                    "You used this Idempotency-Key for another request. Take a new one.");
        }
        return Optional.of(
                new Answer(
                        row.get(1, Integer.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)));
    }

    private Uni<Boolean> claim(
            Mutiny.StatelessSession session, Asker asker, String key, String hash) {
        return session.createNativeQuery(
                        "insert into answered (team, subject, key, request_hash, at)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, asker.team())
                .setParameter(2, asker.subject())
                .setParameter(3, key)
                .setParameter(4, hash)
                .setParameter(5, clock.instant())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    private static Uni<Void> keep(
            Mutiny.StatelessSession session, Asker asker, String key, Answer answer) {
        return session.createNativeQuery(
                        "update answered set status = ?4, body = ?5, location = ?6, entity_tag = ?7"
                                + " where team = ?1 and subject = ?2 and key = ?3")
                .setParameter(1, asker.team())
                .setParameter(2, asker.subject())
                .setParameter(3, key)
                .setParameter(4, answer.status())
                .setParameter(5, answer.body())
                .setParameter(6, answer.location())
                .setParameter(7, answer.entityTag())
                .executeUpdate()
                .replaceWithVoid();
    }
}
