package org.fairlead.ais.track;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// The short way into the tracks, for what is later than anything there is of its ship, as nearly
/// all of a live feed is: her totals and her last piece are each changed by a statement that reads
/// nothing to this process. Both say of which ships they held.
final class VisitStore {

    /// Nothing may overlap what is later than the last of all, so nothing has to be read to know
    /// that none of it is there yet.
    static final String COUNT =
            """
            with counted as (
                update vessel_track t set
                    fixes = t.fixes + u.fixes, last_at = to_timestamp(u.to_seconds),
                    last_latitude = u.latitude, last_longitude = u.longitude,
                    last_speed = u.speed, last_course = u.course,
                    synthetic = t.synthetic or u.synthetic
                  from unnest($1::int[], $2::int[], $3::float8[], $4::float8[], $5::int[],
                              $6::int[], $7::int[], $8::int[], $9::bool[], $10::int[])
                       as u(mmsi, fixes, from_seconds, to_seconds, latitude, longitude, speed,
                            course, synthetic, sources)
                 where t.mmsi = u.mmsi and t.last_at < to_timestamp(u.from_seconds)
                   and (($11::text[])[u.sources] = any(t.sources)
                        or t.sources @> string_to_array(($11::text[])[u.sources], e'\\x1f'))
                returning t.mmsi)
            select array_agg(mmsi) from counted
            """;

    /// The number of its fixes says that the piece is as it was left, and that it is the last: one
    /// that has room is added to before another begins.
    static final String ADD =
            """
            with added as (
                update track_open s set
                    to_at = to_timestamp(u.to_seconds), fixes = s.fixes + u.fixes,
                    min_latitude = least(s.min_latitude, u.min_latitude),
                    max_latitude = greatest(s.max_latitude, u.max_latitude),
                    min_longitude = least(s.min_longitude, u.min_longitude),
                    max_longitude = greatest(s.max_longitude, u.max_longitude),
                    synthetic = s.synthetic or u.synthetic, bytes = s.bytes || u.bytes
                  from unnest($1::int[], $2::date[], $3::int[], $4::int[], $5::int[], $6::float8[],
                              $7::int[], $8::int[], $9::int[], $10::int[], $11::bool[],
                              $12::bytea[])
                       as u(mmsi, day, part, before, fixes, to_seconds, min_latitude, max_latitude,
                            min_longitude, max_longitude, synthetic, bytes)
                 where s.mmsi = u.mmsi and s.day = u.day and s.part = u.part
                   and s.fixes = u.before and s.format = 3
                returning s.mmsi)
            select array_agg(mmsi) from added
            """;

    /// What is looked at column by column stays in the processor's cache, here and in the database.
    private static final int AT_A_TIME = 1_000;

    private VisitStore() {}

    /// Adds to the totals of ships, and to the last pieces of their tracks, what can be added so.
    /// What is left is [TrackChange#rest].
    static Uni<Void> take(SqlConnection connection, TrackChange change) {
        var visits = change.onlyOnes();
        if (visits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .range(0, (visits.size() + AT_A_TIME - 1) / AT_A_TIME)
                .map(i ->
                        visits.subList(i * AT_A_TIME, Math.min(visits.size(), (i + 1) * AT_A_TIME)))
                .onItem()
                .transformToUniAndConcatenate(some -> take(connection, change, some))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> take(
            SqlConnection connection, TrackChange change, List<Visit> visits) {
        return count(connection, visits)
                .map(any -> change.additions(visits))
                .chain(additions -> add(connection, additions, change));
    }

    private static Uni<Void> count(SqlConnection connection, List<Visit> visits) {
        var sources = new LinkedHashMap<String, Integer>();
        // An array begins with 1 there.
        var source =
                Parameters.ints(
                        visits,
                        visit ->
                                sources.computeIfAbsent(
                                        visit.sources(), any -> sources.size() + 1));
        return connection
                .preparedQuery(COUNT)
                .execute(
                        Tuple.from(
                                List.<Object>of(
                                        Parameters.ints(visits, Visit::mmsi),
                                        Parameters.ints(visits, Visit::size),
                                        Parameters.seconds(visits, Visit::fromMillis),
                                        Parameters.seconds(visits, Visit::toMillis),
                                        Parameters.ints(visits, visit -> visit.last().latitude()),
                                        Parameters.ints(visits, visit -> visit.last().longitude()),
                                        Parameters.ints(visits, visit -> visit.last().speed()),
                                        Parameters.ints(visits, visit -> visit.last().course()),
                                        Parameters.column(
                                                visits, Visit::isSynthetic, Boolean[]::new),
                                        source,
                                        sources.keySet().toArray(String[]::new))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> held(rows, visits, Visit::mmsi).forEach(Visit::count))
                .replaceWithVoid();
    }

    private static Uni<Void> add(
            SqlConnection connection, List<TrackChange.Addition> additions, TrackChange change) {
        if (additions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD)
                .execute(
                        Tuple.from(
                                List.<Object>of(
                                        Parameters.ints(additions, one -> one.visit().mmsi()),
                                        Parameters.column(
                                                additions,
                                                one -> one.visit().key().day(),
                                                LocalDate[]::new),
                                        Parameters.ints(additions, one -> one.to().part()),
                                        Parameters.ints(additions, one -> one.to().fixes()),
                                        Parameters.ints(additions, one -> one.visit().size()),
                                        Parameters.seconds(
                                                additions, one -> one.visit().toMillis()),
                                        Parameters.ints(additions, one -> one.box().minLatitude()),
                                        Parameters.ints(additions, one -> one.box().maxLatitude()),
                                        Parameters.ints(additions, one -> one.box().minLongitude()),
                                        Parameters.ints(additions, one -> one.box().maxLongitude()),
                                        Parameters.column(
                                                additions,
                                                one -> one.box().isSynthetic(),
                                                Boolean[]::new),
                                        Parameters.column(
                                                additions,
                                                one -> Buffer.buffer(one.bytes()),
                                                Buffer[]::new))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows ->
                        held(rows, additions, one -> one.visit().mmsi()).forEach(change::added))
                .replaceWithVoid();
    }

    /// Those of ships that a statement held: nearly always all.
    private static <T> List<T> held(RowSet<Row> rows, List<T> all, ToIntFunction<T> mmsi) {
        var ships = rows.iterator().next().getArrayOfIntegers(0);
        if (ships == null) {
            return List.of();
        }
        if (ships.length == all.size()) {
            return all;
        }
        var held = Set.of(ships);
        return all.stream().filter(one -> held.contains(mmsi.applyAsInt(one))).toList();
    }
}
