package org.fairlead.cases.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Appends to the audit in the transaction of what it tells of: no entry, no deed, and no data.
@ApplicationScoped
public class AuditStore {

    private static final Logger LOG = Logger.getLogger(AuditStore.class);

    private final Clock clock;

    @Inject
    AuditStore(Clock clock) {
        this.clock = clock;
    }

    /// @param chain the case or lead the deed is about
    public Uni<Void> append(
            Mutiny.StatelessSession session,
            String team,
            Actor actor,
            UUID chain,
            String action,
            String object,
            String detail) {
        return record(session, team, actor, chain, action, object, detail).replaceWithVoid();
    }

    /// @return the entry, with its place in the chain
    public Uni<AuditEntry> record(
            Mutiny.StatelessSession session,
            String team,
            Actor actor,
            UUID chain,
            String action,
            String object,
            String detail) {
        return linked(session, chain, actor, action, object, detail)
                .call(entry -> insert(session, AuditEntity.of(team, entry)));
    }

    /// Notes a list that goes over several cases or leads, in the reader's own chain: many readers
    /// of one team do not wait for each other.
    ///
    /// @param what was listed, a plural
    /// @param query what was asked for
    /// @param count how many of it everybody in the team may know of
    public Uni<Void> listed(
            Mutiny.StatelessSession session, Acting acting, String what, String query, int count) {
        UUID chain = ofReader(acting);
        return linked(
                        session,
                        chain,
                        acting.actor(),
                        what + "-listed",
                        acting.team(),
                        "%s, %d items".formatted(query, count))
                .chain(entry -> insert(session, AuditEntity.ofTeam(acting.team(), entry)));
    }

    /// Notes what somebody searched for over everything they may see.
    public Uni<Void> searched(Mutiny.StatelessSession session, Acting acting, String words) {
        return linked(
                        session,
                        ofReader(acting),
                        acting.actor(),
                        "search-read",
                        acting.team(),
                        "q=" + words)
                .chain(entry -> insert(session, AuditEntity.ofTeam(acting.team(), entry)));
    }

    private static UUID ofReader(Acting acting) {
        String reader = "reader\n%s\n%s".formatted(acting.team(), acting.actor().subject());
        return UUID.nameUUIDFromBytes(reader.getBytes(StandardCharsets.UTF_8));
    }

    private Uni<AuditEntry> linked(
            Mutiny.StatelessSession session,
            UUID chain,
            Actor actor,
            String action,
            String object,
            String detail) {
        return lock(session, chain)
                .chain(() -> last(session, chain))
                .map(last ->
                        AuditChain.link(
                                chain,
                                last,
                                clock.instant(),
                                actor.name(),
                                actor.subject(),
                                action,
                                object,
                                detail));
    }

    /// What cannot be written down is not done and not shown.
    private static Uni<Void> insert(Mutiny.StatelessSession session, AuditEntity row) {
        return session.insert(row)
                .onFailure()
                .invoke(fault ->
                        LOG.errorf("audit cannot be written action=%s cause=%s", row.action, fault))
                .onFailure()
                .transform(fault ->
                        new ProblemException(
                                CaseProblem.AUDIT_UNAVAILABLE,
                                "The audit cannot be written, so nothing is done and nothing is"
                                        + " shown. Tell whoever runs the platform."));
    }

    /// One writer a chain at a time, or two entries would take the same number.
    private static Uni<Void> lock(Mutiny.StatelessSession session, UUID chain) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                        String.class)
                .setParameter(1, chain.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Uni<Optional<AuditEntry>> last(Mutiny.StatelessSession session, UUID chain) {
        return session.createSelectionQuery(
                        "from AuditEntity where chain = :chain order by sequence desc",
                        AuditEntity.class)
                .setParameter("chain", chain)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(AuditEntity::entry));
    }

    /// Newest first.
    public Uni<List<AuditEntry>> before(
            Mutiny.StatelessSession session, UUID chain, int sequence, int limit) {
        return session.createSelectionQuery(
                        "from AuditEntity where chain = :chain and sequence < :sequence"
                                + " order by sequence desc",
                        AuditEntity.class)
                .setParameter("chain", chain)
                .setParameter("sequence", sequence)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditEntity::entry).toList());
    }

    public Uni<List<AuditEntry>> whole(Mutiny.StatelessSession session, UUID chain) {
        return session.createSelectionQuery(
                        "from AuditEntity where chain = :chain order by sequence",
                        AuditEntity.class)
                .setParameter("chain", chain)
                .getResultList()
                .map(rows -> rows.stream().map(AuditEntity::entry).toList());
    }
}
