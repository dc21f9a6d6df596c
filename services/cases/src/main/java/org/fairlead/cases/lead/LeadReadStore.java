package org.fairlead.cases.lead;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
            LeadFilter filter,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        var query = new StringBuilder("from LeadEntity l where l.team = :team and ");
        parameters.put("team", acting.team());
        switch (filter.state()) {
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
        narrow(query, parameters, filter);
        return page(session, query, parameters, cursor, limit);
    }

    private void narrow(StringBuilder query, Map<String, Object> parameters, LeadFilter filter) {
        if (filter.kind() != null) {
            query.append(" and l.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (LeadFilter.NOBODY.equals(filter.assignee())) {
            query.append(" and l.assignee is null");
        } else if (filter.assignee() != null) {
            query.append(" and l.assignee = :assignee");
            parameters.put("assignee", filter.assignee());
        }
        if (filter.pressing() != null) {
            parameters.put("pressing", clock.instant());
            if (filter.pressing() == LeadFilter.Pressing.OVERDUE) {
                query.append(" and l.dueAt < :pressing");
            } else {
                query.append(" and l.dueAt >= :pressing and l.dueAt < :soon");
                parameters.put("soon", clock.instant().plus(config.dueSoon()));
            }
        }
        if (filter.mmsi() != null) {
            query.append(" and l.mmsi = :mmsi");
            parameters.put("mmsi", filter.mmsi());
        }
        if (filter.updatedSince() != null) {
            query.append(" and l.changedAt >= :since");
            parameters.put("since", filter.updatedSince());
        }
    }

    Uni<Page<Lead>> ofCase(
            Mutiny.StatelessSession session,
            UUID caseId,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("case", caseId);
        var query = new StringBuilder(OF_CASE);
        if (since != null) {
            query.append(" and l.changedAt >= :since");
            parameters.put("since", since);
        }
        return page(session, query, parameters, cursor, limit);
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
            query.append(" and l.dueAt >= :at and (l.dueAt > :at or l.dueAt = :at and l.id > :id)");
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

    /// Each up to [#MOST_COUNTED]: nobody needs to know more exactly how far behind they are, and
    /// counting a million takes longer than reading the first page.
    Uni<Inbox.Counts> counts(Mutiny.StatelessSession session, Acting acting) {
        Instant now = clock.instant();
        return session.createNativeQuery(
                        "select (select count(*) from (select 1"
                                + WAITING
                                + ") a), (select count(*) from (select 1"
                                + WAITING.replace(
                                        "limit", "and l.due_at >= ?2 and l.due_at < ?3 limit")
                                + ") b), (select count(*) from (select 1"
                                + WAITING.replace("limit", "and l.due_at < ?2 limit")
                                + ") c)",
                        Tuple.class)
                .setParameter(1, acting.team())
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, now.plus(config.dueSoon()).atOffset(ZoneOffset.UTC))
                .setParameter(4, MOST_COUNTED)
                .getSingleResult()
                .map(row -> new Inbox.Counts(count(row, 0), count(row, 1), count(row, 2)));
    }

    private static final int MOST_COUNTED = 1_000;

    private static final String WAITING =
            " from lead l where l.team = ?1"
                    + " and (l.state = 'NEW' or l.state = 'SNOOZED' and l.snoozed_until <= ?2)"
                    + " and not exists (select 1 from case_lead x where x.lead_id = l.id) limit ?4";

    private static long count(Tuple row, int at) {
        return ((Number) row.get(at)).longValue();
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
