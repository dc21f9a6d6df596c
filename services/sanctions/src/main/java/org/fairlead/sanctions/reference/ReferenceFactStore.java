package org.fairlead.sanctions.reference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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

    /// Facts of one ship, or of all, in the order of their ids.
    Uni<List<ReferenceFact>> after(@Nullable String imo, UUID id, int limit) {
        String ofShip = imo == null ? "" : " and f.imo = :imo";
        return sessions.withStatelessSession(
                        session -> {
                            var query =
                                    session.createQuery(
                                                    "from ReferenceFactEntity f where f.id > :id"
                                                            + ofShip
                                                            + " order by f.id",
                                                    ReferenceFactEntity.class)
                                            .setParameter("id", id)
                                            .setMaxResults(limit);
                            return (imo == null ? query : query.setParameter("imo", imo))
                                    .getResultList();
                        })
                .map(rows -> rows.stream().map(ReferenceFactEntity::fact).toList());
    }
}
