package org.fairlead.ais.archive;

import io.smallrye.mutiny.Uni;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// The index of the archive.
@ApplicationScoped
class ArchiveStore {

    private static final String COLUMNS =
            "sequence, kind, subject, part, source, source_class, synthetic, receiver, starts_at,"
                    + " submitted_at, from_at, to_at, lines, file, stored_bytes, sha256, previous,"
                    + " hash";

    private final Pool pool;

    @Inject
    ArchiveStore(Pool pool) {
        this.pool = pool;
    }

    /// Adds a file to the chain of an instance; one that is there already stays as it is.
    Uni<Void> add(
            UUID instance, ArchiveEntry.Item item, String file, long storedBytes, String sha256) {
        var stored = toTheMicrosecond(item);
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                        .execute(Tuple.of("archive " + instance))
                        .chain(() -> last(connection, instance))
                        .chain(last ->
                                insert(
                                        connection,
                                        instance,
                                        ArchiveEntry.chained(
                                                last.map(ArchiveEntry::sequence).orElse(0L) + 1,
                                                stored,
                                                file,
                                                storedBytes,
                                                sha256,
                                                last.map(ArchiveEntry::hash)
                                                        .orElse(ArchiveEntry.FIRST)))));
    }

    /// As the database keeps times, so that the hash can be worked out again.
    private static ArchiveEntry.Item toTheMicrosecond(ArchiveEntry.Item item) {
        return new ArchiveEntry.Item(
                item.kind(),
                item.subject(),
                item.part(),
                item.source(),
                item.sourceClass(),
                item.synthetic(),
                item.receiver(),
                item.startsAt() == null ? null : item.startsAt().truncatedTo(ChronoUnit.MICROS),
                item.submittedAt().truncatedTo(ChronoUnit.MICROS),
                item.from(),
                item.to(),
                item.lines());
    }

    private static Uni<Optional<ArchiveEntry>> last(SqlConnection connection, UUID instance) {
        return connection
                .preparedQuery(
                        "select "
                                + COLUMNS
                                + " from archive_entry where instance = $1"
                                + " order by sequence desc limit 1")
                .execute(Tuple.of(instance))
                .map(rows -> all(rows).stream().findFirst());
    }

    private static Uni<Void> insert(SqlConnection connection, UUID instance, ArchiveEntry entry) {
        var item = entry.item();
        return connection
                .preparedQuery(
                        "insert into archive_entry (instance, "
                                + COLUMNS
                                + ") values"
                                + " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
                                + " $15, $16, $17, $18, $19) on conflict (kind, subject, part)"
                                + " do nothing")
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        instance,
                                        entry.sequence(),
                                        item.kind(),
                                        item.subject(),
                                        item.part(),
                                        item.source(),
                                        item.sourceClass().code(),
                                        item.synthetic(),
                                        item.receiver(),
                                        utc(item.startsAt()),
                                        utc(item.submittedAt()),
                                        utc(item.from()),
                                        utc(item.to()),
                                        item.lines(),
                                        entry.file(),
                                        entry.storedBytes(),
                                        entry.sha256(),
                                        entry.previous(),
                                        entry.hash())))
                .replaceWithVoid();
    }

    Uni<List<ArchiveEntry>> after(UUID instance, long sequence, int limit) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from archive_entry where instance = $1"
                                + " and sequence > $2 order by sequence limit $3")
                .execute(Tuple.of(instance, sequence, limit))
                .map(ArchiveStore::all);
    }

    /// Files of an instance with fixes around a time.
    Uni<List<ArchiveEntry>> around(UUID instance, Instant from, Instant to, int limit) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from archive_entry where instance = $1"
                                + " and from_at <= $3 and to_at >= $2 order by sequence limit $4")
                .execute(Tuple.of(instance, utc(from), utc(to), limit))
                .map(ArchiveStore::all);
    }

    private static List<ArchiveEntry> all(RowSet<Row> rows) {
        var entries = new ArrayList<ArchiveEntry>();
        for (Row row : rows) {
            entries.add(
                    new ArchiveEntry(
                            row.getLong("sequence"),
                            item(row),
                            row.getString("file"),
                            row.getLong("stored_bytes"),
                            row.getString("sha256"),
                            row.getString("previous"),
                            row.getString("hash")));
        }
        return entries;
    }

    private static ArchiveEntry.Item item(Row row) {
        return new ArchiveEntry.Item(
                row.getString("kind"),
                row.getUUID("subject"),
                row.getLong("part"),
                row.getString("source"),
                SourceClass.valueOf(row.getString("source_class").toUpperCase(Locale.ROOT)),
                row.getBoolean("synthetic"),
                row.getString("receiver"),
                instant(row, "starts_at"),
                row.getOffsetDateTime("submitted_at").toInstant(),
                instant(row, "from_at"),
                instant(row, "to_at"),
                row.getLong("lines"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
