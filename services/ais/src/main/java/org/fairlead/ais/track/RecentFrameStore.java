package org.fairlead.ais.track;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;

/// What came last, beside the tracks: frames are kept as they came and how far they were read, in
/// one transaction, and answers take them into account from then on. Merging them into the tracks
/// costs a few rows for each ship, and waits until it pays for many fixes at once.
@ApplicationScoped
class RecentFrameStore {

    /// Of the locks that stand for partitions.
    private static final int PARTITIONS = 720_575_941;

    /// A frame that Kafka was sent twice, because who sent it died in between, is kept once.
    private static final String APPEND =
            """
            insert into recent_frame (partition, "offset", id, source, fixes, from_at, to_at,
                                      synthetic, bytes)
            select * from unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::int[],
                                 $6::timestamptz[], $7::timestamptz[], $8::bool[], $9::bytea[])
            on conflict do nothing
            """;

    /// One instance merges a partition at a time: what two would add to the same ship's last piece
    /// could not both stay. The other passes by.
    private static final String TAKE_PARTITION =
            "select pg_try_advisory_xact_lock(" + PARTITIONS + ", $1)";

    /// The oldest of a partition, up to a number of fixes.
    private static final String CHOOSE =
            """
            select r."offset", r.bytes
              from recent_frame r
              join (select "offset", sum(fixes) over (order by "offset") - fixes as before
                      from recent_frame where partition = $1) q on q."offset" = r."offset"
             where r.partition = $1 and q.before < $2
             order by r."offset" for update of r skip locked
            """;

    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

    private final Pool pool;
    private final TrackStore tracks;
    private final MeterRegistry meters;
    private final Turns turns;
    private final WaitingFrameStore waitingFrames;

    @Inject
    RecentFrameStore(Pool pool, TrackStore tracks, MeterRegistry meters, TrackConfig config) {
        this.pool = pool;
        this.tracks = tracks;
        this.meters = meters;
        this.turns = new Turns(config.readRecentAtATime(), LONGEST_TURN);
        this.waitingFrames =
                new WaitingFrameStore(pool, meters, config.keepRecentMegabytes() << 20);
    }

    /// Keeps frames and remembers where to read on, or neither.
    Uni<Void> append(List<RecentFrame> frames, List<TrackStore.ReadTo> readTo) {
        var some = frames.stream().filter(one -> one.frame().size() > 0).toList();
        return pool.withTransaction(connection ->
                insert(connection, some).chain(() -> TrackStore.writeOffsets(connection, readTo)));
    }

    private static Uni<Void> insert(SqlConnection connection, List<RecentFrame> frames) {
        if (frames.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(APPEND)
                .execute(
                        Tuple.from(
                                List.<Object>of(
                                        Parameters.column(
                                                frames, RecentFrame::partition, Integer[]::new),
                                        Parameters.column(frames, RecentFrame::offset, Long[]::new),
                                        Parameters.column(
                                                frames, one -> one.frame().id(), String[]::new),
                                        Parameters.column(
                                                frames, one -> one.frame().source(), String[]::new),
                                        Parameters.column(
                                                frames, one -> one.frame().size(), Integer[]::new),
                                        Parameters.column(
                                                frames,
                                                one -> utc(Instant.ofEpochMilli(one.fromMillis())),
                                                OffsetDateTime[]::new),
                                        Parameters.column(
                                                frames,
                                                one -> utc(Instant.ofEpochMilli(one.toMillis())),
                                                OffsetDateTime[]::new),
                                        Parameters.column(
                                                frames,
                                                one -> one.frame().isSynthetic(),
                                                Boolean[]::new),
                                        Parameters.column(
                                                frames,
                                                one -> Buffer.buffer(one.bytes()),
                                                Buffer[]::new))))
                .replaceWithVoid();
    }

    /// Fixes that wait of a partition.
    record Waiting(int partition, long fixes) {}

    /// What waits of each partition of which something does.
    Uni<List<Waiting>> waiting() {
        return pool.query(
                        "select partition, sum(fixes) as fixes from recent_frame group by 1 order by 1")
                .execute()
                .map(rows -> {
                    var waiting = new ArrayList<Waiting>();
                    for (Row row : rows) {
                        waiting.add(new Waiting(row.getInteger(0), row.getLong(1)));
                    }
                    return waiting;
                });
    }

    /// What was merged at once.
    ///
    /// @param ships how many different ones the fixes were of
    record Merged(int fixes, int ships) {

        static final Merged NOTHING = new Merged(0, 0);
    }

    /// Merges the oldest frames of a partition.
    ///
    /// @param mostFixes a frame that goes beyond is the last
    Uni<Merged> merge(int partition, int mostFixes) {
        return pool.withTransaction(connection ->
                        connection
                                .preparedQuery(TAKE_PARTITION)
                                .execute(Tuple.of(partition))
                                .chain(taken ->
                                        uniteOldest(
                                                connection,
                                                partition,
                                                taken.iterator().next().getBoolean(0)
                                                        ? mostFixes
                                                        : 0)))
                .invoke(united -> united.ifPresent(one -> tracks.committed(one.change())))
                .map(united -> united.map(United::merged).orElse(Merged.NOTHING));
    }

    private Uni<Optional<United>> uniteOldest(
            SqlConnection connection, int partition, int mostFixes) {
        if (mostFixes == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return connection
                .preparedQuery(CHOOSE)
                .execute(Tuple.of(partition, mostFixes))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(rows -> unite(connection, partition, rows));
    }

    private record United(Merged merged, TrackChange change) {}

    private Uni<Optional<United>> unite(SqlConnection connection, int partition, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        var frames = frames(rows);
        var offsets = new ArrayList<Long>();
        for (Row row : rows) {
            offsets.add(row.getLong("offset"));
        }
        int fixes = frames.stream().mapToInt(frame -> frame.fixes().size()).sum();
        return tracks.unite(connection, frames)
                .call(() ->
                        connection
                                .preparedQuery(
                                        "delete from recent_frame where partition = $1 and"
                                                + " \"offset\" = any($2)")
                                .execute(Tuple.of(partition, offsets.toArray(Long[]::new))))
                .invoke(() -> meters.counter("fairlead.ais.frames.merged").increment(frames.size()))
                .map(change -> Optional.of(new United(new Merged(fixes, change.ships()), change)));
    }

    /// Fixes of all ships in a span of time, both ends included, for as long as they are used. They
    /// take tens of megabytes of a large fleet, so few are given at a time and others wait. Where
    /// there are none, nobody waits.
    <T> Uni<T> between(Instant from, Instant to, Function<RecentFixes, Uni<T>> use) {
        return inTurn(
                from,
                to,
                all ->
                        use.apply(
                                new RecentFixes(
                                        all.stream().map(FrameCodec::places).toList(),
                                        from.toEpochMilli(),
                                        to.toEpochMilli())));
    }

    /// Those of one.
    Uni<List<Fix>> of(int mmsi, Instant from, Instant to) {
        return inTurn(
                from,
                to,
                all ->
                        Uni.createFrom()
                                .item(
                                        all.stream()
                                                .flatMap(bytes ->
                                                        FrameCodec.fixesOf(bytes, mmsi).stream())
                                                .filter(fix ->
                                                        fix.epochMillis() >= from.toEpochMilli()
                                                                && fix.epochMillis()
                                                                        <= to.toEpochMilli())
                                                .toList()));
    }

    private <T> Uni<T> inTurn(
            Instant from, Instant to, Function<List<byte[]>, Uni<? extends T>> use) {
        return waitingFrames
                .isAny(from, to)
                .chain(isAny ->
                        isAny
                                ? turns.<T>in(() -> waitingFrames.between(from, to).chain(use))
                                : use.apply(List.of()));
    }

    private static List<Frame> frames(RowSet<Row> rows) {
        var frames = new ArrayList<Frame>(rows.size());
        for (Row row : rows) {
            frames.add(FrameCodec.decode(row.getBuffer("bytes").getBytes()));
        }
        return frames;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
