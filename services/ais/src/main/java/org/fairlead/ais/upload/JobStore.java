package org.fairlead.ais.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.ais.ingest.RejectedLine;
import org.fairlead.ais.ingest.Summary;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// Jobs and the lines they could not use.
@ApplicationScoped
class JobStore {

    private static final String COLUMNS =
            "id, state, file_name, source, source_class, synthetic, sha256, size_bytes, starts_at, submitted_by,"
                    + " submitted_at, started_at, finished_at, error, progress,"
                    + " frames_acknowledged, summary";

    private final Pool pool;
    private final ObjectMapper json;

    @Inject
    JobStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /// Queues the upload; empty when these bytes already have a job. A job that failed gives way:
    /// its sentence may well ask for the file to be uploaded again.
    Uni<Optional<Job>> queue(UUID id, UUID instance, Job.Upload upload) {
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(
                                "delete from job where state = 'failed' and sha256 = $1"
                                        + " and starts_at is not distinct from $2")
                        .execute(Tuple.of(upload.sha256(), utc(upload.startsAt())))
                        .chain(() -> insert(connection, id, instance, upload)));
    }

    private Uni<Optional<Job>> insert(
            SqlConnection connection, UUID id, UUID instance, Job.Upload upload) {
        return connection
                .preparedQuery(
                        "insert into job (id, instance, state, file_name, source, synthetic,"
                                + " sha256, size_bytes, starts_at, submitted_by, submitted_at,"
                                + " source_class)"
                                + " values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $10, $11)"
                                + " on conflict (sha256, coalesce(starts_at, '-infinity'))"
                                + " do nothing returning "
                                + COLUMNS)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        id,
                                        instance,
                                        upload.fileName(),
                                        upload.source(),
                                        upload.synthetic(),
                                        upload.sha256(),
                                        upload.sizeBytes(),
                                        utc(upload.startsAt()),
                                        upload.submittedBy(),
                                        utc(upload.submittedAt()),
                                        upload.sourceClass().code())))
                .map(this::first);
    }

    Uni<Optional<Job>> ofContent(String sha256, @Nullable Instant startsAt) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from job where sha256 = $1 and starts_at is not distinct from $2")
                .execute(Tuple.of(sha256, utc(startsAt)))
                .map(this::first);
    }

    Uni<Optional<Job>> byId(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from job where id = $1")
                .execute(Tuple.of(id))
                .map(this::first);
    }

    Uni<List<Job>> newest(@Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from job where $1::timestamptz is null"
                                + " or submitted_at < $1 or (submitted_at = $1 and id > $2)"
                                + " order by submitted_at desc, id limit $3")
                .execute(Tuple.of(utc(before), beforeId, limit))
                .map(this::all);
    }

    /// Takes the oldest job whose file lies here. One that was running was left by a process that
    /// died, because one process works on one state directory.
    Uni<Optional<Job>> claim(UUID instance) {
        return pool.preparedQuery(
                        "update job set state = 'running', started_at = coalesce(started_at, now())"
                                + " where id = (select id from job where instance = $1"
                                + " and state in ('queued', 'running')"
                                + " order by state desc, submitted_at limit 1"
                                + " for update skip locked) returning "
                                + COLUMNS)
                .execute(Tuple.of(instance))
                .map(this::first);
    }

    Uni<Void> progress(UUID id, double progress, long framesAcknowledged, Summary summary) {
        return pool.preparedQuery(
                        "update job set progress = $2, frames_acknowledged ="
                                + " greatest(frames_acknowledged, $3), summary = $4 where id = $1")
                .execute(Tuple.of(id, progress, framesAcknowledged, write(summary)))
                .replaceWithVoid();
    }

    Uni<Void> finish(UUID id, Job.State state, @Nullable String error) {
        return pool.preparedQuery(
                        "update job set state = $2, error = $3, finished_at = now(), progress ="
                                + " case when $2 = 'done' then 1 else progress end where id = $1")
                .execute(Tuple.of(id, state.name().toLowerCase(Locale.ROOT), error))
                .replaceWithVoid();
    }

    Uni<Void> keepRejects(UUID id, List<RejectedLine> rejects) {
        if (rejects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new ArrayList<Tuple>();
        for (RejectedLine reject : rejects) {
            rows.add(Tuple.of(id, reject.line(), reject.reason(), reject.detail(), reject.text()));
        }
        return pool.preparedQuery(
                        "insert into job_reject (job, line, reason, detail, text)"
                                + " values ($1, $2, $3, $4, $5) on conflict do nothing")
                .executeBatch(rows)
                .replaceWithVoid();
    }

    Uni<List<RejectedLine>> rejects(UUID id, long afterLine, String afterReason, int limit) {
        return pool.preparedQuery(
                        "select line, reason, detail, text from job_reject where job = $1"
                                + " and (line, reason) > ($2, $3) order by line, reason limit $4")
                .execute(Tuple.of(id, afterLine, afterReason, limit))
                .map(rows -> {
                    var list = new ArrayList<RejectedLine>();
                    for (Row row : rows) {
                        list.add(
                                new RejectedLine(
                                        row.getLong("line"),
                                        row.getString("reason"),
                                        row.getString("detail"),
                                        row.getString("text")));
                    }
                    return list;
                });
    }

    private Optional<Job> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    private List<Job> all(RowSet<Row> rows) {
        var jobs = new ArrayList<Job>();
        for (Row row : rows) {
            jobs.add(job(row));
        }
        return jobs;
    }

    private Job job(Row row) {
        return new Job(
                row.getUUID("id"),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Job.Upload(
                        row.getString("file_name"),
                        row.getString("source"),
                        SourceClass.valueOf(row.getString("source_class").toUpperCase(Locale.ROOT)),
                        row.getBoolean("synthetic"),
                        row.getString("sha256"),
                        row.getLong("size_bytes"),
                        instant(row, "starts_at"),
                        row.getString("submitted_by"),
                        row.getOffsetDateTime("submitted_at").toInstant()),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("error"),
                row.getDouble("progress"),
                row.getLong("frames_acknowledged"),
                read(row.getJsonObject("summary")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private JsonObject write(Summary summary) {
        try {
            return new JsonObject(json.writeValueAsString(summary));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Summary read(JsonObject summary) {
        try {
            return summary.isEmpty()
                    ? Summary.NONE
                    : json.readValue(summary.encode(), Summary.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("job summary cannot be read", damaged);
        }
    }
}
