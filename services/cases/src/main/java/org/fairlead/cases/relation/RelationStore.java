package org.fairlead.cases.relation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseName;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Cases that belong together. A relation is there for whoever sees both; history and audit of
/// either say that it was related to another, and not to which.
@ApplicationScoped
public class RelationStore {

    private static final String OF_CASE =
            "select cast(r.id as text), cast(c.id as text), c.number, c.title, r.reason, r.added_by,"
                    + " to_char(r.added_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
                    + " from case_relation r join case_file c"
                    + " on c.id = case when r.case_id = cast(?1 as uuid) then r.other_id else r.case_id end"
                    + " where cast(?1 as uuid) in (r.case_id, r.other_id)";

    private final Clock clock;
    private final CaseStore cases;

    @Inject
    RelationStore(Clock clock, CaseStore cases) {
        this.clock = clock;
        this.cases = cases;
    }

    public Uni<List<Relation>> of(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(OF_CASE + " order by r.added_at, r.id", Tuple.class)
                .setParameter(1, caseId.toString())
                .getResultList()
                .map(rows -> rows.stream().map(RelationStore::relation).toList());
    }

    private static Relation relation(Tuple row) {
        return new Relation(
                UUID.fromString(row.get(0, String.class)),
                new CaseName(
                        UUID.fromString(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class)),
                row.get(4, String.class),
                row.get(5, String.class),
                Instant.parse(row.get(6, String.class)));
    }

    /// Locked in the order of their ids, so that two who relate the same pair wait for each other.
    Uni<Relation> relate(
            Mutiny.StatelessSession session, Acting acting, UUID id, UUID other, String reason) {
        if (id.equals(other)) {
            throw ProblemException.invalid("/caseId", "expected another case than this one");
        }
        return cases.find(session, acting, other)
                .chain(() -> cases.forChange(session, acting, id, Action.EDIT))
                .chain(owner -> insert(session, acting, owner, other, reason))
                .chain(made ->
                        cases.changed(
                                        session,
                                        id,
                                        acting.actor(),
                                        false,
                                        Deed.of("case-related", made, ""))
                                .chain(() -> of(session, id))
                                .map(all ->
                                        all.stream()
                                                .filter(one -> one.id().equals(made))
                                                .findFirst()
                                                .orElseThrow()));
    }

    private Uni<UUID> insert(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            UUID other,
            String reason) {
        Instant now = clock.instant();
        UUID id = TimeOrderedId.at(now);
        return session.createNativeQuery(
                        "select count(*) from case_relation r where"
                                + " r.case_id = cast(?1 as uuid) and r.other_id = cast(?2 as uuid)"
                                + " or r.case_id = cast(?2 as uuid) and r.other_id = cast(?1 as uuid)",
                        Long.class)
                .setParameter(1, owner.id().toString())
                .setParameter(2, other.toString())
                .getSingleResult()
                .invoke(held -> {
                    if (held > 0) {
                        throw new ProblemException(
                                CaseProblem.ALREADY_RELATED, "Both cases name each other already.");
                    }
                })
                .chain(() ->
                        session.createNativeQuery(
                                        "insert into case_relation (id, team, case_id, other_id, reason,"
                                                + " added_by, added_at) values (cast(?1 as uuid), ?2,"
                                                + " cast(?3 as uuid), cast(?4 as uuid), ?5, ?6, ?7)")
                                .setParameter(1, id.toString())
                                .setParameter(2, owner.team())
                                .setParameter(3, owner.id().toString())
                                .setParameter(4, other.toString())
                                .setParameter(5, reason)
                                .setParameter(6, acting.caller().username())
                                .setParameter(7, now.atOffset(ZoneOffset.UTC))
                                .executeUpdate())
                .replaceWith(id);
    }

    Uni<Void> part(Mutiny.StatelessSession session, Acting acting, UUID id, UUID relationId) {
        return cases.forChange(session, acting, id, Action.EDIT)
                .chain(() ->
                        session.createNativeQuery(
                                        "delete from case_relation where id = cast(?1 as uuid)"
                                                + " and cast(?2 as uuid) in (case_id, other_id)")
                                .setParameter(1, relationId.toString())
                                .setParameter(2, id.toString())
                                .executeUpdate())
                .invoke(gone -> {
                    if (gone == 0) {
                        throw ProblemException.notFound();
                    }
                })
                .chain(() ->
                        cases.changed(
                                session,
                                id,
                                acting.actor(),
                                false,
                                Deed.of("case-parted", relationId, "")))
                .replaceWithVoid();
    }
}
