package org.fairlead.sanctions.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
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
import java.util.List;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.contracts.sanctions.Match;
import org.fairlead.lists.Listing;
import org.fairlead.sanctions.list.ListingRefs;
import org.jspecify.annotations.Nullable;

/// Identities, the pairs they make with entries, and the matches kept of them.
@ApplicationScoped
class ScreeningStore {

    /// A fact stands in no file; the contract's versions begin with 1.
    private static final int FACT_VERSION = 1;

    /// Pairs of a transmitter and a current entry of a ship that share an identifier; `%s` narrows.
    private static final String CANDIDATES =
            """
            with pair as (
                select i.mmsi, l.id from listing_version l join identity i on i.imo = any(l.imos)
                where l.last_version is null and l.type = 'vessel' and %1$s
                union
                select i.mmsi, l.id from listing_version l join identity i on i.mmsi = any(l.mmsis)
                where l.last_version is null and l.type = 'vessel' and %1$s)
            select i.mmsi, i.imo, i.name, i.synthetic, l.list, l.canonical::text as canonical,
                   s.current_version, since.observed_at,
                   exists (select from list_version earlier
                           where earlier.list = l.list and earlier.status = 'accepted'
                           and earlier.number < l.since_version) as is_since_known
            from pair
            join identity i on i.mmsi = pair.mmsi
            join listing_version l on l.id = pair.id
            join list_source s on s.id = l.list
            join list_version since on since.list = l.list and since.number = l.since_version
            order by i.mmsi, l.list, l.source_id
            """;

    /// Transmitters and recorded facts with the same number. A list that has a file answers from
    /// it.
    private static final String BY_FACT =
            """
            select distinct on (i.mmsi, f.list) i.mmsi, i.imo, i.name, i.synthetic, f.list,
                   f.authority, f.imo as fact_imo, f.name as fact_name, f.listed_on
            from reference_fact f join identity i on i.imo = f.imo
            where i.mmsi = $1 and f.listed_on <= current_date
            and not exists (select from list_source s
                            where s.id = f.list and s.current_version is not null)
            order by i.mmsi, f.list, f.listed_on
            """;

    private final ObjectMapper json;

    @Inject
    ScreeningStore(ObjectMapper json) {
        this.json = json;
    }

    /// False when this version or a newer one is known.
    Uni<Boolean> remember(SqlConnection connection, VesselIdentity identity) {
        return connection
                .preparedQuery(
                        "insert into identity as known (mmsi, version, imo, name, synthetic, heard_at)"
                                + " values ($1, $2, $3, $4, $5, $6) on conflict (mmsi) do update set"
                                + " version = excluded.version, imo = excluded.imo,"
                                + " name = excluded.name, synthetic = excluded.synthetic,"
                                + " heard_at = excluded.heard_at"
                                + " where known.version < excluded.version")
                .execute(
                        Tuple.of(
                                identity.mmsi(),
                                identity.version(),
                                identity.imo(),
                                identity.name(),
                                identity.synthetic(),
                                identity.lastSeenAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<List<Candidate>> candidatesOfVessel(SqlConnection connection, String mmsi) {
        return candidates(connection, "i.mmsi = $1", mmsi)
                .chain(entries ->
                        connection
                                .preparedQuery(BY_FACT)
                                .execute(Tuple.of(mmsi))
                                .map(rows -> {
                                    var all = new ArrayList<>(entries);
                                    rows.forEach(row -> all.add(byFact(row)));
                                    return all;
                                }));
    }

    private static Candidate byFact(Row row) {
        return new Candidate(
                new VesselRef(row.getString("mmsi"), row.getString("imo"), row.getString("name")),
                row.getBoolean("synthetic"),
                new ListingRef(
                        row.getString("list"),
                        row.getString("authority"),
                        row.getString("fact_imo"),
                        Listing.VESSEL,
                        row.getString("fact_name"),
                        List.of(),
                        row.getString("fact_imo")),
                null,
                FACT_VERSION,
                row.getLocalDate("listed_on").atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// Transmitters with that IMO number.
    Uni<List<String>> transmitters(SqlConnection connection, String imo) {
        return connection
                .preparedQuery("select mmsi from identity where imo = $1 order by mmsi")
                .execute(Tuple.of(imo))
                .map(rows -> {
                    var found = new ArrayList<String>();
                    rows.forEach(row -> found.add(row.getString(0)));
                    return found;
                });
    }

    Uni<List<Candidate>> candidatesOfList(SqlConnection connection, String list) {
        return candidates(connection, "l.list = $1", list);
    }

    private static Uni<List<Candidate>> candidates(
            SqlConnection connection, String narrowed, String value) {
        return connection
                .preparedQuery(CANDIDATES.formatted(narrowed))
                .execute(Tuple.of(value))
                .map(rows -> {
                    var candidates = new ArrayList<Candidate>();
                    rows.forEach(row -> candidates.add(candidate(row)));
                    return candidates;
                });
    }

    private static Candidate candidate(Row row) {
        var canonical = ListingRefs.parse(row.getString("canonical"));
        return new Candidate(
                new VesselRef(row.getString("mmsi"), row.getString("imo"), row.getString("name")),
                row.getBoolean("synthetic"),
                ListingRefs.ref(row.getString("list"), canonical),
                ListingRefs.first(canonical, "mmsis", "mmsi"),
                row.getInteger("current_version"),
                listedSince(row, ListingRefs.listedOn(canonical)));
    }

    /// The publisher's date, else when it came on in our sight; absent when it was there already in
    /// the first version seen.
    private static @Nullable Instant listedSince(Row row, @Nullable String listedOn) {
        if (listedOn != null) {
            return LocalDate.parse(listedOn).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return row.getBoolean("is_since_known")
                ? row.getOffsetDateTime("observed_at").toInstant()
                : null;
    }

    Uni<List<KeptMatch>> keptOfVessel(SqlConnection connection, String mmsi) {
        return kept(connection, "mmsi = $1", mmsi);
    }

    Uni<List<KeptMatch>> keptOfList(SqlConnection connection, String list) {
        return kept(connection, "list = $1", list);
    }

    private Uni<List<KeptMatch>> kept(SqlConnection connection, String narrowed, String value) {
        return connection
                .preparedQuery("select state, record from vessel_match where " + narrowed)
                .execute(Tuple.of(value))
                .map(rows -> {
                    var kept = new ArrayList<KeptMatch>();
                    rows.forEach(row ->
                            kept.add(
                                    new KeptMatch(
                                            MatchState.ofSlug(row.getString("state")),
                                            read(row.getString("record")))));
                    return kept;
                });
    }

    Uni<Void> save(SqlConnection connection, List<KeptMatch> matches) {
        if (matches.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "insert into vessel_match (id, version, state, mmsi, imo, list, source_id,"
                                + " score, record, screened_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
                                + " on conflict (id) do update set version = excluded.version,"
                                + " state = excluded.state, imo = excluded.imo,"
                                + " score = excluded.score, record = excluded.record,"
                                + " screened_at = excluded.screened_at")
                .executeBatch(matches.stream().map(this::row).toList())
                .replaceWithVoid();
    }

    private Tuple row(KeptMatch kept) {
        Match match = kept.match();
        return Tuple.tuple()
                .addUUID(match.id())
                .addInteger(match.version())
                .addString(kept.state().slug())
                .addString(match.vessel().mmsi())
                .addString(match.vessel().imo())
                .addString(match.listing().list())
                .addString(match.listing().sourceId())
                .addDouble(match.score())
                .addString(write(match))
                .addOffsetDateTime(OffsetDateTime.ofInstant(match.screenedAt(), ZoneOffset.UTC));
    }

    Match read(String record) {
        try {
            return json.readValue(record, Match.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored match is no match", e);
        }
    }

    private String write(Match match) {
        try {
            return json.writeValueAsString(match);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
