package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of `list_version` and of its list, inside an import's transaction.
@ApplicationScoped
class VersionRowStore {

    private static final String COLUMNS =
            """
            list, number, status, sha256, size_bytes, observed_at, last_observed_at, published_at,
            listings, vessels, added, changed, removed, reason\
            """;

    /// All versions of a list, by number.
    Uni<List<ListVersionView>> of(SqlConnection connection, String list) {
        return connection
                .preparedQuery(
                        "select " + COLUMNS + " from list_version where list = $1 order by number")
                .execute(Tuple.of(list))
                .map(rows -> {
                    var versions = new ArrayList<ListVersionView>();
                    rows.forEach(row -> versions.add(view(row)));
                    return versions;
                });
    }

    private static ListVersionView view(Row row) {
        OffsetDateTime published = row.getOffsetDateTime("published_at");
        return new ListVersionView(
                row.getString("list"),
                row.getInteger("number"),
                row.getString("status"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getOffsetDateTime("observed_at").toInstant(),
                row.getOffsetDateTime("last_observed_at").toInstant(),
                published == null ? null : published.toInstant(),
                row.getInteger("listings"),
                row.getInteger("vessels"),
                row.getInteger("added"),
                row.getInteger("changed"),
                row.getInteger("removed"),
                row.getString("reason"));
    }

    /// Also remembers the attempt at the list.
    Uni<Void> insert(SqlConnection connection, ListVersionView version, String takenBy) {
        var values =
                Tuple.tuple()
                        .addString(version.list())
                        .addInteger(version.number())
                        .addString(version.status())
                        .addString(version.sha256())
                        .addLong(version.sizeBytes())
                        .addOffsetDateTime(utc(version.observedAt()))
                        .addOffsetDateTime(utc(version.lastObservedAt()))
                        .addOffsetDateTime(utc(version.publishedAt()))
                        .addInteger(version.listings())
                        .addInteger(version.vessels())
                        .addInteger(version.added())
                        .addInteger(version.changed())
                        .addInteger(version.removed())
                        .addString(version.reason())
                        .addString(takenBy);
        return connection
                .preparedQuery(
                        "insert into list_version ("
                                + COLUMNS
                                + ", taken_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
                                + " $12, $13, $14, $15)")
                .execute(values)
                .chain(() ->
                        attempt(connection, version.list(), version.status(), version.reason()));
    }

    Uni<Void> makeCurrent(SqlConnection connection, ListVersionView version) {
        return connection
                .preparedQuery("update list_source set current_version = $2 where id = $1")
                .execute(Tuple.of(version.list(), version.number()))
                .replaceWithVoid();
    }

    /// The version as it stands over its new span.
    Uni<ListVersionView> extend(SqlConnection connection, String list, VersionSpan span) {
        return connection
                .preparedQuery(
                        "update list_version set observed_at = $3, last_observed_at = $4"
                                + " where list = $1 and number = $2 returning "
                                + COLUMNS)
                .execute(
                        Tuple.of(
                                list,
                                span.number(),
                                utc(span.firstObserved()),
                                utc(span.lastObserved())))
                .map(rows -> view(rows.iterator().next()))
                .call(() -> attempt(connection, list, "unchanged", null));
    }

    private static Uni<Void> attempt(
            SqlConnection connection, String list, String status, @Nullable String reason) {
        return connection
                .preparedQuery(
                        "update list_source set last_attempt_status = $2, last_attempt_reason = $3,"
                                + " last_attempt_at = now() where id = $1")
                .execute(Tuple.of(list, status, reason))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
