package org.fairlead.ais.track;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads the bytes of frames that wait to be merged, and keeps them for the next who asks: while
/// many of a large fleet wait, two who ask for tracks need nearly the same.
final class WaitingFrameStore {

    /// Those of a span of time, and the bytes of those that are not known.
    private static final String BETWEEN =
            """
            select r.partition, r."offset", r.id, case when k.id is null then r.bytes end as bytes
              from recent_frame r
              left join unnest($1::int[], $2::bigint[], $3::text[]) as k(partition, "offset", id)
                on k.partition = r.partition and k."offset" = r."offset" and k.id = r.id
             where r.to_at >= $4 and r.from_at <= $5
            """;

    private static final String IS_ANY =
            "select exists (select from recent_frame where to_at >= $1 and from_at <= $2)";

    /// A frame is merged within minutes, and nobody asks for it then: what comes next needs its
    /// room.
    private static final Duration KEPT = Duration.ofSeconds(15);

    /// What a frame takes beside its bytes, about: those of many small feeds have few.
    private static final int BESIDE_BYTES = 300;

    private final Pool pool;
    private final MeterRegistry meters;
    private final Cache<Key, byte[]> known;

    /// The id too: a topic that is made anew begins again with its offsets.
    private record Key(int partition, long offset, String id) {}

    /// @param mostBytes that are kept of frames which were asked for
    WaitingFrameStore(Pool pool, MeterRegistry meters, long mostBytes) {
        this.pool = pool;
        this.meters = meters;
        this.known =
                Caffeine.newBuilder()
                        .maximumWeight(mostBytes)
                        .<Key, byte[]>weigher((key, bytes) -> bytes.length + BESIDE_BYTES)
                        .expireAfterAccess(KEPT)
                        .scheduler(Scheduler.systemScheduler())
                        .build();
    }

    /// Whether anything that waits is of a span of time.
    Uni<Boolean> isAny(Instant from, Instant to) {
        return pool.preparedQuery(IS_ANY)
                .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /// The bytes of frames in which something is of a span of time, both ends included. They belong
    /// to all who ask. Goes on on a worker.
    Uni<List<byte[]>> between(Instant from, Instant to) {
        // What is let go meanwhile is needed all the same.
        var before = new HashMap<>(known.asMap());
        var keys = List.copyOf(before.keySet());
        return pool.preparedQuery(BETWEEN)
                .execute(
                        Tuple.of(
                                Parameters.ints(keys, Key::partition),
                                Parameters.column(keys, Key::offset, Long[]::new),
                                Parameters.column(keys, Key::id, String[]::new),
                                from.atOffset(ZoneOffset.UTC),
                                to.atOffset(ZoneOffset.UTC)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> bytes(rows, before));
    }

    private List<byte[]> bytes(RowSet<Row> rows, Map<Key, byte[]> before) {
        var all = new ArrayList<byte[]>(rows.size());
        int read = 0;
        for (Row row : rows) {
            var key = new Key(row.getInteger(0), row.getLong(1), row.getString(2));
            var fresh = row.getBuffer(3);
            if (fresh == null) {
                // Asked for, so that it stays.
                var unused = known.getIfPresent(key);
                all.add(Objects.requireNonNull(before.get(key)));
            } else {
                byte[] bytes = fresh.getBytes();
                known.put(key, bytes);
                all.add(bytes);
                read++;
            }
        }
        meters.counter("fairlead.ais.frames.waiting.read").increment(read);
        return all;
    }
}
