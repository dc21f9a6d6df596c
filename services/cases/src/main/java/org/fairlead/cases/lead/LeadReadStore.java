package org.fairlead.cases.lead;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Leads as they are shown.
@ApplicationScoped
public class LeadReadStore {

    /// In a case that the present caller sees: the database leaves out the links to all others.
    private static final String ATTACHED =
            "exists (select 1 from CaseLeadEntity x where x.leadId = l.id)";

    private static final String UNDECIDED =
            "(l.state = NEW or l.state = SNOOZED and l.snoozedUntil <= :now) and not " + ATTACHED;

    private final Clock clock;
    private final LeadConfig config;

    @Inject
    LeadReadStore(Clock clock, LeadConfig config) {
        this.clock = clock;
        this.config = config;
    }

    Uni<Lead> one(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return row(session, acting, id, LockMode.NONE).chain(row -> view(session, row));
    }

    static Uni<LeadEntity> row(
            Mutiny.StatelessSession session, Acting acting, UUID id, LockMode lock) {
        return session.get(LeadEntity.class, id, lock)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.team.equals(acting.team())) {
                        throw ProblemException.notFound();
                    }
                    return row;
                });
    }

    Uni<Lead> view(Mutiny.StatelessSession session, LeadEntity row) {
        return views(session, List.of(row)).map(List::getFirst);
    }

    private Uni<List<Lead>> views(Mutiny.StatelessSession session, List<LeadEntity> rows) {
        Instant now = clock.instant();
        return caseIds(session, rows.stream().map(row -> row.id).toList())
                .map(cases ->
                        rows.stream()
                                .map(row ->
                                        row.lead(
                                                now,
                                                Reasons.read(row.why),
                                                cases.getOrDefault(row.id, List.of())))
                                .toList());
    }

    /// Most urgent first.
    Uni<Page<Lead>> inbox(
            Mutiny.StatelessSession session,
            Acting acting,
            LeadState state,
            @Nullable LeadKind kind,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        var query = new StringBuilder("from LeadEntity l where l.team = :team and ");
        parameters.put("team", acting.team());
        switch (state) {
            case NEW -> {
                query.append(UNDECIDED);
                parameters.put("now", clock.instant());
            }
            case SNOOZED -> {
                query.append("l.state = SNOOZED and l.snoozedUntil > :now and not ")
                        .append(ATTACHED);
                parameters.put("now", clock.instant());
            }
            case ATTACHED -> query.append(ATTACHED);
            case DISMISSED -> query.append("l.state = DISMISSED and not ").append(ATTACHED);
        }
        if (kind != null) {
            query.append(" and l.kind = :kind");
            parameters.put("kind", kind);
        }
        return page(session, query, parameters, cursor, limit);
    }

    Uni<Page<Lead>> ofCase(
            Mutiny.StatelessSession session, UUID caseId, @Nullable Cursor cursor, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("case", caseId);
        return page(session, new StringBuilder(OF_CASE), parameters, cursor, limit);
    }

    private static final String OF_CASE =
            "from LeadEntity l where l.id in"
                    + " (select x.leadId from CaseLeadEntity x where x.caseId = :case)";

    private Uni<Page<Lead>> page(
            Mutiny.StatelessSession session,
            StringBuilder query,
            Map<String, Object> parameters,
            @Nullable Cursor cursor,
            int limit) {
        if (cursor != null) {
            query.append(" and (l.dueAt > :at or l.dueAt = :at and l.id > :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        query.append(" order by l.dueAt, l.id");
        var selection = session.createSelectionQuery(query.toString(), LeadEntity.class);
        return Bindings.bind(selection, parameters)
                .setMaxResults(limit + 1)
                .getResultList()
                .chain(rows -> views(session, rows))
                .map(leads ->
                        Cursor.page(
                                leads,
                                limit,
                                last -> new Cursor(last.dueAt().toString(), last.id().toString())));
    }

    /// All leads of a case, in the order they were raised.
    public Uni<List<Lead>> allOfCase(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        OF_CASE + " order by l.raisedAt, l.id", LeadEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .chain(rows -> views(session, rows));
    }

    Uni<Inbox.Counts> counts(Mutiny.StatelessSession session, Acting acting) {
        Instant now = clock.instant();
        return session.createSelectionQuery(
                        "select count(l),"
                                + " count(case when l.dueAt >= :now and l.dueAt < :soon then 1 end),"
                                + " count(case when l.dueAt < :now then 1 end)"
                                + " from LeadEntity l where l.team = :team and "
                                + UNDECIDED,
                        Object[].class)
                .setParameter("team", acting.team())
                .setParameter("now", now)
                .setParameter("soon", now.plus(config.dueSoon()))
                .getSingleResult()
                .map(row -> new Inbox.Counts((Long) row[0], (Long) row[1], (Long) row[2]));
    }

    static Uni<Map<UUID, List<UUID>>> caseIds(Mutiny.StatelessSession session, List<UUID> leads) {
        if (leads.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from CaseLeadEntity x where x.leadId in :leads order by x.caseId",
                        CaseLeadEntity.class)
                .setParameter("leads", leads)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                row -> row.leadId,
                                                Collectors.mapping(
                                                        row -> row.caseId, Collectors.toList()))));
    }
}
