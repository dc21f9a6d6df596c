package org.fairlead.ais.track;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;

/// Segments of tracks, the totals over them, and how far the frames have been read: all three in
/// one transaction, so that no crash loses or doubles a fix.
@ApplicationScoped
class TrackStore {

    static final String CONSUMER = "fairlead-ais-tracks";

    private static final String SOURCE_SEPARATOR = "\u001f";

    private static final String LOCK_SEGMENTS =
            """
            select s.mmsi, s.day, s.bytes from track_segment s
              join unnest($1::int[], $2::date[]) as k(mmsi, day) on s.mmsi = k.mmsi and s.day = k.day
             order by s.mmsi, s.day for update of s
            """;

    private static final String WRITE_SEGMENTS =
            """
            insert into track_segment (mmsi, day, from_at, to_at, min_latitude, max_latitude,
                                       min_longitude, max_longitude, fixes, synthetic, bytes)
            select * from unnest($1::int[], $2::date[], $3::timestamptz[], $4::timestamptz[],
                                 $5::int[], $6::int[], $7::int[], $8::int[], $9::int[],
                                 $10::bool[], $11::bytea[])
            on conflict (mmsi, day) do update set
                from_at = excluded.from_at, to_at = excluded.to_at,
                min_latitude = excluded.min_latitude, max_latitude = excluded.max_latitude,
                min_longitude = excluded.min_longitude, max_longitude = excluded.max_longitude,
                fixes = excluded.fixes, synthetic = excluded.synthetic, bytes = excluded.bytes
            """;

    private static final String WRITE_VESSELS =
            """
            insert into vessel_track as t (mmsi, fixes, first_at, last_at, last_latitude,
                                      last_longitude, last_speed, last_course, synthetic, sources)
            select u.mmsi, u.fixes, u.first_at, u.last_at, u.latitude, u.longitude, u.speed,
                   u.course, u.synthetic, string_to_array(u.sources, e'\\x1f')
              from unnest($1::int[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::int[],
                          $6::int[], $7::int[], $8::int[], $9::bool[], $10::text[])
                   as u(mmsi, fixes, first_at, last_at, latitude, longitude, speed, course,
                        synthetic, sources)
            on conflict (mmsi) do update set
                fixes = t.fixes + excluded.fixes,
                first_at = least(t.first_at, excluded.first_at),
                last_latitude = case when excluded.last_at > t.last_at
                                     then excluded.last_latitude else t.last_latitude end,
                last_longitude = case when excluded.last_at > t.last_at
                                      then excluded.last_longitude else t.last_longitude end,
                last_speed = case when excluded.last_at > t.last_at
                                  then excluded.last_speed else t.last_speed end,
                last_course = case when excluded.last_at > t.last_at
                                   then excluded.last_course else t.last_course end,
                last_at = greatest(t.last_at, excluded.last_at),
                synthetic = t.synthetic or excluded.synthetic,
                sources = array(select distinct unnest(t.sources || excluded.sources) order by 1)
            """;

    private static final String WRITE_SOURCES =
            """
            insert into source_track as t (name, fixes, first_at, last_at, synthetic)
            select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::timestamptz[],
                                 $5::bool[])
            on conflict (name) do update set
                fixes = t.fixes + excluded.fixes,
                first_at = least(t.first_at, excluded.first_at),
                last_at = greatest(t.last_at, excluded.last_at),
                synthetic = t.synthetic or excluded.synthetic
            """;

    private static final String WRITE_OFFSETS =
            """
            insert into consumed_offset (consumer, topic, partition, next_offset)
            select $1, u.topic, u.partition, u.next_offset
              from unnest($2::text[], $3::int[], $4::bigint[]) as u(topic, partition, next_offset)
            on conflict (consumer, topic, partition) do update set next_offset = excluded.next_offset
            """;

    private final Pool pool;

    @Inject
    TrackStore(Pool pool) {
        this.pool = pool;
    }

    /// Takes frames in and remembers where to read on. The same frames again change nothing.
    Uni<Void> take(List<Frame> frames, List<ReadTo> readTo) {
        return pool.withTransaction(connection -> {
            var change = new TrackChange(frames);
            return lock(connection, change.keys())
                    // Decoding and merging a large batch would hold up the event loop.
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(change::unite)
                    .chain(() -> writeSegments(connection, change.changed()))
                    .chain(() -> writeVessels(connection, change.byMmsi()))
                    .chain(() -> writeSources(connection, change.bySource()))
                    .chain(() -> writeOffsets(connection, readTo));
        });
    }

    private static Uni<Map<Segment.Key, Segment>> lock(
            SqlConnection connection, List<Segment.Key> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(LOCK_SEGMENTS)
                .execute(
                        Tuple.of(
                                column(keys, Segment.Key::mmsi, Integer[]::new),
                                column(keys, Segment.Key::day, LocalDate[]::new)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    var there = new HashMap<Segment.Key, Segment>();
                    for (Row row : rows) {
                        var key = new Segment.Key(row.getInteger("mmsi"), row.getLocalDate("day"));
                        there.put(key, new Segment(key, fixes(row)));
                    }
                    return there;
                });
    }

    private static Uni<Void> writeSegments(SqlConnection connection, List<Segment> segments) {
        return write(
                connection,
                WRITE_SEGMENTS,
                segments,
                List.of(
                        all -> column(all, segment -> segment.key().mmsi(), Integer[]::new),
                        all -> column(all, segment -> segment.key().day(), LocalDate[]::new),
                        all -> column(all, segment -> utc(segment.from()), OffsetDateTime[]::new),
                        all -> column(all, segment -> utc(segment.to()), OffsetDateTime[]::new),
                        all -> column(all, TrackStore::minLatitude, Integer[]::new),
                        all -> column(all, TrackStore::maxLatitude, Integer[]::new),
                        all -> column(all, TrackStore::minLongitude, Integer[]::new),
                        all -> column(all, TrackStore::maxLongitude, Integer[]::new),
                        all -> column(all, segment -> segment.fixes().size(), Integer[]::new),
                        all -> column(all, Segment::isSynthetic, Boolean[]::new),
                        all -> column(all, TrackStore::bytes, Buffer[]::new)));
    }

    private static int minLatitude(Segment segment) {
        return segment.fixes().stream().mapToInt(Fix::latitude).min().orElseThrow();
    }

    private static int maxLatitude(Segment segment) {
        return segment.fixes().stream().mapToInt(Fix::latitude).max().orElseThrow();
    }

    private static int minLongitude(Segment segment) {
        return segment.fixes().stream().mapToInt(Fix::longitude).min().orElseThrow();
    }

    private static int maxLongitude(Segment segment) {
        return segment.fixes().stream().mapToInt(Fix::longitude).max().orElseThrow();
    }

    private static Buffer bytes(Segment segment) {
        return Buffer.buffer(SegmentCodec.encode(segment.fixes()));
    }

    private static Uni<Void> writeVessels(
            SqlConnection connection, SortedMap<Integer, TrackChange.Gain> gains) {
        return write(
                connection,
                WRITE_VESSELS,
                List.copyOf(gains.entrySet()),
                List.of(
                        all -> column(all, Map.Entry::getKey, Integer[]::new),
                        all -> column(all, one -> one.getValue().fixes(), Long[]::new),
                        all ->
                                column(
                                        all,
                                        one -> at(one.getValue().first()),
                                        OffsetDateTime[]::new),
                        all -> column(all, one -> at(one.getValue().last()), OffsetDateTime[]::new),
                        all -> column(all, one -> one.getValue().last().latitude(), Integer[]::new),
                        all ->
                                column(
                                        all,
                                        one -> one.getValue().last().longitude(),
                                        Integer[]::new),
                        all -> column(all, one -> one.getValue().last().speed(), Integer[]::new),
                        all -> column(all, one -> one.getValue().last().course(), Integer[]::new),
                        all -> column(all, one -> one.getValue().isSynthetic(), Boolean[]::new),
                        all ->
                                column(
                                        all,
                                        one ->
                                                String.join(
                                                        SOURCE_SEPARATOR, one.getValue().sources()),
                                        String[]::new)));
    }

    private static Uni<Void> writeSources(
            SqlConnection connection, SortedMap<String, TrackChange.Gain> gains) {
        return write(
                connection,
                WRITE_SOURCES,
                List.copyOf(gains.entrySet()),
                List.of(
                        all -> column(all, Map.Entry::getKey, String[]::new),
                        all -> column(all, one -> one.getValue().fixes(), Long[]::new),
                        all ->
                                column(
                                        all,
                                        one -> at(one.getValue().first()),
                                        OffsetDateTime[]::new),
                        all -> column(all, one -> at(one.getValue().last()), OffsetDateTime[]::new),
                        all -> column(all, one -> one.getValue().isSynthetic(), Boolean[]::new)));
    }

    private static Uni<Void> writeOffsets(SqlConnection connection, List<ReadTo> readTo) {
        return write(
                connection,
                WRITE_OFFSETS,
                readTo,
                List.of(
                        all -> CONSUMER,
                        all -> column(all, ReadTo::topic, String[]::new),
                        all -> column(all, ReadTo::partition, Integer[]::new),
                        all -> column(all, ReadTo::nextOffset, Long[]::new)));
    }

    private static <T> Uni<Void> write(
            SqlConnection connection,
            String statement,
            List<T> rows,
            List<Function<List<T>, Object>> columns) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> values = columns.stream().map(column -> column.apply(rows)).toList();
        return connection.preparedQuery(statement).execute(Tuple.from(values)).replaceWithVoid();
    }

    private static <T, C> C[] column(
            Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static OffsetDateTime at(Fix fix) {
        return utc(Instant.ofEpochMilli(fix.epochMillis()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static List<Fix> fixes(Row row) {
        return SegmentCodec.decode(row.getBuffer("bytes").getBytes());
    }

    /// Where to read on, by partition of a topic.
    Uni<Map<Integer, Long>> nextOffsets(String topic) {
        return pool.preparedQuery(
                        "select partition, next_offset from consumed_offset"
                                + " where consumer = $1 and topic = $2")
                .execute(Tuple.of(CONSUMER, topic))
                .map(rows -> {
                    var next = new HashMap<Integer, Long>();
                    for (Row row : rows) {
                        next.put(row.getInteger("partition"), row.getLong("next_offset"));
                    }
                    return next;
                });
    }

    /// How many fixes the days of this span hold, at least as many as the span itself.
    Uni<Long> count(int mmsi, Instant from, Instant to) {
        return pool.preparedQuery(
                        "select coalesce(sum(fixes), 0)::bigint as fixes from track_segment"
                                + " where mmsi = $1 and to_at >= $2 and from_at <= $3")
                .execute(Tuple.of(mmsi, utc(from), utc(to)))
                .map(rows -> rows.iterator().next().getLong("fixes"));
    }

    /// The fixes of one transmitter in a span of time, both ends included, in order.
    Uni<List<Fix>> fixes(int mmsi, Instant from, Instant to) {
        return pool.preparedQuery(
                        "select bytes from track_segment where mmsi = $1 and to_at >= $2"
                                + " and from_at <= $3 order by day")
                .execute(Tuple.of(mmsi, utc(from), utc(to)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    var fixes = new ArrayList<Fix>();
                    for (Row row : rows) {
                        fixes.addAll(between(fixes(row), from, to));
                    }
                    return fixes;
                });
    }

    private static List<Fix> between(List<Fix> fixes, Instant from, Instant to) {
        return fixes.stream()
                .filter(fix ->
                        fix.epochMillis() >= from.toEpochMilli()
                                && fix.epochMillis() <= to.toEpochMilli())
                .toList();
    }

    /// The tracks that may have come near a place: their fixes in a span of time, by transmitter.
    Uni<Map<Integer, List<Fix>>> around(Bounds bounds, Instant from, Instant to) {
        return pool.preparedQuery(
                        "select mmsi, bytes from track_segment where day = any($1)"
                                + " and to_at >= $2 and from_at <= $3"
                                + " and max_latitude >= $4 and min_latitude <= $5"
                                + " and ($8 or (max_longitude >= $6 and min_longitude <= $7))"
                                + " order by mmsi, day")
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        days(from, to),
                                        utc(from),
                                        utc(to),
                                        bounds.minLatitude(),
                                        bounds.maxLatitude(),
                                        bounds.minLongitude(),
                                        bounds.maxLongitude(),
                                        bounds.isAnyLongitude())))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    var tracks = new HashMap<Integer, List<Fix>>();
                    for (Row row : rows) {
                        tracks.computeIfAbsent(row.getInteger("mmsi"), any -> new ArrayList<>())
                                .addAll(between(fixes(row), from, to));
                    }
                    return tracks;
                });
    }

    private static LocalDate[] days(Instant from, Instant to) {
        return LocalDate.ofInstant(from, ZoneOffset.UTC)
                .datesUntil(LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1))
                .toArray(LocalDate[]::new);
    }

    /// The next offset to read of one partition.
    record ReadTo(String topic, int partition, long nextOffset) {}

    /// A box in 1/10000 minute.
    record Bounds(
            int minLatitude,
            int maxLatitude,
            int minLongitude,
            int maxLongitude,
            boolean isAnyLongitude) {}
}
