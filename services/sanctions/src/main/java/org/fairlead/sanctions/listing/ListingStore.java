package org.fairlead.sanctions.listing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.sanctions.list.Freshness;
import org.fairlead.sanctions.list.ListingRefs;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// Reads entries of the lists.
@ApplicationScoped
class ListingStore {

    private static final String COLUMNS =
            "l.id, l.list, l.name, l.canonical::text as canonical, l.first_version, l.last_version";

    private static final String SEARCH =
            "select "
                    + COLUMNS
                    + """
                     from listing_version l
                    join unnest($1::text[], $2::integer[]) as served (list, version)
                        on served.list = l.list and l.first_version <= served.version
                        and (l.last_version is null or l.last_version >= served.version)
                    where l.search_text like all ($3::text[])
                        and ($4::text is null or l.type = $4)
                        and (l.name, l.id) > ($5, $6)
                    order by l.name, l.id
                    limit $7
                    """;

    private final Pool pool;

    @Inject
    ListingStore(Pool pool) {
        this.pool = pool;
    }

    /// @param words each to be found anywhere in names and identifiers, folded
    /// @param served which version of each list is searched
    Uni<List<ListingRow>> search(
            List<String> words,
            @Nullable String type,
            List<Freshness> served,
            @Nullable Cursor after,
            int limit) {
        var values =
                Tuple.tuple()
                        .addArrayOfString(
                                served.stream().map(Freshness::list).toArray(String[]::new))
                        .addArrayOfInteger(
                                served.stream().map(Freshness::version).toArray(Integer[]::new))
                        .addArrayOfString(
                                words.stream().map(word -> "%" + word + "%").toArray(String[]::new))
                        .addString(type)
                        .addString(after == null ? "" : after.sortKey())
                        .addLong(after == null ? 0L : Long.parseLong(after.id()))
                        .addInteger(limit);
        return rows(SEARCH, values);
    }

    /// What the list has said of an entry, oldest first.
    Uni<List<ListingRow>> history(String list, String sourceId) {
        return rows(
                "select "
                        + COLUMNS
                        + " from listing_version l where list = $1 and source_id = $2"
                        + " order by first_version",
                Tuple.of(list, sourceId));
    }

    /// What all lists have said of the entries that ever had this ship's number, oldest first.
    Uni<List<ListingRow>> ofShip(String imo) {
        return rows(
                "select "
                        + COLUMNS
                        + " from listing_version l where (l.list, l.source_id) in"
                        + " (select list, source_id from listing_version"
                        + " where imos @> array[$1] and type = 'vessel')"
                        + " order by l.list, l.source_id, l.first_version",
                Tuple.of(imo));
    }

    private Uni<List<ListingRow>> rows(String statement, Tuple values) {
        return pool.preparedQuery(statement)
                .execute(values)
                .map(rows -> {
                    var found = new ArrayList<ListingRow>();
                    rows.forEach(row -> found.add(row(row)));
                    return found;
                });
    }

    private static ListingRow row(Row row) {
        return new ListingRow(
                row.getLong("id"),
                row.getString("list"),
                row.getString("name"),
                ListingRefs.parse(row.getString("canonical")),
                row.getInteger("first_version"),
                row.getInteger("last_version"));
    }
}
