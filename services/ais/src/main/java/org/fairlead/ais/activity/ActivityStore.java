package org.fairlead.ais.activity;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Activities as they were published: every version, and which is the newest.
@ApplicationScoped
class ActivityStore {

    private final Pool pool;

    @Inject
    ActivityStore(Pool pool) {
        this.pool = pool;
    }

    /// Keeps versions, all or none. One that is there already, or older than the newest, changes
    /// nothing of what is newest.
    Uni<Void> keep(List<Kept> all) {
        return pool.withTransaction(connection ->
                keepVersions(connection, all).chain(() -> keepNewest(connection, all)));
    }

    private static Uni<Void> keepVersions(SqlConnection connection, List<Kept> all) {
        return connection
                .preparedQuery(
                        "insert into activity_version (id, version, record) select * from"
                                + " unnest($1::uuid[], $2::int[], $3::jsonb[])"
                                + " on conflict do nothing")
                .execute(
                        Tuple.of(
                                column(all, Kept::id, UUID[]::new),
                                column(all, Kept::version, Integer[]::new),
                                column(all, Kept::record, JsonObject[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> keepNewest(SqlConnection connection, List<Kept> all) {
        // One statement cannot change a row twice.
        var newest = new LinkedHashMap<UUID, Kept>();
        for (Kept kept : all) {
            newest.merge(kept.id(), kept, (a, b) -> b.version() > a.version() ? b : a);
        }
        return connection
                .preparedQuery(
                        """
                        insert into activity as a (id, kind, version, state, mmsi, others, from_at,
                            to_at, latitude, longitude, synthetic, record)
                        select id, kind, version, state, mmsi,
                               string_to_array(others, ',')::int[], from_at, to_at, latitude,
                               longitude, synthetic, record
                          from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::int[],
                                      $6::text[], $7::timestamptz[], $8::timestamptz[],
                                      $9::float8[], $10::float8[], $11::bool[], $12::jsonb[])
                               as u(id, kind, version, state, mmsi, others, from_at, to_at,
                                    latitude, longitude, synthetic, record)
                        on conflict (id) do update set version = excluded.version,
                            state = excluded.state, others = excluded.others,
                            from_at = excluded.from_at, to_at = excluded.to_at,
                            latitude = excluded.latitude, longitude = excluded.longitude,
                            synthetic = excluded.synthetic, record = excluded.record
                        where a.version < excluded.version
                        """)
                .execute(columns(List.copyOf(newest.values())))
                .replaceWithVoid();
    }

    private static Tuple columns(List<Kept> all) {
        return Tuple.from(
                Arrays.asList(
                        column(all, Kept::id, UUID[]::new),
                        column(all, Kept::kind, String[]::new),
                        column(all, Kept::version, Integer[]::new),
                        column(all, Kept::state, String[]::new),
                        column(all, Kept::mmsi, Integer[]::new),
                        column(all, ActivityStore::others, String[]::new),
                        column(all, kept -> utc(kept.from()), OffsetDateTime[]::new),
                        column(all, kept -> utc(kept.to()), OffsetDateTime[]::new),
                        column(
                                all,
                                kept ->
                                        kept.start() == null
                                                ? null
                                                : kept.start().latitudeDegrees(),
                                Double[]::new),
                        column(
                                all,
                                kept ->
                                        kept.start() == null
                                                ? null
                                                : kept.start().longitudeDegrees(),
                                Double[]::new),
                        column(all, Kept::synthetic, Boolean[]::new),
                        column(all, Kept::record, JsonObject[]::new)));
    }

    private static String others(Kept kept) {
        return kept.others().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static <T> Object[] column(
            List<Kept> all, Function<Kept, @Nullable T> value, IntFunction<T[]> array) {
        return all.stream().map(value).toArray(array);
    }

    Uni<List<StoredActivity>> newest(ActivityQuery query, int limit) {
        var area = query.area();
        return pool.preparedQuery(
                        """
                        select a.id, a.kind, a.from_at, a.record, v.imo, v.name from activity a
                          left join vessel v on v.mmsi = a.mmsi
                         where (cardinality($1::text[]) = 0 or a.kind = any($1))
                           and ($2::int is null or a.mmsi = $2 or a.others @> array[$2::int])
                           and ($3::timestamptz is null or a.to_at is null and a.state = 'open'
                                or coalesce(a.to_at, a.from_at) >= $3)
                           and ($4::timestamptz is null or a.from_at <= $4)
                           and ($5::text is null or a.state = $5)
                           and ($6::timestamptz is null or a.from_at < $6
                                or (a.from_at = $6 and a.id > $7))
                           and ($8::float8 is null or a.latitude between $8 and $9
                                and case when $10::float8 <= $11::float8
                                         then a.longitude between $10 and $11
                                         else a.longitude >= $10 or a.longitude <= $11 end)
                         order by a.from_at desc, a.id limit $12
                        """)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        query.kinds().toArray(String[]::new),
                                        query.mmsi(),
                                        utc(query.from()),
                                        utc(query.to()),
                                        query.state(),
                                        utc(query.before()),
                                        query.beforeId(),
                                        area == null ? null : area.south(),
                                        area == null ? null : area.north(),
                                        area == null ? null : area.west(),
                                        area == null ? null : area.east(),
                                        limit)))
                .map(ActivityStore::all);
    }

    /// How many voyages there were between two ports, in both directions, by what they rest on.
    Uni<List<PortPair>> voyages(int mmsi) {
        return pool.preparedQuery(
                        """
                        with voyage as (
                          select record -> 'details' -> 'from' as from_port,
                                 record -> 'details' -> 'to' as to_port,
                                 record -> 'details' ->> 'basis' as basis,
                                 (record -> 'details' ->> 'atMost')::int as at_most,
                                 from_at, coalesce(to_at, from_at) as to_at, synthetic
                            from activity
                           where kind = 'voyage' and mmsi = $1 and state <> 'retracted')
                        select case when from_port ->> 'id' < to_port ->> 'id'
                                    then from_port else to_port end as one,
                               case when from_port ->> 'id' < to_port ->> 'id'
                                    then to_port else from_port end as other,
                               basis, count(*)::int as voyages,
                               coalesce(sum(at_most), 0)::int as at_most,
                               min(from_at) as first_at, max(to_at) as last_at,
                               bool_or(synthetic) as synthetic
                          from voyage group by 1, 2, 3 order by voyages desc, first_at
                        """)
                .execute(Tuple.of(mmsi))
                .map(rows -> {
                    var pairs = new ArrayList<PortPair>();
                    for (Row row : rows) {
                        pairs.add(
                                new PortPair(
                                        row.getJsonObject("one").getMap(),
                                        row.getJsonObject("other").getMap(),
                                        row.getString("basis"),
                                        row.getInteger("voyages"),
                                        row.getString("basis").equals("inferred")
                                                ? row.getInteger("at_most")
                                                : null,
                                        row.getOffsetDateTime("first_at").toInstant(),
                                        row.getOffsetDateTime("last_at").toInstant(),
                                        row.getBoolean("synthetic")));
                    }
                    return pairs;
                });
    }

    /// Voyages of one ship between two ports.
    ///
    /// @param voyages of an inferred basis silences in which both ports speak for a call
    /// @param atMost of an inferred basis how many runs fit into those silences together
    record PortPair(
            java.util.Map<String, Object> one,
            java.util.Map<String, Object> other,
            String basis,
            int voyages,
            @Nullable Integer atMost,
            Instant firstAt,
            Instant lastAt,
            boolean synthetic) {}

    /// How she was heard around a time.
    Uni<Heard> heard(int mmsi, Instant from, Instant to) {
        return pool.preparedQuery(
                        """
                        select coalesce(sum(fixes), 0)::bigint as fixes, count(distinct day)::int as days
                          from track_segment
                         where mmsi = $1 and day between ($2::timestamptz at time zone 'UTC')::date
                                                     and ($3::timestamptz at time zone 'UTC')::date
                        """)
                .execute(Tuple.of(mmsi, utc(from), utc(to)))
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new Heard(row.getLong("fixes"), row.getInteger("days"));
                });
    }

    record Heard(long fixes, int days) {}

    Uni<Optional<StoredActivity>> byId(UUID id) {
        return pool.preparedQuery(
                        "select a.id, a.kind, a.from_at, a.record, v.imo, v.name from activity a"
                                + " left join vessel v on v.mmsi = a.mmsi where a.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /// Newest first.
    Uni<List<StoredActivity>> versions(UUID id) {
        return pool.preparedQuery(
                        "select w.id, a.kind, a.from_at, w.record, v.imo, v.name"
                                + " from activity_version w join activity a on a.id = w.id"
                                + " left join vessel v on v.mmsi = a.mmsi where w.id = $1"
                                + " order by w.version desc")
                .execute(Tuple.of(id))
                .map(ActivityStore::all);
    }

    private static List<StoredActivity> all(RowSet<Row> rows) {
        var found = new ArrayList<StoredActivity>();
        for (Row row : rows) {
            found.add(
                    new StoredActivity(
                            row.getUUID("id"),
                            row.getString("kind"),
                            row.getOffsetDateTime("from_at").toInstant(),
                            row.getJsonObject("record"),
                            row.getString("imo"),
                            row.getString("name")));
        }
        return found;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /// @param imo from the register, for records made before the vessel had said who she is
    record StoredActivity(
            UUID id,
            String kind,
            Instant from,
            JsonObject record,
            @Nullable String imo,
            @Nullable String name) {}
}
