package org.fairlead.sanctions.asof;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.lists.Listing;
import org.fairlead.sanctions.list.ListingRefs;
import org.jspecify.annotations.Nullable;

/// Reads what the lists and the recorded facts say of one ship or entry.
@ApplicationScoped
public class AsOfStore {

    private static final String ENTRIES =
            "select list, canonical::text as canonical, first_version, last_version"
                    + " from listing_version where ";

    private static final String PARTIES =
            """
            with entry as (
                select canonical from listing_version
                where list = $1 and source_id = $2 and first_version <= $3
                and (last_version is null or last_version >= $3)),
            party as (
                select party ->> 'name' as name, party ->> 'role' as role, party ->> 'imo' as imo,
                       party ->> 'sourceId' as source_id, ordinality
                from entry, jsonb_array_elements(canonical -> 'parties') with ordinality as p (party))
            select party.name, party.role, party.imo, own.canonical::text as canonical
            from party left join lateral (
                select l.canonical from listing_version l
                where l.list = $1 and l.type <> 'vessel' and l.first_version <= $3
                and (l.last_version is null or l.last_version >= $3)
                and (l.source_id = party.source_id or l.company_imos @> array[party.imo]
                     or lower(l.name) = lower(party.name))
                order by (l.source_id = party.source_id) desc nulls last limit 1) own on true
            order by party.ordinality
            """;

    private final Pool pool;

    @Inject
    AsOfStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Entry>> of(Subject subject) {
        String number =
                subject.isShip()
                        ? "imos @> array[$1] and type = 'vessel'"
                        : "company_imos @> array[$1]";
        return entries(ENTRIES + number + " order by list, first_version", Tuple.of(subject.imo()));
    }

    /// The version an answer's entry is read from.
    private static @Nullable Integer speaking(Answer answer) {
        boolean isListed = answer.status() == Answer.Status.LISTED;
        if (answer.listing() == null || !isListed) {
            return null;
        }
        var nearest = answer.before() == null ? answer.after() : answer.before();
        // A recorded fact has no version to read from.
        return nearest == null ? null : Integer.valueOf(nearest.version());
    }

    /// Adds to each answer that rests on an entry whom that entry names, and whether those are on
    /// the same list themselves.
    Uni<List<Answer>> withParties(List<Answer> answers, @Nullable AsOfDate date) {
        Uni<List<Answer>> all = Uni.createFrom().item(List.of());
        for (Answer answer : answers) {
            all =
                    all.chain(done ->
                            withParties(answer)
                                    .map(each -> {
                                        var more = new ArrayList<>(done);
                                        more.add(each);
                                        return more;
                                    }));
        }
        return all;
    }

    private Uni<Answer> withParties(Answer answer) {
        Integer version = speaking(answer);
        var listing = answer.listing();
        if (version == null || listing == null) {
            return Uni.createFrom().item(answer);
        }
        return pool.preparedQuery(PARTIES)
                .execute(Tuple.of(answer.list(), listing.sourceId(), version))
                .map(rows -> {
                    var parties = new ArrayList<Answer.Party>();
                    rows.forEach(row -> parties.add(party(answer.list(), row)));
                    return answer.with(parties);
                });
    }

    private static Answer.Party party(String list, Row row) {
        String canonical = row.getString("canonical");
        return new Answer.Party(
                row.getString("name"),
                row.getString("role"),
                row.getString("imo"),
                canonical == null ? null : ListingRefs.ref(list, ListingRefs.parse(canonical)));
    }

    public Uni<List<Entry>> ofListing(String list, String sourceId) {
        return entries(
                ENTRIES + "list = $1 and source_id = $2 order by first_version",
                Tuple.of(list, sourceId));
    }

    private Uni<List<Entry>> entries(String statement, Tuple values) {
        return pool.preparedQuery(statement)
                .execute(values)
                .map(rows -> {
                    var entries = new ArrayList<Entry>();
                    rows.forEach(row -> entries.add(entry(row)));
                    return entries;
                });
    }

    private static Entry entry(Row row) {
        var canonical = ListingRefs.parse(row.getString("canonical"));
        return new Entry(
                ListingRefs.ref(row.getString("list"), canonical),
                date(ListingRefs.listedOn(canonical)),
                row.getInteger("first_version"),
                row.getInteger("last_version"));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    Uni<List<Claim>> facts(Subject subject, @Nullable Instant knownAt) {
        if (!subject.isShip()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(
                        "select list, authority, imo, name, listed_on, source from reference_fact"
                                + " where imo = $1 and ($2::timestamptz is null or recorded_at <= $2)"
                                + " order by list, listed_on")
                .execute(Tuple.of(subject.imo(), utc(knownAt)))
                .map(rows -> {
                    var facts = new ArrayList<Claim>();
                    rows.forEach(row -> facts.add(fact(row)));
                    return facts;
                });
    }

    private static Claim fact(Row row) {
        String imo = row.getString("imo");
        var listing =
                new ListingRef(
                        row.getString("list"),
                        row.getString("authority"),
                        imo,
                        Listing.VESSEL,
                        row.getString("name"),
                        List.of(),
                        imo);
        return new Claim(listing, row.getLocalDate("listed_on"), row.getString("source"));
    }

    /// Lists known only by recorded facts, with their authority.
    Uni<List<FactList>> factLists(@Nullable Instant knownAt) {
        return pool.preparedQuery(
                        "select list, min(authority) as authority from reference_fact"
                                + " where list not in (select id from list_source)"
                                + " and ($1::timestamptz is null or recorded_at <= $1)"
                                + " group by list order by list")
                .execute(Tuple.of(utc(knownAt)))
                .map(rows -> {
                    var lists = new ArrayList<FactList>();
                    rows.forEach(row ->
                            lists.add(
                                    new FactList(
                                            row.getString("list"), row.getString("authority"))));
                    return lists;
                });
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    record FactList(String list, String authority) {}
}
