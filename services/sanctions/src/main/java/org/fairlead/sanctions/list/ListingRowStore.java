package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListedName;
import org.fairlead.lists.Listing;
import org.jspecify.annotations.Nullable;

/// Writes entries in bulk: whole columns as arrays, a few statements for a file of thousands.
@ApplicationScoped
class ListingRowStore {

    private static final int ROWS_PER_STATEMENT = 4_000;

    private static final String INSERT =
            """
            insert into listing_version
                (list, source_id, hash, type, name, imo, mmsi, imos, mmsis, company_imos, search_text, canonical,
                 since_version, first_version)
            select $1, file.source_id, file.hash, file.type, file.name,
                   split_part(file.imos, ' ', 1), split_part(file.mmsis, ' ', 1),
                   string_to_array(coalesce(file.imos, ''), ' '),
                   string_to_array(coalesce(file.mmsis, ''), ' '),
                   string_to_array(coalesce(file.company_imos, ''), ' '),
                   file.search_text, file.canonical::jsonb, coalesce(before.since_version, $2), $2
            from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                        $10::text[], $11::text[], $12::text[])
                as file (source_id, hash, type, name, imos, mmsis, company_imos, search_text,
                         canonical)
            left join listing_version before
                on before.list = $1 and before.source_id = file.source_id
                and before.last_version = $3
            """;

    /// @param ships those with a valid IMO number
    /// @param names of individuals, primary and others
    record Current(
            Map<String, String> hashById,
            Map<String, KnownShip> ships,
            Map<String, List<String>> names) {

        /// The same of a file that has just been read.
        static Current of(List<CanonicalListing> entries, boolean withNames) {
            var current = new Current(new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (CanonicalListing entry : entries) {
                var listing = entry.listing();
                current.hashById.put(listing.sourceId(), entry.hash());
                ImoNumber.of(listing.vessel().imo())
                        .ifPresent(imo ->
                                current.ships.put(
                                        listing.sourceId(),
                                        new KnownShip(imo.digits(), listing.name())));
                if (withNames && listing.type().equals(Listing.INDIVIDUAL)) {
                    current.names.put(
                            listing.sourceId(),
                            listing.names().stream().map(ListedName::text).toList());
                }
            }
            return current;
        }
    }

    /// @param withNames reads names of individuals too, which takes as long as all else
    Uni<Current> current(SqlConnection connection, String list, boolean withNames) {
        return connection
                .preparedQuery(
                        "select source_id, hash, imo, name, case when $2 and type = 'individual' then"
                                + " array(select jsonb_array_elements(canonical -> 'names') ->> 'text')"
                                + " end as names from listing_version where list = $1 and last_version is null")
                .execute(Tuple.of(list, withNames))
                .map(ListingRowStore::current);
    }

    private static Current current(RowSet<Row> rows) {
        var hashes = new HashMap<String, String>();
        var ships = new HashMap<String, KnownShip>();
        var names = new HashMap<String, List<String>>();
        for (Row row : rows) {
            String[] known = row.getArrayOfStrings("names");
            if (known != null) {
                names.put(row.getString(0), List.of(known));
            }
            hashes.put(row.getString(0), row.getString(1));
            ImoNumber.of(row.getString(2))
                    .ifPresent(imo ->
                            ships.put(
                                    row.getString(0),
                                    new KnownShip(imo.digits(), row.getString(3))));
        }
        return new Current(hashes, ships, names);
    }

    /// Canonical JSON of current entries, by id.
    Uni<Map<String, String>> canonical(
            SqlConnection connection, String list, Collection<String> ids) {
        return connection
                .preparedQuery(
                        "select source_id, canonical::text from listing_version"
                                + " where list = $1 and source_id = any($2) and last_version is null")
                .execute(Tuple.of(list, ids.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<String, String>();
                    rows.forEach(row -> found.put(row.getString(0), row.getString(1)));
                    return found;
                });
    }

    /// Those of the ids that some earlier version had.
    Uni<Set<String>> everListed(SqlConnection connection, String list, Collection<String> ids) {
        return connection
                .preparedQuery(
                        "select distinct source_id from listing_version"
                                + " where list = $1 and source_id = any($2)")
                .execute(Tuple.of(list, ids.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashSet<String>();
                    rows.forEach(row -> found.add(row.getString(0)));
                    return found;
                });
    }

    private Uni<Void> close(
            SqlConnection connection, String list, Collection<String> ids, int lastVersion) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(
                                "update listing_version set last_version = $3"
                                        + " where list = $1 and source_id = any($2) and last_version is null")
                        .execute(Tuple.of(list, ids.toArray(String[]::new), lastVersion))
                        .replaceWithVoid();
    }

    /// Forgets all rows of a list, to be written anew.
    Uni<Void> forget(SqlConnection connection, String list) {
        return connection
                .preparedQuery("delete from listing_version where list = $1")
                .execute(Tuple.of(list))
                .replaceWithVoid();
    }

    /// Ends what is gone or changed with the version before and begins what is new with this one.
    ///
    /// @param previous the version before; 0 for a list's first
    Uni<Void> apply(
            SqlConnection connection,
            String list,
            int version,
            int previous,
            Difference difference) {
        var closed = new ArrayList<>(difference.removed());
        difference.changed().forEach(entry -> closed.add(entry.listing().sourceId()));
        var opened = new ArrayList<>(difference.added());
        opened.addAll(difference.changed());
        return close(connection, list, closed, previous)
                .chain(() -> insert(connection, list, version, previous, opened));
    }

    private Uni<Void> insert(
            SqlConnection connection,
            String list,
            int version,
            int previous,
            List<CanonicalListing> entries) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int from = 0; from < entries.size(); from += ROWS_PER_STATEMENT) {
            var part = entries.subList(from, Math.min(entries.size(), from + ROWS_PER_STATEMENT));
            all =
                    all.chain(() ->
                            connection
                                    .preparedQuery(INSERT)
                                    .execute(columns(list, version, previous, part))
                                    .replaceWithVoid());
        }
        return all;
    }

    private static Tuple columns(
            String list, int version, int previous, List<CanonicalListing> entries) {
        return Tuple.tuple()
                .addString(list)
                .addInteger(version)
                .addInteger(previous)
                .addArrayOfString(column(entries, entry -> entry.listing().sourceId()))
                .addArrayOfString(column(entries, CanonicalListing::hash))
                .addArrayOfString(column(entries, entry -> entry.listing().type()))
                .addArrayOfString(column(entries, entry -> entry.listing().name()))
                .addArrayOfString(column(entries, entry -> words(entry.listing().vessel().imos())))
                .addArrayOfString(column(entries, entry -> words(entry.listing().vessel().mmsis())))
                .addArrayOfString(
                        column(entries, entry -> words(entry.listing().party().companyImos())))
                .addArrayOfString(column(entries, entry -> SearchText.of(entry.listing())))
                .addArrayOfString(column(entries, CanonicalListing::json));
    }

    /// Null for none: PostgreSQL's arrays of arrays would have to be of one length.
    private static @Nullable String words(List<String> numbers) {
        return numbers.isEmpty() ? null : String.join(" ", numbers);
    }

    private static @Nullable String[] column(
            List<CanonicalListing> entries, Function<CanonicalListing, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
