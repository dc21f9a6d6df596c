package org.fairlead.sanctions.asof;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
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

    private final Pool pool;

    @Inject
    AsOfStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Entry>> ofShip(String imo) {
        return entries(
                ENTRIES + "imo = $1 and type = 'vessel' order by list, first_version",
                Tuple.of(imo));
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

    Uni<List<Claim>> facts(String imo) {
        return pool.preparedQuery(
                        "select list, authority, imo, name, listed_on, source from reference_fact"
                                + " where imo = $1 order by list, listed_on")
                .execute(Tuple.of(imo))
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
    Uni<List<FactList>> factLists() {
        return pool.query(
                        "select list, min(authority) as authority from reference_fact"
                                + " where list not in (select id from list_source)"
                                + " group by list order by list")
                .execute()
                .map(rows -> {
                    var lists = new ArrayList<FactList>();
                    rows.forEach(row ->
                            lists.add(
                                    new FactList(
                                            row.getString("list"), row.getString("authority"))));
                    return lists;
                });
    }

    record FactList(String list, String authority) {}
}
