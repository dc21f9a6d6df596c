package org.fairlead.cases.search;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Asks the database what the caller finds; it leaves out what the caller does not see.
@ApplicationScoped
class SearchStore {

    private static final int MOST_SUGGESTIONS = 10;

    /// As `search_most` in the database has it.
    static final int MOST_LOOKED_AT = 1_000;

    private static final String FOUND =
            "select f.kind, cast(f.id as text), cast(f.case_id as text), c.number, cast(f.lead_id as text),"
                    + " f.title, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), f.rank"
                    + " from search_found(?1, cast(nullif(?2, '') as text[]), ?3, cast(nullif(?4, '') as uuid), ?5,"
                    + " cast(nullif(?6, '') as timestamptz)) f"
                    + " left join case_file c on c.id = f.case_id order by f.rank desc, f.id desc";

    Uni<Page<Found>> find(
            Mutiny.StatelessSession session,
            String words,
            @Nullable FoundKind kind,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        return session.createNativeQuery(FOUND, Tuple.class)
                .setParameter(1, words)
                .setParameter(2, kind == null ? "" : "{" + kind.slug() + "}")
                .setParameter(3, cursor == null ? 0f : rank(cursor))
                .setParameter(4, cursor == null ? "" : Fields.id(cursor).toString())
                .setParameter(5, limit + 1)
                .setParameter(6, since == null ? "" : since.toString())
                .getResultList()
                .map(rows ->
                        Cursor.page(
                                rows.stream().map(SearchStore::found).toList(),
                                limit,
                                last ->
                                        new Cursor(
                                                Float.toString(last.rank()),
                                                last.id().toString())));
    }

    private static float rank(Cursor cursor) {
        try {
            return Float.parseFloat(cursor.sortKey());
        } catch (NumberFormatException foreign) {
            throw ProblemException.invalid("cursor", "this cursor belongs to another list");
        }
    }

    private static Found found(Tuple row) {
        return new Found(
                kind(row),
                UUID.fromString(row.get(1, String.class)),
                id(row.get(2, String.class)),
                row.get(3, String.class),
                id(row.get(4, String.class)),
                row.get(5, String.class),
                Instant.parse(row.get(6, String.class)),
                ((Number) row.get(7)).floatValue());
    }

    private static FoundKind kind(Tuple row) {
        return FoundKind.valueOf(row.get(0, String.class).toUpperCase(Locale.ROOT));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /// How many of each kind a search looks at; it stops at [#MOST_LOOKED_AT].
    Uni<Map<String, Long>> counts(
            Mutiny.StatelessSession session, String words, @Nullable Instant since) {
        return session.createNativeQuery(
                        "select kind, found from search_counts(?1, cast(nullif(?2, '') as timestamptz))",
                        Tuple.class)
                .setParameter(1, words)
                .setParameter(2, since == null ? "" : since.toString())
                .getResultList()
                .map(rows -> {
                    var counts = new LinkedHashMap<String, Long>();
                    rows.forEach(row ->
                            counts.put(
                                    row.get(0, String.class), ((Number) row.get(1)).longValue()));
                    return counts;
                });
    }

    /// @param kind a case by its title, or a name in one
    record Suggestion(FoundKind kind, UUID caseId, String title) {}

    Uni<List<Suggestion>> suggest(Mutiny.StatelessSession session, String words) {
        return session.createNativeQuery(
                        "select kind, cast(case_id as text), title from search_suggested(?1, ?2)",
                        Tuple.class)
                .setParameter(1, words)
                .setParameter(2, MOST_SUGGESTIONS)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new Suggestion(
                                                kind(row),
                                                UUID.fromString(row.get(1, String.class)),
                                                row.get(2, String.class)))
                                .toList());
    }
}
