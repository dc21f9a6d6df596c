package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.CaseAccess;
import org.fairlead.cases.access.CaseGrant;
import org.fairlead.cases.access.StandingStore;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Cases as they are shown.
@ApplicationScoped
public class CaseReadStore {

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

    Uni<CaseFile> view(Mutiny.StatelessSession session, Acting acting, CaseEntity row) {
        return views(session, acting, List.of(row)).map(List::getFirst);
    }

    /// Newest first.
    ///
    /// @param words looked for in title, number and vessels
    Uni<Page<CaseFile>> list(
            Mutiny.StatelessSession session,
            Acting acting,
            @Nullable CaseState state,
            @Nullable String words,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        // Those of the team and those opened to the caller: the database leaves out all others.
        var query = new StringBuilder("from CaseEntity c where true");
        if (state != null) {
            query.append(" and c.state = :state");
            parameters.put("state", state);
        }
        if (words != null && !words.isBlank()) {
            query.append(
                    " and (lower(c.title) like :words escape '!' or lower(c.number) like :words"
                            + " escape '!' or exists (select 1 from SubjectEntity s where s.caseId = c.id"
                            + " and (lower(s.name) like :words escape '!' or s.mmsi like :words escape '!'"
                            + " or s.imo like :words escape '!')))");
            parameters.put("words", containing(words));
        }
        if (cursor != null) {
            query.append(" and (c.openedAt < :at or c.openedAt = :at and c.id < :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        query.append(" order by c.openedAt desc, c.id desc");
        var selection = session.createSelectionQuery(query.toString(), CaseEntity.class);
        return Bindings.bind(selection, parameters)
                .setMaxResults(limit + 1)
                .getResultList()
                .chain(rows -> views(session, acting, rows))
                .map(views ->
                        Cursor.page(
                                views,
                                limit,
                                last ->
                                        new Cursor(
                                                last.openedAt().toString(), last.id().toString())));
    }

    private static String containing(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static Uni<List<CaseFile>> views(
            Mutiny.StatelessSession session, Acting acting, List<CaseEntity> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = rows.stream().map(row -> row.id).toList();
        return counts(session, "CaseLeadEntity", ids)
                .chain(leads ->
                        counts(session, "EvidenceEntity", ids)
                                .chain(evidence ->
                                        counts(session, "NoteEntity", ids)
                                                .chain(notes ->
                                                        subjects(session, ids)
                                                                .chain(subjects ->
                                                                        StandingStore.grants(
                                                                                        session)
                                                                                .map(grants ->
                                                                                        views(
                                                                                                acting,
                                                                                                rows,
                                                                                                leads,
                                                                                                evidence,
                                                                                                notes,
                                                                                                subjects,
                                                                                                grants))))));
    }

    private static List<CaseFile> views(
            Acting acting,
            List<CaseEntity> rows,
            Map<UUID, Long> leads,
            Map<UUID, Long> evidence,
            Map<UUID, Long> notes,
            Map<UUID, List<Subject>> subjects,
            Map<UUID, Set<CaseGrant>> grants) {
        var views = new ArrayList<CaseFile>();
        for (CaseEntity row : rows) {
            var counts =
                    new CaseFile.Counts(
                            leads.getOrDefault(row.id, 0L),
                            evidence.getOrDefault(row.id, 0L),
                            notes.getOrDefault(row.id, 0L));
            views.add(
                    view(
                            acting,
                            row,
                            row.access(grants.getOrDefault(row.id, Set.of())),
                            counts,
                            subjects.getOrDefault(row.id, List.of())));
        }
        return views;
    }

    private static CaseFile view(
            Acting acting,
            CaseEntity row,
            CaseAccess access,
            CaseFile.Counts counts,
            List<Subject> subjects) {
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
                acting.may(Action.MOVE, access) ? row.state.next() : List.of(),
                Arrays.stream(Action.values())
                        .filter(action -> acting.may(action, access))
                        .map(Action::slug)
                        .toList());
    }

    private static Uni<Map<UUID, Long>> counts(
            Mutiny.StatelessSession session, String entity, List<UUID> cases) {
        return session.createSelectionQuery(
                        "select x.caseId, count(x) from %s x where x.caseId in :cases group by x.caseId"
                                .formatted(entity),
                        Object[].class)
                .setParameter("cases", cases)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .collect(
                                        Collectors.toMap(
                                                row -> (UUID) row[0], row -> (Long) row[1])));
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
