package org.fairlead.ais.track;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.tracks.SegmentDamaged;
import org.jboss.logging.Logger;

/// Segments of tracks, the totals over them, and how far the frames have been read: all three in
/// one transaction, so that no crash loses or doubles a fix.
@ApplicationScoped
class TrackStore {

    static final String CONSUMER = "fairlead-ais-tracks";

    /// Compaction takes it alone, whatever adds to tracks shares it.
    static final long COMPACTION = 7_205_759_403L;

    /// The pieces a batch may meet: those of the same time, and the last, which may be added to.
    private static final String READ_PIECES =
            """
            select k.mmsi, k.day, s.part, s.format, s.fixes, s.from_at, s.to_at, s.bytes, s.last_part
              from unnest($1::int[], $2::date[], $3::float8[], $4::float8[])
                   as k(mmsi, day, from_seconds, to_seconds)
              cross join lateral (select part, format, fixes, from_at, to_at, bytes,
                                         max(part) over () as last_part
                                    from track_segment
                                   where mmsi = k.mmsi and day = k.day offset 0) s
             where (s.to_at >= to_timestamp(k.from_seconds)
                    and s.from_at <= to_timestamp(k.to_seconds)) or s.part = s.last_part
             order by k.mmsi, k.day, s.part
            """;

    private static final String INSERT_PIECES =
            """
            insert into track_segment (mmsi, day, part, from_at, to_at, min_latitude, max_latitude,
                                       min_longitude, max_longitude, fixes, synthetic, bytes, format)
            select mmsi, day, part, to_timestamp(from_seconds), to_timestamp(to_seconds),
                   min_latitude, max_latitude, min_longitude, max_longitude, fixes, synthetic, bytes,
                   format
              from unnest($1::int[], $2::date[], $3::int[], $4::float8[], $5::float8[], $6::int[],
                          $7::int[], $8::int[], $9::int[], $10::int[], $11::bool[], $12::bytea[],
                          $13::int[])
                   as u(mmsi, day, part, from_seconds, to_seconds, min_latitude, max_latitude,
                        min_longitude, max_longitude, fixes, synthetic, bytes, format)
            """;

    /// Only rows that are as they were read.
    private static final String UPDATE_PIECES =
            """
            update track_open s set
                from_at = to_timestamp(u.from_seconds), to_at = to_timestamp(u.to_seconds),
                min_latitude = u.min_latitude, max_latitude = u.max_latitude,
                min_longitude = u.min_longitude, max_longitude = u.max_longitude,
                fixes = u.fixes, synthetic = u.synthetic, bytes = u.bytes, format = u.format
              from unnest($1::int[], $2::date[], $3::int[], $4::float8[], $5::float8[], $6::int[],
                          $7::int[], $8::int[], $9::int[], $10::int[], $11::bool[], $12::bytea[],
                          $13::int[], $14::int[])
                   as u(mmsi, day, part, from_seconds, to_seconds, min_latitude, max_latitude,
                        min_longitude, max_longitude, fixes, synthetic, bytes, format, before)
             where s.mmsi = u.mmsi and s.day = u.day and s.part = u.part and s.fixes = u.before
            """;

    private static final String WRITE_CELLS =
            """
            insert into track_cell (day, cell, mmsi)
            select * from unnest($1::date[], $2::int[], $3::int[]) on conflict do nothing
            """;

    /// What lies as it came is numbered from 0, so a day that is not settled has a piece 0.
    static final String UNSETTLED =
            """
            select mmsi, day from track_open
             where part = 0 and day <= $1 and (day, mmsi) > ($2, $3)
             order by day, mmsi limit $4
            """;

    private static final String COLUMNS =
            "s.mmsi, s.day, s.part, s.format, s.fixes, s.from_at, s.to_at, s.bytes";

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
                sources = case when t.sources @> excluded.sources then t.sources
                          else array(select distinct unnest(t.sources || excluded.sources)
                                      order by 1) end
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

    private static final Logger LOG = Logger.getLogger(TrackStore.class);
    private static final int PIECES_TO_COMPACT = 16;
    private static final int MOST_REMEMBERED = 100_000;

    /// Unpacking them takes a millisecond or two; less is not worth a thread.
    private static final int FIXES_OF_A_PART = 100_000;

    private final Pool pool;
    private final MeterRegistry meters;
    private final Set<Segment.Key> manyPieces = ConcurrentHashMap.newKeySet();
    private final KnownShips knownShips = new KnownShips();

    @Inject
    TrackStore(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
    }

    /// Takes frames in and remembers where to read on. The same frames again change nothing.
    Uni<Void> take(List<Frame> frames, List<ReadTo> readTo) {
        return pool.withTransaction(connection ->
                        unite(connection, frames).call(() -> writeOffsets(connection, readTo)))
                .invoke(this::committed)
                .replaceWithVoid();
    }

    /// Says that what was united is there to stay.
    void committed(TrackChange change) {
        knownShips.committed(change.left());
    }

    /// The same within a transaction of somebody else, who tells of its end by [#committed].
    Uni<TrackChange> unite(SqlConnection connection, List<Frame> frames) {
        // Sorting and packing a large batch would hold up the event loop.
        return lock(connection)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(any -> new TrackChange(frames, knownShips))
                .call(change -> VisitStore.take(connection, change))
                .call(change -> uniteRest(connection, change))
                .call(change -> writeCells(connection, change.cells()))
                .call(change -> writeVessels(connection, change.byMmsi()))
                .call(change -> writeSources(connection, change.bySource()))
                .invoke(change -> change.changed().forEach(this::remember));
    }

    /// The long way: what is there is read, and written again with what is new.
    private Uni<Void> uniteRest(SqlConnection connection, TrackChange change) {
        return stored(connection, change.rest())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(change::unite)
                .chain(() -> writePieces(connection, change.changed()));
    }

    private void remember(TrackChange.Packed packed) {
        var piece = packed.piece();
        if (piece.part() >= PIECES_TO_COMPACT && manyPieces.size() < MOST_REMEMBERED) {
            manyPieces.add(piece.key());
        }
    }

    /// Shared by all who add. Their statements are planned for few rows, which is by index: planned
    /// for as many as there are, they would read whole tables.
    private static Uni<Void> lock(SqlConnection connection) {
        return connection
                .preparedQuery(
                        "select pg_advisory_xact_lock_shared($1),"
                                + " set_config('plan_cache_mode', 'force_generic_plan', true)")
                .execute(Tuple.of(COMPACTION))
                .replaceWithVoid();
    }

    private static Uni<Void> lockForCompaction(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(COMPACTION))
                .replaceWithVoid();
    }

    private Uni<Map<Segment.Key, TrackChange.Stored>> stored(
            SqlConnection connection, List<Visit> visits) {
        if (visits.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(READ_PIECES)
                .execute(
                        Tuple.of(
                                Parameters.ints(visits, Visit::mmsi),
                                Parameters.column(
                                        visits, visit -> visit.key().day(), LocalDate[]::new),
                                Parameters.seconds(visits, Visit::fromMillis),
                                Parameters.seconds(visits, Visit::toMillis)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::stored);
    }

    private Map<Segment.Key, TrackChange.Stored> stored(Iterable<Row> rows) {
        var there = new HashMap<Segment.Key, TrackChange.Stored>();
        for (Row row : rows) {
            var key = key(row);
            var before = there.get(key);
            var pieces =
                    before == null
                            ? new ArrayList<TrackChange.Piece>()
                            : new ArrayList<>(before.pieces());
            readable(row)
                    .ifPresent(fixes ->
                            pieces.add(
                                    new TrackChange.Piece(
                                            key,
                                            row.getInteger("part"),
                                            fixes,
                                            row.getInteger("fixes"))));
            there.put(key, new TrackChange.Stored(pieces, row.getInteger("last_part")));
        }
        return there;
    }

    private static Segment.Key key(Row row) {
        return new Segment.Key(row.getInteger("mmsi"), row.getLocalDate("day"));
    }

    /// What is damaged is left alone: it is added beside.
    private Optional<List<Fix>> readable(Row row) {
        try {
            return Optional.of(
                    SegmentCodec.decode(
                            row.getBuffer("bytes").getBytes(), row.getInteger("format")));
        } catch (SegmentDamaged damaged) {
            report(row, damaged);
            return Optional.empty();
        }
    }

    /// Counts and logs what cannot be read.
    Damage report(Row row, SegmentDamaged damaged) {
        var damage =
                new Damage(
                        row.getInteger("mmsi"),
                        row.getOffsetDateTime("from_at").toInstant(),
                        row.getOffsetDateTime("to_at").toInstant(),
                        row.getInteger("fixes"),
                        String.valueOf(damaged.getMessage()));
        LOG.errorf(
                "track damaged mmsi=%d day=%s part=%d cause=%s",
                damage.mmsi(), row.getLocalDate("day"), row.getInteger("part"), damage.detail());
        meters.counter("fairlead.ais.segments.damaged").increment();
        return damage;
    }

    /// Pieces that are there are written only if nobody changed them meanwhile.
    private static Uni<Void> writePieces(
            SqlConnection connection, List<TrackChange.Packed> pieces) {
        var added = pieces.stream().filter(TrackChange.Packed::isNew).toList();
        var changed = pieces.stream().filter(piece -> !piece.isNew()).toList();
        return insert(connection, added).chain(() -> update(connection, changed));
    }

    private static Uni<Void> insert(SqlConnection connection, List<TrackChange.Packed> pieces) {
        if (pieces.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT_PIECES)
                .execute(Tuple.from(columns(pieces)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }

    private static Uni<Void> update(SqlConnection connection, List<TrackChange.Packed> pieces) {
        if (pieces.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = columns(pieces);
        columns.add(Parameters.ints(pieces, one -> one.piece().before()));
        return connection
                .preparedQuery(UPDATE_PIECES)
                .execute(Tuple.from(columns))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> {
                    if (rows.rowCount() != pieces.size()) {
                        throw new IllegalStateException(
                                "pieces changed while they were merged: %d of %d are as they were"
                                        .formatted(rows.rowCount(), pieces.size()));
                    }
                })
                .replaceWithVoid();
    }

    private static List<Object> columns(List<TrackChange.Packed> pieces) {
        var columns = new ArrayList<Object>();
        columns.add(Parameters.ints(pieces, TrackChange.Packed::mmsi));
        columns.add(Parameters.column(pieces, one -> one.piece().key().day(), LocalDate[]::new));
        columns.add(Parameters.ints(pieces, one -> one.piece().part()));
        columns.add(Parameters.seconds(pieces, one -> one.piece().from()));
        columns.add(Parameters.seconds(pieces, one -> one.piece().to()));
        columns.add(Parameters.ints(pieces, one -> one.box().minLatitude()));
        columns.add(Parameters.ints(pieces, one -> one.box().maxLatitude()));
        columns.add(Parameters.ints(pieces, one -> one.box().minLongitude()));
        columns.add(Parameters.ints(pieces, one -> one.box().maxLongitude()));
        columns.add(Parameters.ints(pieces, one -> one.piece().fixes().size()));
        columns.add(Parameters.column(pieces, one -> one.box().isSynthetic(), Boolean[]::new));
        columns.add(Parameters.column(pieces, one -> Buffer.buffer(one.bytes()), Buffer[]::new));
        columns.add(Parameters.ints(pieces, TrackChange.Packed::format));
        return columns;
    }

    private static Uni<Void> writeCells(
            SqlConnection connection, List<TrackChange.CellRow> places) {
        return write(
                connection,
                WRITE_CELLS,
                places,
                List.of(
                        all -> Parameters.column(all, TrackChange.CellRow::day, LocalDate[]::new),
                        all -> Parameters.ints(all, TrackChange.CellRow::cell),
                        all -> Parameters.ints(all, TrackChange.CellRow::mmsi)));
    }

    /// Ships' days that lie in many pieces; they are forgotten by asking.
    List<Segment.Key> takeManyPieces(int most) {
        var taken = manyPieces.stream().limit(most).toList();
        manyPieces.removeAll(taken);
        return taken;
    }

    /// Ships' days that an earlier version wrote.
    Uni<List<Segment.Key>> old(int most) {
        return pool.preparedQuery("select mmsi, day from track_open where format = 1 limit $1")
                .execute(Tuple.of(most))
                .map(TrackStore::keys);
    }

    /// Ships' days that lie as they came, by day and ship, after one and up to a day.
    Uni<List<Segment.Key>> unsettled(Segment.Key after, LocalDate last, int most) {
        return pool.preparedQuery(UNSETTLED)
                .execute(Tuple.of(last, after.day(), after.mmsi(), most))
                .map(TrackStore::keys);
    }

    private static List<Segment.Key> keys(Iterable<Row> rows) {
        var keys = new ArrayList<Segment.Key>();
        for (Row row : rows) {
            keys.add(key(row));
        }
        return keys;
    }

    /// Settles the pieces of each day, see [Settled]; the answer is how many days. One with a
    /// damaged piece stays as it is.
    Uni<Integer> compact(List<Segment.Key> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Object[] mmsis = column(keys, Segment.Key::mmsi, Integer[]::new);
        Object[] days = column(keys, Segment.Key::day, LocalDate[]::new);
        return pool.withTransaction(connection ->
                lockForCompaction(connection)
                        .chain(() ->
                                connection
                                        .preparedQuery(
                                                "select "
                                                        + COLUMNS
                                                        + " from track_segment s join"
                                                        + " unnest($1::int[], $2::date[]) as k(mmsi,"
                                                        + " day) on s.mmsi = k.mmsi and s.day ="
                                                        + " k.day order by 1, 2, 3")
                                        .execute(Tuple.of(mmsis, days)))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(this::merged)
                        .chain(merged ->
                                delete(connection, merged)
                                        .emitOn(Infrastructure.getDefaultWorkerPool())
                                        .chain(() ->
                                                insert(connection, TrackChange.Packed.all(merged)))
                                        .chain(() -> writeCells(connection, cells(merged)))
                                        .replaceWith(days(merged))));
    }

    private List<TrackChange.Piece> merged(Iterable<Row> rows) {
        var pieces = new LinkedHashMap<Segment.Key, List<List<Fix>>>();
        var damaged = new HashSet<Segment.Key>();
        var unsettled = new HashSet<Segment.Key>();
        for (Row row : rows) {
            if (row.getInteger("part") > Settled.LAST) {
                unsettled.add(key(row));
            }
            var fixes = readable(row);
            fixes.ifPresentOrElse(
                    some -> pieces.computeIfAbsent(key(row), any -> new ArrayList<>()).add(some),
                    () -> damaged.add(key(row)));
        }
        var merged = new ArrayList<TrackChange.Piece>();
        pieces.forEach((key, all) -> {
            if (unsettled.contains(key) && !damaged.contains(key)) {
                merged.addAll(Settled.pieces(key, Segment.union(all)));
            }
        });
        return merged;
    }

    private static int days(List<TrackChange.Piece> pieces) {
        return (int) pieces.stream().map(TrackChange.Piece::key).distinct().count();
    }

    private static List<TrackChange.CellRow> cells(List<TrackChange.Piece> pieces) {
        var cells = new LinkedHashSet<TrackChange.CellRow>();
        for (TrackChange.Piece piece : pieces) {
            for (Fix fix : piece.fixes()) {
                cells.add(
                        new TrackChange.CellRow(
                                piece.key().day(),
                                Cells.of(fix.latitude(), fix.longitude()),
                                piece.key().mmsi()));
            }
        }
        return List.copyOf(cells);
    }

    private static Uni<Void> delete(SqlConnection connection, List<TrackChange.Piece> merged) {
        return connection
                .preparedQuery(
                        "delete from track_segment s using unnest($1::int[], $2::date[]) as"
                                + " k(mmsi, day) where s.mmsi = k.mmsi and s.day = k.day")
                .execute(
                        Tuple.of(
                                column(merged, piece -> piece.key().mmsi(), Integer[]::new),
                                column(merged, piece -> piece.key().day(), LocalDate[]::new)))
                .replaceWithVoid();
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
                                                        String.valueOf(Visit.SEPARATOR),
                                                        one.getValue().sources()),
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

    static Uni<Void> writeOffsets(SqlConnection connection, List<ReadTo> readTo) {
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
        return at(fix.epochMillis());
    }

    private static OffsetDateTime at(long epochMillis) {
        return utc(Instant.ofEpochMilli(epochMillis));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
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
    ///
    /// @param recent of that span and read before, so that what is merged meanwhile is not missed
    Uni<TrackRead> fixes(int mmsi, Instant from, Instant to, List<Fix> recent) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from track_segment s where s.mmsi = $1 and"
                                + " s.to_at >= $2 and s.from_at <= $3 order by s.day, s.part")
                .execute(Tuple.of(mmsi, utc(from), utc(to)))
                .chain(rows -> read(mmsi, rows, from, to, recent));
    }

    /// Each part by whoever is free: a year of a busy ship is a million fixes.
    private Uni<TrackRead> read(
            int mmsi, Iterable<Row> rows, Instant from, Instant to, List<Fix> recent) {
        var parts = parts(rows);
        var reads = new ArrayList<Uni<TrackRead>>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var begin = i == 0 ? LocalDate.MIN : day(part);
            var end = i + 1 == parts.size() ? LocalDate.MAX : day(parts.get(i + 1));
            var news =
                    recent.stream()
                            .filter(fix -> fix.mmsi() == mmsi)
                            .filter(fix -> isWithin(Segment.Key.of(fix).day(), begin, end))
                            .toList();
            reads.add(
                    Uni.createFrom()
                            .item(() -> read(mmsi, part, from, to, news))
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
        }
        return Uni.join().all(reads).andFailFast().map(TrackRead::joined);
    }

    private static LocalDate day(List<Row> part) {
        return part.getFirst().getLocalDate("day");
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate before) {
        return !day.isBefore(from) && day.isBefore(before);
    }

    /// Cut between days; one, if it is empty, when there is nothing.
    private static List<List<Row>> parts(Iterable<Row> rows) {
        var parts = new ArrayList<List<Row>>();
        var part = new ArrayList<Row>();
        int fixes = 0;
        for (Row row : rows) {
            if (fixes >= FIXES_OF_A_PART
                    && !row.getLocalDate("day").equals(part.getLast().getLocalDate("day"))) {
                parts.add(part);
                part = new ArrayList<>();
                fixes = 0;
            }
            part.add(row);
            fixes += row.getInteger("fixes");
        }
        parts.add(part);
        return parts;
    }

    private TrackRead read(int mmsi, List<Row> rows, Instant from, Instant to, List<Fix> recent) {
        int expected = recent.size() + rows.stream().mapToInt(row -> row.getInteger("fixes")).sum();
        var track = new TrackAssembly(mmsi, from, to, recent, expected);
        var damages = new ArrayList<Damage>();
        for (Row row : rows) {
            try {
                track.add(
                        row.getLocalDate("day"),
                        row.getBuffer("bytes").getBytes(),
                        row.getInteger("format"));
            } catch (SegmentDamaged damaged) {
                damages.add(report(row, damaged));
            }
        }
        return new TrackRead(track.fixes(), damages);
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
