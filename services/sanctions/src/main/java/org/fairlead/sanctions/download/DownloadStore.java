package org.fairlead.sanctions.download;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fairlead.sanctions.list.ListSource;
import org.jspecify.annotations.Nullable;

/// Rows of `list_download`. Blocking: worker threads only.
@ApplicationScoped
class DownloadStore {

    private final Pool pool;

    @Inject
    DownloadStore(Pool pool) {
        this.pool = pool;
    }

    /// What is known of an address; nothing when it is another than last time.
    record Known(@Nullable String etag, @Nullable String lastModified, int failures) {}

    /// Takes the turn to look at a list, so that of several instances one does.
    ///
    /// @param until nobody else looks until then
    /// @return empty when it is not due
    Optional<Known> claim(ListSource source, URI address, Instant now, Instant until) {
        var rows =
                pool.preparedQuery(
                                """
                                insert into list_download as d
                                    (list, url, attempted_at, outcome, next_at)
                                values ($1, $2, $3, 'started', $4)
                                on conflict (list) do update set attempted_at = $3, next_at = $4,
                                    etag = case when d.url = $2 then d.etag end,
                                    last_modified = case when d.url = $2 then d.last_modified end,
                                    url = $2
                                    where d.next_at <= $3 or d.url <> $2
                                returning etag, last_modified, failures
                                """)
                        .execute(Tuple.of(source.id(), address.toString(), utc(now), utc(until)))
                        .await()
                        .indefinitely();
        var row = rows.iterator();
        if (!row.hasNext()) {
            return Optional.empty();
        }
        var known = row.next();
        return Optional.of(new Known(known.getString(0), known.getString(1), known.getInteger(2)));
    }

    void finish(
            ListSource source, String outcome, @Nullable String detail, Known now, Instant nextAt) {
        var _ =
                pool.preparedQuery(
                                "update list_download set outcome = $2, detail = $3, etag = $4,"
                                        + " last_modified = $5, failures = $6, next_at = $7 where list = $1")
                        .execute(
                                Tuple.tuple()
                                        .addString(source.id())
                                        .addString(outcome)
                                        .addString(detail)
                                        .addString(now.etag())
                                        .addString(now.lastModified())
                                        .addInteger(now.failures())
                                        .addOffsetDateTime(utc(nextAt)))
                        .await()
                        .indefinitely();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
