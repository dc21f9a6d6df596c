package org.fairlead.sanctions.screen;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of `suppression`. A lifted one stays, with who lifted it.
@ApplicationScoped
class SuppressionStore {

    private static final String COLUMNS =
            "id, query_key, list, source_id, reason, expires_at, valid_for_hash, created_at, created_by";

    private final Pool pool;

    @Inject
    SuppressionStore(Pool pool) {
        this.pool = pool;
    }

    /// Those in force, by the key of their query.
    Uni<Map<String, List<Suppression>>> of(List<String> keys, Instant now) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from suppression where lifted_at is null and query_key = any($1)"
                                + " and (expires_at is null or expires_at > $2)")
                .execute(Tuple.of(keys.toArray(String[]::new), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    var found = new HashMap<String, List<Suppression>>();
                    for (Row row : rows) {
                        var suppression = read(row);
                        found.computeIfAbsent(suppression.queryKey(), key -> new ArrayList<>())
                                .add(suppression);
                    }
                    return found;
                });
    }

    /// Instead of one that stands for the same pair.
    Uni<Suppression> put(Suppression suppression) {
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(
                                "update suppression set lifted_at = $4, lifted_by = $5 where query_key = $1"
                                        + " and list = $2 and source_id = $3 and lifted_at is null")
                        .execute(
                                Tuple.of(
                                        suppression.queryKey(),
                                        suppression.list(),
                                        suppression.sourceId(),
                                        suppression.createdAt().atOffset(ZoneOffset.UTC),
                                        suppression.createdBy()))
                        .chain(() ->
                                connection
                                        .preparedQuery(
                                                "insert into suppression ("
                                                        + COLUMNS
                                                        + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                                        .execute(values(suppression)))
                        .replaceWith(suppression));
    }

    private static Tuple values(Suppression suppression) {
        return Tuple.tuple()
                .addUUID(suppression.id())
                .addString(suppression.queryKey())
                .addString(suppression.list())
                .addString(suppression.sourceId())
                .addString(suppression.reason())
                .addOffsetDateTime(utc(suppression.expiresAt()))
                .addString(suppression.validForHash())
                .addOffsetDateTime(utc(suppression.createdAt()))
                .addString(suppression.createdBy());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /// Newest first, after the last id of the page before.
    Uni<List<Suppression>> page(Instant before, UUID after, int limit) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from suppression where lifted_at is null"
                                + " and (created_at < $1 or (created_at = $1 and id > $2))"
                                + " order by created_at desc, id limit $3")
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), after, limit))
                .map(rows -> {
                    var page = new ArrayList<Suppression>();
                    rows.forEach(row -> page.add(read(row)));
                    return page;
                });
    }

    /// Empty when none in force has the id.
    Uni<Optional<Suppression>> lift(UUID id, Instant now, String by) {
        return pool.preparedQuery(
                        "update suppression set lifted_at = $2, lifted_by = $3"
                                + " where id = $1 and lifted_at is null returning "
                                + COLUMNS)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), by))
                .map(rows ->
                        rows.rowCount() == 0
                                ? Optional.empty()
                                : Optional.of(read(rows.iterator().next())));
    }

    private static Suppression read(Row row) {
        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
        return new Suppression(
                row.getUUID("id"),
                row.getString("query_key"),
                row.getString("list"),
                row.getString("source_id"),
                row.getString("reason"),
                expires == null ? null : expires.toInstant(),
                row.getString("valid_for_hash"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"));
    }
}
