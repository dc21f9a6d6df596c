package org.fairlead.ais.recent;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Where ships are by the frames that are not merged into their tracks yet. It reads them when
/// somebody asks, each once and at most once a second, whichever instance will merge them.
@ApplicationScoped
public class RecentPositionStore {

    /// All that wait, in one look; the bytes of those that were not read before.
    private static final String WAITING =
            """
            select r.partition, r."offset", r.source,
                   case when k.partition is null then r.bytes end as bytes
              from recent_frame r
              left join unnest($1::int[], $2::bigint[]) as k(partition, "offset")
                on k.partition = r.partition and k."offset" = r."offset"
             order by r.partition, r."offset"
            """;

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private final Pool pool;
    private final SharedReading reading =
            new SharedReading(InstantSource.system(), KEPT, this::forgetLater);

    @Inject
    RecentPositionStore(Pool pool) {
        this.pool = pool;
    }

    /// What waits, or waited within the last second. Whoever reads rows of `vessel_track` after it
    /// misses nothing: what was merged meanwhile is in them. Goes on on a worker.
    public Uni<RecentPositions> read() {
        return reading.get(this::after).emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<RecentPositions> after(RecentPositions before) {
        var known = before.frames();
        return pool.preparedQuery(WAITING)
                .execute(
                        Tuple.of(
                                column(known, WaitingFrame::partition, Integer[]::new),
                                column(known, WaitingFrame::offset, Long[]::new)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> next(before, rows));
    }

    private static RecentPositions next(RecentPositions before, RowSet<Row> rows) {
        var waiting = new HashSet<WaitingFrame>();
        var came = new LinkedHashMap<WaitingFrame, byte[]>();
        for (Row row : rows) {
            var frame =
                    new WaitingFrame(
                            row.getInteger("partition"),
                            row.getLong("offset"),
                            row.getString("source"));
            var bytes = row.getBuffer("bytes");
            if (bytes == null) {
                waiting.add(frame);
            } else {
                came.put(frame, bytes.getBytes());
            }
        }
        return before.next(waiting, came);
    }

    private void forgetLater(long numberOfReading) {
        var unused =
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(FORGOTTEN_AFTER)
                        .subscribe()
                        .with(any -> reading.forget(numberOfReading));
    }

    private static <C> C[] column(
            Set<WaitingFrame> frames, Function<WaitingFrame, C> value, IntFunction<C[]> array) {
        return frames.stream().map(value).toArray(array);
    }
}
