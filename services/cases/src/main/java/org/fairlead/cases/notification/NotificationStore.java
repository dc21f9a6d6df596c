package org.fairlead.cases.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Tells people, and shows each what they were told.
///
/// A row is written for whoever is to be told, and the database shows it only while that person
/// sees the case or lead it is about. So telling somebody who may not see it does nothing anybody
/// could notice, neither they nor the one who told.
@ApplicationScoped
public class NotificationStore {

    private final Clock clock;

    @Inject
    NotificationStore(Clock clock) {
        this.clock = clock;
    }

    public Uni<Void> tell(Mutiny.StatelessSession session, Telling telling) {
        Instant now = clock.instant();
        var row = new NotificationEntity();
        row.id = TimeOrderedId.at(now);
        row.team = telling.team();
        row.subject = telling.subject();
        row.kind = telling.kind();
        row.caseId = telling.caseId();
        row.leadId = telling.leadId();
        row.text = telling.text();
        row.by = telling.by();
        row.at = now;
        return session.insert(row);
    }

    /// Newest first.
    Uni<Page<Notification>> page(
            Mutiny.StatelessSession session,
            boolean onlyNew,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        var query = new StringBuilder("from NotificationEntity n where true");
        if (onlyNew) {
            query.append(" and n.readAt is null");
        }
        if (since != null) {
            query.append(" and n.at >= :since");
            parameters.put("since", since);
        }
        if (cursor != null) {
            query.append(" and (n.at < :at or n.at = :at and n.id < :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        query.append(" order by n.at desc, n.id desc");
        var selection = session.createSelectionQuery(query.toString(), NotificationEntity.class);
        return Bindings.bind(selection, parameters)
                .setMaxResults(limit + 1)
                .getResultList()
                .map(rows ->
                        Cursor.page(
                                rows.stream().map(NotificationEntity::notification).toList(),
                                limit,
                                last -> new Cursor(last.at().toString(), last.id().toString())));
    }

    Uni<Long> unread(Mutiny.StatelessSession session) {
        return session.createSelectionQuery(
                        "select count(n) from NotificationEntity n where n.readAt is null",
                        Long.class)
                .getSingleResult();
    }

    Uni<Notification> markRead(Mutiny.StatelessSession session, UUID id) {
        return session.get(NotificationEntity.class, id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(row -> {
                    if (row.readAt != null) {
                        return Uni.createFrom().voidItem();
                    }
                    row.readAt = clock.instant();
                    return session.update(row);
                })
                .map(NotificationEntity::notification);
    }

    Uni<Void> markAllRead(Mutiny.StatelessSession session) {
        return session.createMutationQuery(
                        "update NotificationEntity n set n.readAt = :now where n.readAt is null")
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid();
    }
}
