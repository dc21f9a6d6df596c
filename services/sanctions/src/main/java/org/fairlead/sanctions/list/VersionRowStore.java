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
            listings, vessels, added, changed, removed, reason, format, warnings,
            decision, decision_by, decision_at, decision_comment, confirmed_by, confirmed_at\
            """;

    private static final String INSERT =
            """
            insert into list_version (list, number, status, sha256, size_bytes, observed_at,
                last_observed_at, published_at, listings, vessels, added, changed, removed, reason,
                format, warnings, delta_sha256, accepted_at, taken_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                case when $3 = 'accepted' then now() end, $18)
            """;

    /// All versions of a list, by number, without their warnings: hundreds of versions may have
    /// hundreds each.
    Uni<List<ListVersionView>> of(SqlConnection connection, String list) {
        return connection
                .preparedQuery(
                        "select "
                                + COLUMNS.replace("warnings", "'' as warnings")
                                + " from list_version where list = $1 order by number")
                .execute(Tuple.of(list))
                .map(rows -> {
                    var versions = new ArrayList<ListVersionView>();
                    rows.forEach(row -> versions.add(view(row)));
                    return versions;
                });
    }

    private static ListVersionView view(Row row) {
        return new ListVersionView(
                row.getString("list"),
                row.getInteger("number"),
                row.getString("status"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getOffsetDateTime("observed_at").toInstant(),
                row.getOffsetDateTime("last_observed_at").toInstant(),
                instant(row, "published_at"),
                row.getInteger("listings"),
                row.getInteger("vessels"),
                row.getInteger("added"),
                row.getInteger("changed"),
                row.getInteger("removed"),
                row.getString("reason"),
                row.getString("format"),
                row.getString("warnings").lines().toList(),
                decision(row));
    }

    private static ListVersionView.@Nullable Decision decision(Row row) {
        return row.getString("decision") == null
                ? null
                : new ListVersionView.Decision(
                        row.getString("decision"),
                        row.getString("decision_by"),
                        row.getOffsetDateTime("decision_at").toInstant(),
                        row.getString("decision_comment"),
                        row.getString("confirmed_by"),
                        instant(row, "confirmed_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /// Also remembers the attempt at the list, and that its bytes were seen.
    Uni<Void> insert(
            SqlConnection connection,
            ListVersionView version,
            @Nullable String deltaSha256,
            String takenBy) {
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
                        .addString(version.format())
                        .addString(String.join("\n", version.warnings()))
                        .addString(deltaSha256)
                        .addString(takenBy);
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .chain(() ->
                        sighted(connection, version.list(), version.number(), version.observedAt()))
                .chain(() ->
                        attempt(connection, version.list(), version.status(), version.reason()));
    }

    private static Uni<Void> sighted(
            SqlConnection connection, String list, int number, Instant observedAt) {
        return connection
                .preparedQuery(
                        "insert into list_sighting (list, number, observed_at)"
                                + " values ($1, $2, $3) on conflict do nothing")
                .execute(Tuple.of(list, number, utc(observedAt)))
                .replaceWithVoid();
    }

    Uni<Void> makeCurrent(SqlConnection connection, ListVersionView version) {
        return connection
                .preparedQuery("update list_source set current_version = $2 where id = $1")
                .execute(Tuple.of(version.list(), version.number()))
                .replaceWithVoid();
    }

    /// The version as it stands over its new span.
    ///
    /// @param observedAt when its bytes were seen again
    Uni<ListVersionView> extend(
            SqlConnection connection, String list, VersionSpan span, Instant observedAt) {
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
                .call(() -> sighted(connection, list, span.number(), observedAt))
                .call(() -> attempt(connection, list, "unchanged", null));
    }

    /// One person's word on a file set aside.
    Uni<ListVersionView> propose(
            SqlConnection connection,
            ListVersionView version,
            String verdict,
            String by,
            @Nullable String comment) {
        return connection
                .preparedQuery(
                        "update list_version set decision = $3, decision_by = $4,"
                                + " decision_at = now(), decision_comment = $5"
                                + " where list = $1 and number = $2 returning "
                                + COLUMNS)
                .execute(Tuple.of(version.list(), version.number(), verdict, by, comment))
                .map(rows -> view(rows.iterator().next()));
    }

    /// Another person's, with what becomes of the version.
    Uni<ListVersionView> confirm(
            SqlConnection connection, ListVersionView outcome, String confirmedBy) {
        return connection
                .preparedQuery(
                        "update list_version set status = $3, confirmed_by = $4,"
                                + " confirmed_at = now(), added = $5, changed = $6, removed = $7,"
                                + " accepted_at = case when $3 = 'accepted' then now() end"
                                + " where list = $1 and number = $2 returning "
                                + COLUMNS)
                .execute(
                        Tuple.tuple()
                                .addString(outcome.list())
                                .addInteger(outcome.number())
                                .addString(outcome.status())
                                .addString(confirmedBy)
                                .addInteger(outcome.added())
                                .addInteger(outcome.changed())
                                .addInteger(outcome.removed()))
                .map(rows -> view(rows.iterator().next()))
                .call(version ->
                        attempt(connection, version.list(), version.status(), version.reason()));
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
