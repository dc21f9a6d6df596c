package org.fairlead.sanctions.reference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Rows of `reference_fact`.
@ApplicationScoped
class ReferenceFactStore {

    private final Mutiny.SessionFactory sessions;

    @Inject
    ReferenceFactStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /// @param isNew false when the fact was there already; then it is as first recorded
    record Recorded(ReferenceFact fact, boolean isNew) {}

    Uni<Recorded> record(ReferenceFact fact) {
        return sessions.withStatelessTransaction(session ->
                session.get(ReferenceFactEntity.class, fact.id())
                        .chain(known ->
                                known != null
                                        ? Uni.createFrom().item(new Recorded(known.fact(), false))
                                        : session.insert(ReferenceFactEntity.of(fact))
                                                .replaceWith(new Recorded(fact, true))));
    }

    Uni<List<ReferenceFact>> after(@Nullable String imo, String id, int limit) {
        return sessions.withStatelessSession(session ->
                        session.createQuery(
                                        "from ReferenceFactEntity f where (?1 is null or f.imo = ?1)"
                                                + " and cast(f.id as string) > ?2 order by cast(f.id as string)",
                                        ReferenceFactEntity.class)
                                .setParameter(1, imo)
                                .setParameter(2, id)
                                .setMaxResults(limit)
                                .getResultList())
                .map(rows -> rows.stream().map(ReferenceFactEntity::fact).toList());
    }
}
