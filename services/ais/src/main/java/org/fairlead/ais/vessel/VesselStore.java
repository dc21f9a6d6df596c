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
import java.util.Optional;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.nmea.identity.Mmsi;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Reads vessels: those with an identity, with fixes, or with both.
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
             where v.mmsi is not null or t.mmsi is not null
             order by m.mmsi
            """;

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;

    @Inject
    VesselStore(Pool pool, Mutiny.SessionFactory sessions) {
        this.pool = pool;
        this.sessions = sessions;
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
        return pool.preparedQuery(DETAILS)
                .execute(Tuple.of(mmsis.toArray(Integer[]::new)))
                .map(rows -> {
                    var vessels = new ArrayList<Vessel>();
                    rows.forEach(row -> vessels.add(vessel(row)));
                    return vessels;
                });
    }

    Uni<Optional<Vessel>> byMmsi(int mmsi) {
        return details(List.of(mmsi))
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : claims(mmsi)
                                        .map(claims -> Optional.of(found.getFirst().with(claims))));
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

    private static Vessel vessel(Row row) {
        int mmsi = row.getInteger("mmsi");
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
                outermost(instant(row, "first_seen_at"), instant(row, "first_at"), true),
                outermost(instant(row, "last_seen_at"), instant(row, "last_at"), false),
                lastPosition(row),
                row.getLong("fixes") == null ? 0 : row.getLong("fixes"),
                Boolean.TRUE.equals(row.getBoolean("said_synthetic"))
                        || Boolean.TRUE.equals(row.getBoolean("track_synthetic")),
                sources(row),
                null);
    }

    private static @Nullable ReportedPosition lastPosition(Row row) {
        Instant at = instant(row, "last_at");
        if (at == null) {
            return null;
        }
        var fix =
                new Fix(
                        0,
                        at.toEpochMilli(),
                        row.getInteger("last_latitude"),
                        row.getInteger("last_longitude"),
                        row.getInteger("last_speed"),
                        row.getInteger("last_course"),
                        0,
                        0,
                        0,
                        0,
                        0);
        return new ReportedPosition(
                at,
                fix.latitudeDegrees(),
                fix.longitudeDegrees(),
                fix.speed() >= Fix.SPEED_NOT_AVAILABLE ? null : fix.speed() / 10.0,
                fix.course() >= Fix.COURSE_NOT_AVAILABLE ? null : fix.course() / 10.0);
    }

    private static List<String> sources(Row row) {
        var names = new java.util.TreeSet<String>(List.of(row.getArrayOfStrings("said_by")));
        String[] heardBy = row.getArrayOfStrings("sources");
        if (heardBy != null) {
            names.addAll(List.of(heardBy));
        }
        return List.copyOf(names);
    }

    private static Instant outermost(@Nullable Instant a, @Nullable Instant b, boolean earliest) {
        if (a == null || b == null) {
            return java.util.Objects.requireNonNullElse(a == null ? b : a, Instant.EPOCH);
        }
        return a.isBefore(b) == earliest ? a : b;
    }

    private static @Nullable Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
