package org.fairlead.sanctions.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.lists.Listing;
import org.fairlead.screening.Matcher;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.score.Rarity;
import org.jspecify.annotations.Nullable;

/// Identities, and the matches kept of them.
@ApplicationScoped
class ScreeningStore {

    private static final String VESSEL =
            "mmsi, imo, name, synthetic, call_sign, flag, past_imos, past_names";

    /// A fact stands in no file; the contract's versions begin with 1.
    private static final int FACT_VERSION = 1;

    /// Transmitters and recorded facts with the same number. A list that has a file answers from
    /// it.
    private static final String BY_FACT =
            """
            select distinct on (i.mmsi, f.list) i.mmsi, i.imo, i.name, i.synthetic, f.list,
                   f.authority, f.imo as fact_imo, f.name as fact_name, f.listed_on
            from reference_fact f join identity i on i.imo = f.imo
            where i.mmsi = any($1) and f.listed_on <= current_date
            and not exists (select from list_source s
                            where s.id = f.list and s.current_version is not null)
            order by i.mmsi, f.list, f.listed_on
            """;

    private static final String REMEMBER =
            """
            insert into identity as known (mmsi, version, imo, name, synthetic, heard_at, call_sign,
                                           flag, past_imos, past_names)
            select mmsi, version, imo, name, synthetic, heard_at, call_sign, flag,
                   array(select jsonb_array_elements_text(past_imos)),
                   array(select jsonb_array_elements_text(past_names))
              from jsonb_to_recordset($1::text::jsonb)
                   as r(mmsi text, version int, imo text, name text, synthetic boolean,
                        heard_at timestamptz, call_sign text, flag text, past_imos jsonb,
                        past_names jsonb)
            on conflict (mmsi) do update set
                version = excluded.version, imo = excluded.imo, name = excluded.name,
                synthetic = excluded.synthetic, heard_at = excluded.heard_at,
                call_sign = excluded.call_sign, flag = excluded.flag,
                past_imos = excluded.past_imos, past_names = excluded.past_names
             where known.version < excluded.version
            returning mmsi
            """;

    private final ObjectMapper json;

    @Inject
    ScreeningStore(ObjectMapper json) {
        this.json = json;
    }

    /// Those of whom this is news: neither this version nor a newer one was known.
    Uni<List<String>> remember(SqlConnection connection, List<VesselIdentity> identities) {
        var newest = new TreeMap<String, VesselIdentity>();
        for (VesselIdentity identity : identities) {
            newest.merge(identity.mmsi(), identity, (a, b) -> a.version() >= b.version() ? a : b);
        }
        var rows = json.createArrayNode();
        newest.values().forEach(identity -> rows.add(row(identity)));
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(rows.toString()))
                .map(changed -> {
                    var news = new ArrayList<String>();
                    changed.forEach(row -> news.add(row.getString(0)));
                    return news;
                });
    }

    private ObjectNode row(VesselIdentity identity) {
        var row =
                json.createObjectNode()
                        .put("mmsi", identity.mmsi())
                        .put("version", identity.version())
                        .put("imo", identity.imo())
                        .put("name", identity.name())
                        .put("synthetic", identity.synthetic())
                        .put("heard_at", identity.lastSeenAt().toString())
                        .put("call_sign", identity.callSign())
                        .put("flag", identity.flagClaimedByMid());
        var imos = row.putArray("past_imos");
        past(identity, VesselIdentity.Tuple::imo).forEach(imos::add);
        var names = row.putArray("past_names");
        past(identity, VesselIdentity.Tuple::name).forEach(names::add);
        return row;
    }

    private static List<String> past(
            VesselIdentity identity, Function<VesselIdentity.Tuple, @Nullable String> value) {
        var past = identity.past();
        return past == null
                ? List.of()
                : past.stream()
                        .map(value)
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toList();
    }

    Uni<List<WatchedVessel>> vessels(SqlConnection connection, List<String> mmsis) {
        return connection
                .preparedQuery(
                        "select " + VESSEL + " from identity where mmsi = any($1) order by mmsi")
                .execute(Tuple.of(mmsis.toArray(String[]::new)))
                .map(ScreeningStore::watched);
    }

    /// Recorded facts with the transmitters' IMO numbers, on lists that have no file.
    Uni<List<Candidate>> facts(SqlConnection connection, List<String> mmsis) {
        return connection
                .preparedQuery(BY_FACT)
                .execute(Tuple.of(mmsis.toArray(String[]::new)))
                .map(rows -> {
                    var found = new ArrayList<Candidate>();
                    rows.forEach(row -> found.add(byFact(row)));
                    return found;
                });
    }

    private static Candidate byFact(Row row) {
        String imo = row.getString("fact_imo");
        var listing =
                new ListingRef(
                        row.getString("list"),
                        row.getString("authority"),
                        imo,
                        Listing.VESSEL,
                        row.getString("fact_name"),
                        List.of(),
                        imo);
        var number = Subject.of(imo, Schema.VESSEL).add(Property.IMO, imo).build();
        var comparison = new Matcher(Profile.VESSEL, Rarity.NONE).compare(number, number);
        return new Candidate(
                new VesselRef(row.getString("mmsi"), row.getString("imo"), row.getString("name")),
                row.getBoolean("synthetic"),
                listing,
                FACT_VERSION,
                row.getLocalDate("listed_on").atStartOfDay(ZoneOffset.UTC).toInstant(),
                Screening.of(comparison, imo, listing, 1).orElse(null));
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

    /// Every transmitter ever heard.
    Uni<List<WatchedVessel>> vessels(SqlConnection connection) {
        return connection
                .preparedQuery("select " + VESSEL + " from identity order by mmsi")
                .execute()
                .map(ScreeningStore::watched);
    }

    private static List<WatchedVessel> watched(RowSet<Row> rows) {
        var vessels = new ArrayList<WatchedVessel>(rows.size());
        rows.forEach(row -> vessels.add(vessel(row)));
        return vessels;
    }

    private static WatchedVessel vessel(Row row) {
        return new WatchedVessel(
                new VesselRef(row.getString("mmsi"), row.getString("imo"), row.getString("name")),
                row.getBoolean("synthetic"),
                row.getString("call_sign"),
                row.getString("flag"),
                List.of(row.getArrayOfStrings("past_imos")),
                List.of(row.getArrayOfStrings("past_names")));
    }

    /// How many versions of a list were accepted, with the one that this transaction brings.
    Uni<Integer> acceptedVersions(SqlConnection connection, String list) {
        return connection
                .preparedQuery(
                        "select count(*)::integer from list_version"
                                + " where list = $1 and status = 'accepted'")
                .execute(Tuple.of(list))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<List<KeptMatch>> keptOfVessels(SqlConnection connection, List<String> mmsis) {
        return kept(connection, "mmsi = any($1)", mmsis.toArray(String[]::new));
    }

    Uni<List<KeptMatch>> keptOfList(SqlConnection connection, String list) {
        return kept(connection, "list = $1", list);
    }

    private Uni<List<KeptMatch>> kept(SqlConnection connection, String narrowed, Object value) {
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
        ScreeningHit match = kept.match();
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

    ScreeningHit read(String record) {
        try {
            return json.readValue(record, ScreeningHit.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored match is no match", e);
        }
    }

    private String write(ScreeningHit match) {
        try {
            return json.writeValueAsString(match);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
