package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.CaseAccess;
import org.fairlead.cases.access.CaseGrant;
import org.fairlead.cases.access.StandingStore;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.StaleRecord;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Cases as they are shown.
@ApplicationScoped
public class CaseReadStore {

    /// UUIDs as the database orders them: as unsigned bytes, which is how their text is ordered.
    private static final Comparator<CaseEntity> NEWEST_FIRST =
            Comparator.comparing((CaseEntity row) -> row.openedAt)
                    .thenComparing(row -> row.id.toString())
                    .reversed();

    private final Clock clock;

    @Inject
    CaseReadStore(Clock clock) {
        this.clock = clock;
    }

    public Uni<CaseFile> view(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return CaseStore.allowed(session, acting, id, Action.READ)
                .chain(row -> view(session, acting, row));
    }

    /// Keeps changes waiting until the transaction ends, so that what is read after it belongs to
    /// the version seen here.
    public Uni<CaseFile> steadyView(
            Mutiny.StatelessSession session, Acting acting, UUID id, Action action) {
        return CaseStore.locked(session, acting, id, LockMode.PESSIMISTIC_READ, action)
                .chain(row -> view(session, acting, row));
    }

    /// Locked, at the version the caller looked at.
    ///
    /// @throws StaleRecord with the present version
    public Uni<CaseRef> fresh(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            String expected,
            Action action) {
        return freshRow(session, acting, id, expected, action).map(CaseEntity::ref);
    }

    Uni<CaseEntity> freshRow(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            String expected,
            Action action) {
        return CaseStore.locked(session, acting, id, LockMode.PESSIMISTIC_WRITE, action)
                .call(row ->
                        EntityTags.matches(expected, row.version)
                                ? Uni.createFrom().voidItem()
                                : view(session, acting, row)
                                        .invoke(current -> {
                                            throw new StaleRecord(
                                                    "the case", current, current.version());
                                        }));
    }

    Uni<CaseFile> view(Mutiny.StatelessSession session, Acting acting, CaseEntity row) {
        return merged(session, row)
                .chain(merged ->
                        StandingStore.grants(session)
                                .chain(grants ->
                                        views(session, acting, grants, List.of(row), merged)))
                .map(List::getFirst);
    }

    /// Newest first.
    Uni<Page<CaseFile>> list(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseFilter filter,
            @Nullable Cursor cursor,
            int limit) {
        return StandingStore.grants(session)
                .chain(grants ->
                        rows(session, acting, grants.keySet(), filter, cursor, limit)
                                .chain(rows -> views(session, acting, grants, rows, List.of())))
                .map(views ->
                        Cursor.page(
                                views,
                                limit,
                                last ->
                                        new Cursor(
                                                last.openedAt().toString(), last.id().toString())));
    }

    /// Those of the team, and those of other teams opened to the caller: two walks along an index
    /// each, where one query for both would go through all cases there are. The database leaves out
    /// what the caller does not see.
    private static Uni<List<CaseEntity>> rows(
            Mutiny.StatelessSession session,
            Acting acting,
            Set<UUID> granted,
            CaseFilter filter,
            @Nullable Cursor cursor,
            int limit) {
        var own = new HashMap<String, Object>();
        own.put("team", acting.team());
        Uni<List<CaseEntity>> ours = rows(session, "c.team = :team", own, filter, cursor, limit);
        if (granted.isEmpty()) {
            return ours;
        }
        var others = new HashMap<String, Object>();
        others.put("team", acting.team());
        others.put("granted", List.copyOf(granted));
        return ours.chain(first ->
                rows(session, "c.team <> :team and c.id in :granted", others, filter, cursor, limit)
                        .map(second ->
                                Stream.concat(first.stream(), second.stream())
                                        .sorted(NEWEST_FIRST)
                                        .limit(limit + 1L)
                                        .toList()));
    }

    private static Uni<List<CaseEntity>> rows(
            Mutiny.StatelessSession session,
            String whose,
            Map<String, Object> parameters,
            CaseFilter filter,
            @Nullable Cursor cursor,
            int limit) {
        var query = new StringBuilder("from CaseEntity c where ").append(whose);
        narrow(query, parameters, filter);
        if (cursor != null) {
            // The first half is what the index begins at; the second alone would only filter.
            query.append(
                    " and c.openedAt <= :at and (c.openedAt < :at or c.openedAt = :at and c.id < :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        query.append(" order by c.openedAt desc, c.id desc");
        var selection = session.createSelectionQuery(query.toString(), CaseEntity.class);
        return Bindings.bind(selection, parameters).setMaxResults(limit + 1).getResultList();
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> parameters, CaseFilter filter) {
        if (filter.state() != null) {
            query.append(" and c.state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.tag() != null) {
            query.append(" and array_contains(c.tags, :tag)");
            parameters.put("tag", filter.tag());
        }
        if (filter.updatedSince() != null) {
            query.append(" and c.changedAt >= :since");
            parameters.put("since", filter.updatedSince());
        }
        String words = filter.words();
        if (words != null && !words.isBlank()) {
            query.append(
                    " and (lower(c.title) like :words escape '!' or lower(c.number) like :words"
                            + " escape '!' or exists (select 1 from SubjectEntity s where s.caseId = c.id"
                            + " and (lower(s.name) like :words escape '!' or s.mmsi like :words escape '!'"
                            + " or s.imo like :words escape '!')))");
            parameters.put("words", containing(words));
        }
    }

    private static String containing(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private Uni<List<CaseFile>> views(
            Mutiny.StatelessSession session,
            Acting acting,
            Map<UUID, Set<CaseGrant>> grants,
            List<CaseEntity> rows,
            List<CaseName> merged) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = rows.stream().map(row -> row.id).toList();
        return counts(session, ids)
                .chain(counts ->
                        subjects(session, ids)
                                .chain(subjects ->
                                        into(session, rows)
                                                .map(into ->
                                                        views(
                                                                acting, rows, merged, counts,
                                                                subjects, grants, into))));
    }

    private List<CaseFile> views(
            Acting acting,
            List<CaseEntity> rows,
            List<CaseName> merged,
            Map<UUID, CaseFile.Counts> counts,
            Map<UUID, List<Subject>> subjects,
            Map<UUID, Set<CaseGrant>> grants,
            Map<UUID, CaseName> into) {
        Instant now = clock.instant();
        var views = new ArrayList<CaseFile>();
        for (CaseEntity row : rows) {
            views.add(
                    view(
                            acting,
                            row,
                            row.access(grants.getOrDefault(row.id, Set.of())),
                            counts.getOrDefault(row.id, CaseFile.Counts.NONE),
                            subjects.getOrDefault(row.id, List.of()),
                            row.work(
                                    now,
                                    row.supersededBy == null ? null : into.get(row.supersededBy),
                                    merged)));
        }
        return views;
    }

    /// The cases these were merged into: of those the caller sees, and no others.
    private static Uni<Map<UUID, CaseName>> into(
            Mutiny.StatelessSession session, List<CaseEntity> rows) {
        var ids =
                rows.stream()
                        .map(row -> row.supersededBy)
                        .filter(java.util.Objects::nonNull)
                        .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createSelectionQuery(
                                "from CaseEntity c where c.id in :ids", CaseEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(row -> row.id, CaseEntity::name)));
    }

    private static Uni<List<CaseName>> merged(Mutiny.StatelessSession session, CaseEntity row) {
        return session.createSelectionQuery(
                        "from CaseEntity c where c.supersededBy = :id order by c.number",
                        CaseEntity.class)
                .setParameter("id", row.id)
                .getResultList()
                .map(found -> found.stream().map(CaseEntity::name).toList());
    }

    private static CaseFile view(
            Acting acting,
            CaseEntity row,
            CaseAccess access,
            CaseFile.Counts counts,
            List<Subject> subjects,
            CaseWork work) {
        return new CaseFile(
                row.id,
                row.number,
                row.team,
                row.title,
                row.summary,
                row.state,
                row.outcome,
                row.priority,
                row.handling,
                row.visibility,
                List.of(row.compartments),
                row.isSynthetic,
                row.openedBy,
                row.openedAt,
                row.changedAt,
                row.version,
                counts,
                subjects,
                row.supersededBy == null && acting.may(Action.MOVE, access)
                        ? row.state.next()
                        : List.of(),
                Arrays.stream(Action.values())
                        .filter(action -> acting.may(action, access))
                        .map(Action::slug)
                        .toList(),
                work);
    }

    /// All in one statement: the list of cases is asked for more often than anything else.
    private static Uni<Map<UUID, CaseFile.Counts>> counts(
            Mutiny.StatelessSession session, List<UUID> cases) {
        return session.createNativeQuery(
                        "select cast(case_id as text), leads, evidence, notes, tasks"
                                + " from case_counts(cast(string_to_array(?1, ',') as uuid[]))",
                        Tuple.class)
                .setParameter(
                        1, cases.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .collect(
                                        Collectors.toMap(
                                                row -> UUID.fromString(row.get(0, String.class)),
                                                row ->
                                                        new CaseFile.Counts(
                                                                row.get(1, Long.class),
                                                                row.get(2, Long.class),
                                                                row.get(3, Long.class),
                                                                row.get(4, Long.class)))));
    }

    private static Uni<Map<UUID, List<Subject>>> subjects(
            Mutiny.StatelessSession session, List<UUID> cases) {
        return session.createSelectionQuery(
                        "from SubjectEntity s where s.caseId in :cases order by s.addedAt, s.id",
                        SubjectEntity.class)
                .setParameter("cases", cases)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                row -> row.caseId,
                                                Collectors.mapping(
                                                        SubjectEntity::subject,
                                                        Collectors.toList()))));
    }

    public Uni<List<HistoryEntry>> history(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from ChangeEntity c where c.caseId = :case order by c.at, c.id",
                        ChangeEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(ChangeEntity::entry).toList());
    }
}
