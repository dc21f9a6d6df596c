package org.fairlead.ais.track;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.TrackColumns;

/// Who was around a place at a time. Of each track only what was heard last before that time and
/// first after it is unpacked.
@ApplicationScoped
class NearStore {

    /// Ships by the cells of the place and day; of each the settled piece that begins last before
    /// the time, which one look into the index finds, because the number of a piece says when it
    /// begins. It mostly holds what was heard before and after. Where it does not, all pieces
    /// around that time are read; where a day is not settled yet, those that lie as they came, too.
    /// The last part finds what has not been rewritten since an earlier version, by an index of its
    /// own.
    ///
    /// Lateral parts are fenced by their offset, so that each stays a look-up. What is longer than
    /// 2,048 characters the client would have parsed and planned anew each time.
    static final String AROUND =
            """
            with near as materialized (
                select c.mmsi
                  from unnest($1::date[]) as d(day)
                 cross join unnest($2::int[], $3::int[]) as r(from_cell, to_cell)
                 cross join lateral (select mmsi from track_cell
                                      where day = d.day and cell between r.from_cell and r.to_cell
                                     offset 0) c
                 where c.mmsi / 7 % 2 = $12
                 union
                select mmsi from unnest($11::int[]) as n(mmsi)),
            begun as materialized (
                select n.mmsi as ship, s.* from near n left join lateral (
                    select * from track_settled
                     where mmsi = n.mmsi and day = $8 and part <= $9
                     order by part desc limit 1) s on true),
            rest as materialized (
                select ship from begun where (from_at <= $10 and to_at > $10) is not true)
            select * from begun where from_at <= $10 and to_at > $10
            union all
            select n.ship, s.* from rest n
             cross join unnest($1::date[], $6::int[], $7::int[]) as d(day, from_part, to_part)
             cross join lateral (
                select s.* from track_settled s
                 where s.mmsi = n.ship and s.day = d.day and s.part <= d.to_part
                   and s.part >= coalesce((select b.part from track_settled b
                                            where b.mmsi = n.ship and b.day = d.day
                                              and b.part <= d.from_part
                                            order by b.part desc limit 1), -86400)
                   and s.to_at >= $4 and s.from_at <= $5 offset 0) s
            union all
            select n.mmsi, s.* from near n
             cross join unnest($1::date[]) as d(day)
             cross join lateral (
                select s.* from track_open s
                 where s.mmsi = n.mmsi and s.day = d.day and s.format > 1
                   and s.to_at >= $4 and s.from_at <= $5 offset 0) s
             where exists (select from track_open where part = 0 and day = any($1))
            union all
            select s.mmsi, s.* from track_open s
             where s.format = 1 and s.day = any($1) and s.to_at >= $4 and s.from_at <= $5
               and s.mmsi / 7 % 2 = $12
            """;

    /// So many questions are asked at once, each of a part of the ships: looking them up keeps a
    /// processor of the database busy, or its disk waiting.
    private static final int HALVES = 2;

    private static final int ROWS_OF_A_BLOCK = 128;
    private static final int FULL_TURN = 360 * 600_000;

    private final Pool pool;
    private final TrackStore tracks;

    @Inject
    NearStore(Pool pool, TrackStore tracks) {
        this.pool = pool;
        this.tracks = tracks;
    }

    /// What was heard last at or before a time and first after it of each ship that came into a box
    /// around then, by transmitter.
    ///
    /// @param span before and after that time in which reports count
    /// @param recent of that span and read before, so that what is merged meanwhile is not missed
    Uni<Map<Integer, TrackRead>> around(
            TrackStore.Bounds box, Instant at, Duration span, RecentFixes recent) {
        // Of which something that is not merged yet lies in the cells of the box.
        var ships = recent.ships(Cells.of(box));
        var halves =
                IntStream.range(0, HALVES)
                        .mapToObj(half -> around(box, at, span, recent, ships, half))
                        .toList();
        return Uni.combine()
                .all()
                .unis(halves)
                .with(
                        TrackReads.class,
                        all -> {
                            var found = new HashMap<Integer, TrackRead>();
                            all.forEach(half -> found.putAll(half.byShip()));
                            return found;
                        });
    }

    private record TrackReads(Map<Integer, TrackRead> byShip) {}

    private Uni<TrackReads> around(
            TrackStore.Bounds box,
            Instant at,
            Duration span,
            RecentFixes recent,
            Set<Integer> ofBoth,
            int half) {
        var ships = ofBoth.stream().filter(mmsi -> half(mmsi) == half).toArray(Integer[]::new);
        return pool.preparedQuery(AROUND)
                .execute(arguments(box, at, span, ships, half))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> new TrackReads(read(rows, box, at, span, recent, ships)));
    }

    /// As the statement reckons.
    private static int half(int mmsi) {
        return mmsi / 7 % HALVES;
    }

    static Tuple arguments(
            TrackStore.Bounds box, Instant at, Duration span, Integer[] recent, int half) {
        var from = at.minus(span);
        var to = at.plus(span);
        var days = days(from, to);
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var cells = Cells.of(box);
        return Tuple.from(
                List.<Object>of(
                        days.toArray(LocalDate[]::new),
                        cells.stream().map(Cells.Range::from).toArray(Integer[]::new),
                        cells.stream().map(Cells.Range::to).toArray(Integer[]::new),
                        from.atOffset(ZoneOffset.UTC),
                        to.atOffset(ZoneOffset.UTC),
                        parts(days, from),
                        parts(days, to),
                        day,
                        Settled.part(day, at.toEpochMilli()),
                        at.atOffset(ZoneOffset.UTC),
                        recent,
                        half));
    }

    private static List<LocalDate> days(Instant from, Instant to) {
        return LocalDate.ofInstant(from, ZoneOffset.UTC)
                .datesUntil(LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1))
                .toList();
    }

    private static Integer[] parts(List<LocalDate> days, Instant at) {
        return days.stream()
                .map(day -> Settled.part(day, at.toEpochMilli()))
                .toArray(Integer[]::new);
    }

    private Map<Integer, TrackRead> read(
            Iterable<Row> rows,
            TrackStore.Bounds box,
            Instant at,
            Duration span,
            RecentFixes recent,
            Integer[] recentShips) {
        var ships = new HashMap<Integer, List<Row>>();
        rows.forEach(row ->
                ships.computeIfAbsent(row.getInteger(0), any -> new ArrayList<>(2)).add(row));
        var cameJustNow = Set.of(recentShips);
        ships.entrySet()
                .removeIf(ship ->
                        !cameJustNow.contains(ship.getKey())
                                && ship.getValue().stream().noneMatch(row -> isMet(row, box)));
        cameJustNow.forEach(ship -> ships.computeIfAbsent(ship, any -> new ArrayList<>()));
        var news = recent.of(ships.keySet());
        var buffer = new TrackColumns(ROWS_OF_A_BLOCK);
        var found = new HashMap<Integer, TrackRead>();
        ships.forEach((mmsi, hers) ->
                found.put(mmsi, read(hers, at, span, news.getOrDefault(mmsi, List.of()), buffer)));
        return found;
    }

    /// Whether a piece came into the box. What earlier versions wrote does not say.
    private static boolean isMet(Row row, TrackStore.Bounds box) {
        return row.getInteger("format") == SegmentCodec.FRAMES
                || (row.getInteger("max_latitude") >= box.minLatitude()
                        && row.getInteger("min_latitude") <= box.maxLatitude()
                        && (isMet(row, box, -FULL_TURN)
                                || isMet(row, box, 0)
                                || isMet(row, box, FULL_TURN)));
    }

    private static boolean isMet(Row row, TrackStore.Bounds box, int turn) {
        return box.isAnyLongitude()
                || (row.getInteger("max_longitude") >= box.minLongitude() + turn
                        && row.getInteger("min_longitude") <= box.maxLongitude() + turn);
    }

    private TrackRead read(
            List<Row> rows, Instant at, Duration span, List<Fix> recent, TrackColumns buffer) {
        var pieces = new ArrayList<List<Fix>>();
        var damages = new ArrayList<Damage>();
        for (Row row : rows) {
            try {
                pieces.add(
                        SegmentCodec.around(
                                row.getBuffer("bytes").getBytes(),
                                row.getInteger("format"),
                                at.toEpochMilli(),
                                span.toMillis(),
                                buffer));
            } catch (SegmentDamaged damaged) {
                damages.add(tracks.report(row, damaged));
            }
        }
        recent.forEach(fix -> pieces.add(List.of(fix)));
        return new TrackRead(Segment.union(pieces), damages);
    }
}
