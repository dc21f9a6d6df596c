package org.fairlead.sanctions.screening;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.lists.ListingJson;
import org.fairlead.sanctions.list.ListingRefs;
import org.fairlead.screening.ListedSubjects;
import org.jspecify.annotations.Nullable;

/// Ships of the current version of each list, kept in memory until the next.
///
/// Read through the transaction that asks, so that a version is screened in the transaction that
/// brings it. A version that is rolled back leaves nothing behind: what is kept is looked up by its
/// number, and numbers of rolled-back versions are told apart by the bytes they had.
@ApplicationScoped
class WatchedListStore {

    private static final String SHIPS =
            """
            select l.source_id, l.hash, since.observed_at,
                   exists (select from list_version earlier
                           where earlier.list = l.list and earlier.status = 'accepted'
                           and earlier.number < l.since_version) as is_since_known
            from listing_version l
            join list_version since on since.list = l.list and since.number = l.since_version
            where l.list = $1 and l.last_version is null and l.type = 'vessel'
            order by l.source_id
            """;

    private static final String CANONICAL =
            """
            select hash, canonical::text as canonical from listing_version
            where list = $1 and last_version is null and type = 'vessel' and hash = any($2)
            """;

    private final Map<String, WatchedList> kept = new ConcurrentHashMap<>();

    /// A list, its current version, the bytes that it is, and the model they were read by.
    private record Current(String list, int version, String sha256, int model) {

        String key() {
            return list + "@" + version + ":" + sha256 + ":" + model;
        }
    }

    Uni<List<WatchedList>> all(SqlConnection connection) {
        return current(connection, null)
                .chain(lists ->
                        Multi.createFrom()
                                .iterable(lists)
                                .onItem()
                                .transformToUniAndConcatenate(list -> of(connection, list))
                                .collect()
                                .asList());
    }

    /// Empty when nothing of it serves.
    Uni<List<WatchedList>> of(SqlConnection connection, String list) {
        return current(connection, list)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(List.<WatchedList>of())
                                : of(connection, found.getFirst()).map(List::of));
    }

    private static Uni<List<Current>> current(SqlConnection connection, @Nullable String list) {
        return connection
                .preparedQuery(
                        "select s.id, s.current_version, v.sha256, s.model from list_source s join list_version v"
                                + " on v.list = s.id and v.number = s.current_version"
                                + " where $1::text is null or s.id = $1 order by s.id")
                .execute(Tuple.of(list))
                .map(rows -> {
                    var lists = new ArrayList<Current>();
                    rows.forEach(row ->
                            lists.add(
                                    new Current(
                                            row.getString(0),
                                            row.getInteger(1),
                                            row.getString(2),
                                            row.getInteger(3))));
                    return lists;
                });
    }

    private Uni<WatchedList> of(SqlConnection connection, Current current) {
        var made = kept.get(current.key());
        if (made != null) {
            return Uni.createFrom().item(made);
        }
        var known = readBefore(current.list());
        return connection
                .preparedQuery(SHIPS)
                .execute(Tuple.of(current.list()))
                .chain(rows ->
                        unread(connection, current.list(), rows, known)
                                .map(read -> {
                                    read.putAll(known);
                                    return new WatchedList(
                                            current.list(), current.version(), ships(rows, read));
                                }))
                .invoke(list -> {
                    kept.keySet().removeIf(key -> key.startsWith(current.list() + "@"));
                    kept.put(current.key(), list);
                });
    }

    /// Entries as the version before had them: all but a few say the same.
    private Map<String, WatchedList.Entry> readBefore(String list) {
        return kept.entrySet().stream()
                .filter(each -> each.getKey().startsWith(list + "@"))
                .findFirst()
                .map(each -> each.getValue().entries())
                .orElse(Map.of());
    }

    private static Uni<Map<String, WatchedList.Entry>> unread(
            SqlConnection connection,
            String list,
            RowSet<Row> ships,
            Map<String, WatchedList.Entry> known) {
        var missing = new ArrayList<String>();
        for (Row ship : ships) {
            if (!known.containsKey(ship.getString("hash"))) {
                missing.add(ship.getString("hash"));
            }
        }
        return connection
                .preparedQuery(CANONICAL)
                .execute(Tuple.of(list, missing.toArray(String[]::new)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    var read = new HashMap<String, WatchedList.Entry>();
                    for (Row row : rows) {
                        read.put(row.getString("hash"), entry(list, row.getString("canonical")));
                    }
                    return read;
                });
    }

    private static WatchedList.Entry entry(String list, String canonical) {
        var listing = ListingJson.read(canonical);
        return new WatchedList.Entry(
                ListingRefs.ref(list, ListingRefs.parse(canonical)),
                ListedSubjects.of(list, listing),
                listing.listedOn());
    }

    private static List<WatchedList.Ship> ships(
            RowSet<Row> rows, Map<String, WatchedList.Entry> read) {
        var ships = new ArrayList<WatchedList.Ship>();
        for (Row row : rows) {
            var entry = Objects.requireNonNull(read.get(row.getString("hash")));
            ships.add(
                    new WatchedList.Ship(
                            row.getString("hash"), entry, listedSince(row, entry.listedOn())));
        }
        return ships;
    }

    /// The publisher's date, else when it came on in our sight; absent when it was there already in
    /// the first version seen.
    private static @Nullable Instant listedSince(Row row, @Nullable LocalDate listedOn) {
        if (listedOn != null) {
            return listedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return row.getBoolean("is_since_known")
                ? row.getOffsetDateTime("observed_at").toInstant()
                : null;
    }
}
