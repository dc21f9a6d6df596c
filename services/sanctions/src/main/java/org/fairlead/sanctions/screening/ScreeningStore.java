package org.fairlead.sanctions.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.contracts.sanctions.Match;
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
                        "insert into identity as known (mmsi, version, imo, name, synthetic, heard_at,"
                                + " call_sign, flag, past_imos, past_names)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
                                + " on conflict (mmsi) do update set"
                                + " version = excluded.version, imo = excluded.imo,"
                                + " name = excluded.name, synthetic = excluded.synthetic,"
                                + " heard_at = excluded.heard_at, call_sign = excluded.call_sign,"
                                + " flag = excluded.flag, past_imos = excluded.past_imos,"
                                + " past_names = excluded.past_names"
                                + " where known.version < excluded.version")
                .execute(
                        Tuple.tuple()
                                .addString(identity.mmsi())
                                .addInteger(identity.version())
                                .addString(identity.imo())
                                .addString(identity.name())
                                .addBoolean(identity.synthetic())
                                .addOffsetDateTime(identity.lastSeenAt().atOffset(ZoneOffset.UTC))
                                .addString(identity.callSign())
                                .addString(identity.flagClaimedByMid())
                                .addArrayOfString(past(identity, VesselIdentity.Tuple::imo))
                                .addArrayOfString(past(identity, VesselIdentity.Tuple::name)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static String[] past(
            VesselIdentity identity, Function<VesselIdentity.Tuple, @Nullable String> value) {
        var past = identity.past();
        return past == null
                ? new String[0]
                : past.stream()
                        .map(value)
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toArray(String[]::new);
    }

    Uni<WatchedVessel> vessel(SqlConnection connection, String mmsi) {
        return connection
                .preparedQuery("select " + VESSEL + " from identity where mmsi = $1")
                .execute(Tuple.of(mmsi))
                .map(rows -> vessel(rows.iterator().next()));
    }

    /// Recorded facts with the transmitter's IMO number, on lists that have no file.
    Uni<List<Candidate>> facts(SqlConnection connection, String mmsi) {
        return connection
                .preparedQuery(BY_FACT)
                .execute(Tuple.of(mmsi))
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
                .map(rows -> {
                    var vessels = new ArrayList<WatchedVessel>(rows.size());
                    rows.forEach(row -> vessels.add(vessel(row)));
                    return vessels;
                });
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
