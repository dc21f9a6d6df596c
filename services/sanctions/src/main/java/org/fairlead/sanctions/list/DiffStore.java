package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.fairlead.contracts.sanctions.ListingRef;
import org.jspecify.annotations.Nullable;

/// Compares two versions of a list.
@ApplicationScoped
class DiffStore {

    /// Entries of the one, the other, or both with another hash.
    private static final String DIFFERENT =
            """
            with there as (
                select source_id, hash, canonical from listing_version
                where list = $1 and first_version <= $2
                and (last_version is null or last_version >= $2)
                and ($4::text is null or type = $4)),
            here as (
                select source_id, hash, canonical from listing_version
                where list = $1 and first_version <= $3
                and (last_version is null or last_version >= $3)
                and ($4::text is null or type = $4))
            select there.canonical::text as before, here.canonical::text as after
            from there full join here on here.source_id = there.source_id
            where here.hash is distinct from there.hash
            order by coalesce(here.source_id, there.source_id)
            """;

    private final Pool pool;

    @Inject
    DiffStore(Pool pool) {
        this.pool = pool;
    }

    Uni<DiffView> diff(String list, int from, int to, @Nullable String type) {
        return pool.preparedQuery(DIFFERENT)
                .execute(Tuple.of(list, from, to, type))
                .map(rows -> view(list, from, to, rows));
    }

    private static DiffView view(String list, int from, int to, RowSet<Row> rows) {
        var added = new ArrayList<ListingRef>();
        var removed = new ArrayList<ListingRef>();
        var modified = new ArrayList<DiffView.Modified>();
        for (Row row : rows) {
            String before = row.getString("before");
            String after = row.getString("after");
            if (before == null) {
                added.add(ListingRefs.ref(list, ListingRefs.parse(after)));
            } else if (after == null) {
                removed.add(ListingRefs.ref(list, ListingRefs.parse(before)));
            } else {
                modified.add(modified(list, before, after));
            }
        }
        return new DiffView(list, from, to, added, removed, modified);
    }

    private static DiffView.Modified modified(String list, String before, String after) {
        var then = ListingRefs.parse(before);
        var now = ListingRefs.parse(after);
        var fields = ListingRefs.changedFields(then, now);
        return new DiffView.Modified(
                ListingRefs.ref(list, now),
                fields,
                fields.stream()
                        .map(field ->
                                new FieldChange(
                                        field,
                                        ListingRefs.field(then, field),
                                        ListingRefs.field(now, field)))
                        .toList());
    }
}
