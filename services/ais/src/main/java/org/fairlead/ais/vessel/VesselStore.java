package org.fairlead.ais.vessel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairlead.ais.recent.RecentPosition;
import org.fairlead.ais.recent.RecentPositionStore;
import org.fairlead.ais.recent.RecentPositions;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.nmea.identity.Mmsi;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Reads vessels: those with an identity, with fixes, or with both. Where they were last is as new
/// as their tracks; how many fixes they have, is what was merged.
@ApplicationScoped
public class VesselStore {

    private static final int LISTED_CLAIMS = 200;

    private static final String SEARCH =
            """
            with typed as (select $1::text as text, $2::int as low, $3::int as high, $4::int as after)
            (select mmsi from vessel, typed
              where mmsi > after
                and (text is null or mmsi between low and high
                     or lower(name) like text || '%' or lower(name) like '% ' || text || '%'
                     or lower(call_sign) like text || '%' or imo like text || '%')
              order by mmsi limit $5)
            union
            (select mmsi from vessel_track, typed
              where mmsi > after and (text is null or mmsi between low and high)
              order by mmsi limit $5)
            order by mmsi limit $5
            """;

    private static final String DETAILS =
            """
            select m.mmsi, v.imo, v.name, v.call_sign, v.ship_type_code, v.length_metres,
                   v.beam_metres, v.first_seen_at, v.last_seen_at, v.synthetic as said_synthetic,
                   t.fixes, t.first_at, t.last_at, t.last_latitude, t.last_longitude, t.last_speed,
                   t.last_course, t.synthetic as track_synthetic, t.sources,
                   array(select distinct i.source from vessel_identity i where i.mmsi = m.mmsi) as said_by
              from unnest($1::int[]) as m(mmsi)
              left join vessel v on v.mmsi = m.mmsi
              left join vessel_track t on t.mmsi = m.mmsi
             where v.mmsi is not null or t.mmsi is not null or m.mmsi = any($2)
             order by m.mmsi
            """;

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;
    private final RecentPositionStore recent;

    @Inject
    VesselStore(Pool pool, Mutiny.SessionFactory sessions, RecentPositionStore recent) {
        this.pool = pool;
        this.sessions = sessions;
        this.recent = recent;
    }

    Uni<List<Vessel>> search(VesselSearch search, int afterMmsi, int limit) {
        return pool.preparedQuery(SEARCH)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        search.text(),
                                        search.fromMmsi(),
                                        search.toMmsi(),
                                        afterMmsi,
                                        limit)))
                .chain(rows -> {
                    var mmsis = new ArrayList<Integer>();
                    rows.forEach(row -> mmsis.add(row.getInteger("mmsi")));
                    return details(mmsis);
                });
    }

    private Uni<List<Vessel>> details(List<Integer> mmsis) {
        return recent.read().chain(all -> details(mmsis, newest(mmsis, all)));
    }

    private static Map<Integer, RecentPosition> newest(List<Integer> mmsis, RecentPositions all) {
        var newest = new HashMap<Integer, RecentPosition>();
        mmsis.forEach(mmsi -> all.of(mmsi).ifPresent(one -> newest.put(mmsi, one)));
        return newest;
    }

    private Uni<List<Vessel>> details(List<Integer> mmsis, Map<Integer, RecentPosition> newest) {
        return pool.preparedQuery(DETAILS)
                .execute(
                        Tuple.of(
                                mmsis.toArray(Integer[]::new),
                                newest.keySet().toArray(Integer[]::new)))
                .map(rows -> {
                    var vessels = new ArrayList<Vessel>();
                    rows.forEach(
                            row -> vessels.add(vessel(row, newest.get(row.getInteger("mmsi")))));
                    return vessels;
                });
    }

    /// Claims first: Hibernate stays on the event loop, and what recent positions are needed for
    /// goes on on a worker.
    Uni<Optional<Vessel>> byMmsi(int mmsi) {
        return claims(mmsi)
                .chain(claims ->
                        details(List.of(mmsi))
                                .map(found ->
                                        found.stream().findFirst().map(one -> one.with(claims))));
    }

    private Uni<List<Vessel.Claim>> claims(int mmsi) {
        return sessions.withStatelessSession(session ->
                session.createSelectionQuery(
                                "from VesselIdentityEntity where mmsi = :mmsi"
                                        + " order by lastSeenAt desc, id",
                                VesselIdentityEntity.class)
                        .setParameter("mmsi", mmsi)
                        .setMaxResults(LISTED_CLAIMS)
                        .getResultList()
                        .map(rows ->
                                rows.stream().map(row -> Vessel.Claim.of(row.claim())).toList()));
    }

    /// What is known of these transmitters' names; all of them are in the answer.
    public Uni<Map<Integer, VesselRef>> refs(List<Integer> mmsis) {
        return pool.preparedQuery("select mmsi, imo, name from vessel where mmsi = any($1)")
                .execute(Tuple.of(mmsis.toArray(Integer[]::new)))
                .map(rows -> {
                    var refs = new HashMap<Integer, VesselRef>();
                    mmsis.forEach(mmsi ->
                            refs.put(mmsi, new VesselRef(new Mmsi(mmsi).toString(), null, null)));
                    for (Row row : rows) {
                        int mmsi = row.getInteger("mmsi");
                        refs.put(
                                mmsi,
                                new VesselRef(
                                        new Mmsi(mmsi).toString(),
                                        row.getString("imo"),
                                        row.getString("name")));
                    }
                    return refs;
                });
    }

    private static Vessel vessel(Row row, @Nullable RecentPosition recent) {
        int mmsi = row.getInteger("mmsi");
        var heard = heard(row, recent);
        Integer type = row.getInteger("ship_type_code");
        return new Vessel(
                new Mmsi(mmsi).toString(),
                row.getString("imo"),
                row.getString("name"),
                row.getString("call_sign"),
                type,
                type == null ? null : ShipType.words(type),
                row.getInteger("length_metres"),
                row.getInteger("beam_metres"),
                Flags.ofMmsi(mmsi).orElse(null),
                outermost(
                        instant(row, "first_seen_at"),
                        heard == null ? null : heard.firstAt(),
                        true),
                outermost(
                        instant(row, "last_seen_at"), heard == null ? null : heard.lastAt(), false),
                heard == null ? null : heard.lastPosition(),
                heard == null ? 0 : heard.fixes(),
                Boolean.TRUE.equals(row.getBoolean("said_synthetic"))
                        || heard != null && heard.isSynthetic(),
                sources(row, recent),
                null);
    }

    private static List<String> sources(Row row, @Nullable RecentPosition recent) {
        var names = new java.util.TreeSet<String>(List.of(row.getArrayOfStrings("said_by")));
        String[] heardBy = row.getArrayOfStrings("sources");
        if (heardBy != null) {
            names.addAll(List.of(heardBy));
        }
        if (recent != null) {
            names.add(recent.frame().source());
        }
        return List.copyOf(names);
    }

    private static Instant outermost(@Nullable Instant a, @Nullable Instant b, boolean earliest) {
        if (a == null || b == null) {
            return Objects.requireNonNullElse(a == null ? b : a, Instant.EPOCH);
        }
        return a.isBefore(b) == earliest ? a : b;
    }

    private static @Nullable Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Heard heard(Row row, @Nullable RecentPosition recent) {
        Instant lastAt = instant(row, "last_at");
        if (lastAt == null) {
            return recent == null ? null : Heard.of(recent.fix());
        }
        var merged =
                new Heard(
                        row.getLong("fixes"),
                        Objects.requireNonNullElse(instant(row, "first_at"), lastAt),
                        last(row, lastAt),
                        row.getBoolean("track_synthetic"));
        return recent == null ? merged : merged.and(recent.fix());
    }

    private static Fix last(Row row, Instant at) {
        return new Fix(
                row.getInteger("mmsi"),
                at.toEpochMilli(),
                row.getInteger("last_latitude"),
                row.getInteger("last_longitude"),
                row.getInteger("last_speed"),
                row.getInteger("last_course"),
                Fix.HEADING_NOT_AVAILABLE,
                Fix.STATUS_NOT_DEFINED,
                Fix.RATE_OF_TURN_NOT_AVAILABLE,
                0,
                0);
    }
}
