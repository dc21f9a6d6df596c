package org.fairlead.cases.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.hibernate.reactive.mutiny.Mutiny;

/// Appends to the audit in the transaction of what it tells of: no entry, no deed, and no data.
@ApplicationScoped
public class AuditStore {

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
        return lock(session, chain)
                .chain(() -> last(session, chain))
                .chain(last -> {
                    var entry =
                            AuditChain.link(
                                    chain,
                                    last,
                                    clock.instant(),
                                    actor.name(),
                                    actor.subject(),
                                    action,
                                    object,
                                    detail);
                    return session.insert(AuditEntity.of(team, entry));
                });
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
