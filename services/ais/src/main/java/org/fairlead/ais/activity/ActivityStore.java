package org.fairlead.ais.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// Activities as they were published: every version, and which is the newest.
@ApplicationScoped
class ActivityStore {

    private final Pool pool;

    @Inject
    ActivityStore(Pool pool) {
        this.pool = pool;
    }

    /// Keeps a version. One that is there already, or older than the newest, changes nothing of
    /// what is newest.
    Uni<Void> keep(Silence silence, String state, JsonObject record) {
        return pool.withTransaction(connection ->
                keepVersion(connection, silence, record)
                        .chain(() -> keepNewest(connection, silence, state, record)));
    }

    private static Uni<Void> keepVersion(
            SqlConnection connection, Silence silence, JsonObject record) {
        return connection
                .preparedQuery(
                        "insert into activity_version (id, version, record) values ($1, $2, $3)"
                                + " on conflict do nothing")
                .execute(Tuple.of(silence.id(), silence.version(), record))
                .replaceWithVoid();
    }

    private static Uni<Void> keepNewest(
            SqlConnection connection, Silence silence, String state, JsonObject record) {
        var end = silence.end();
        return connection
                .preparedQuery(
                        "insert into activity as a (id, kind, version, state, mmsi, from_at, to_at,"
                                + " synthetic, record) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                                + " on conflict (id) do update set version = excluded.version,"
                                + " state = excluded.state, to_at = excluded.to_at,"
                                + " synthetic = excluded.synthetic, record = excluded.record"
                                + " where a.version < excluded.version")
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        silence.id(),
                                        Silence.KIND,
                                        silence.version(),
                                        state,
                                        Integer.parseInt(silence.vessel().mmsi()),
                                        utc(silence.start().at()),
                                        end == null ? null : utc(end.at()),
                                        silence.synthetic(),
                                        record)))
                .replaceWithVoid();
    }

    Uni<List<StoredActivity>> newest(ActivityQuery query, int limit) {
        return pool.preparedQuery(
                        """
                        select a.id, a.from_at, a.mmsi, a.record, v.imo, v.name from activity a
                          left join vessel v on v.mmsi = a.mmsi
                         where ($1::text is null or a.kind = $1)
                           and ($2::int is null or a.mmsi = $2)
                           and ($3::timestamptz is null or a.to_at is null or a.to_at >= $3)
                           and ($4::timestamptz is null or a.from_at <= $4)
                           and ($5::text is null or a.state = $5)
                           and ($6::timestamptz is null or a.from_at < $6
                                or (a.from_at = $6 and a.id > $7))
                         order by a.from_at desc, a.id limit $8
                        """)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        query.kind(),
                                        query.mmsi(),
                                        utc(query.from()),
                                        utc(query.to()),
                                        query.state(),
                                        utc(query.before()),
                                        query.beforeId(),
                                        limit)))
                .map(ActivityStore::all);
    }

    Uni<Optional<StoredActivity>> byId(UUID id) {
        return pool.preparedQuery(
                        "select a.id, a.from_at, a.mmsi, a.record, v.imo, v.name from activity a"
                                + " left join vessel v on v.mmsi = a.mmsi where a.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /// Newest first.
    Uni<List<StoredActivity>> versions(UUID id) {
        return pool.preparedQuery(
                        "select w.id, a.from_at, a.mmsi, w.record, v.imo, v.name"
                                + " from activity_version w join activity a on a.id = w.id"
                                + " left join vessel v on v.mmsi = a.mmsi where w.id = $1"
                                + " order by w.version desc")
                .execute(Tuple.of(id))
                .map(ActivityStore::all);
    }

    private static List<StoredActivity> all(RowSet<Row> rows) {
        var found = new ArrayList<StoredActivity>();
        for (Row row : rows) {
            found.add(
                    new StoredActivity(
                            row.getUUID("id"),
                            row.getOffsetDateTime("from_at").toInstant(),
                            row.getJsonObject("record"),
                            row.getString("imo"),
                            row.getString("name")));
        }
        return found;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /// @param imo from the register, for records made before the vessel had said who she is
    record StoredActivity(
            UUID id,
            Instant from,
            JsonObject record,
            @Nullable String imo,
            @Nullable String name) {}
}
