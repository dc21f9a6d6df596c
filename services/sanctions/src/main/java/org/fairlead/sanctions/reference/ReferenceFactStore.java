package org.fairlead.sanctions.reference;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fairlead.sanctions.list.CorpusLock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Rows of `reference_fact`.
@ApplicationScoped
class ReferenceFactStore {

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final FactListener listener;
    private final Event<FactRecorded> recorded;

    @Inject
    ReferenceFactStore(
            Mutiny.SessionFactory sessions,
            Pool pool,
            FactListener listener,
            Event<FactRecorded> recorded) {
        this.sessions = sessions;
        this.pool = pool;
        this.listener = listener;
        this.recorded = recorded;
    }

    /// @param isNew false when the fact was there already; then it is as first recorded
    record Recorded(ReferenceFact fact, boolean isNew) {}

    /// A ship that is heard on AIS becomes a match with it.
    Uni<Recorded> record(ReferenceFact fact) {
        return pool.withTransaction(connection ->
                        CorpusLock.exclusive(connection)
                                .chain(() -> insert(connection, fact))
                                .call(isNew ->
                                        isNew
                                                ? listener.recorded(connection, fact.imo())
                                                : Uni.createFrom().voidItem()))
                .invoke(isNew -> {
                    if (isNew) {
                        recorded.fire(new FactRecorded(fact.list(), fact.imo()));
                    }
                })
                .chain(isNew ->
                        isNew
                                ? Uni.createFrom().item(new Recorded(fact, true))
                                : known(fact.id()).map(known -> new Recorded(known, false)));
    }

    private static Uni<Boolean> insert(SqlConnection connection, ReferenceFact fact) {
        return connection
                .preparedQuery(
                        "insert into reference_fact (id, authority, list, imo, name, listed_on,"
                                + " source, recorded_by, recorded_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                                + " on conflict do nothing")
                .execute(
                        Tuple.tuple()
                                .addUUID(fact.id())
                                .addString(fact.authority())
                                .addString(fact.list())
                                .addString(fact.imo())
                                .addString(fact.name())
                                .addLocalDate(fact.listedOn())
                                .addString(fact.source())
                                .addString(fact.recordedBy())
                                .addOffsetDateTime(fact.recordedAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<ReferenceFact> known(UUID id) {
        return sessions.withStatelessSession(session -> session.get(ReferenceFactEntity.class, id))
                .map(ReferenceFactEntity::fact);
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
