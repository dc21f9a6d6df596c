package org.fairlead.cases.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.notification.NotificationKind;
import org.fairlead.cases.notification.NotificationStore;
import org.fairlead.cases.notification.Telling;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.StaleRecord;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The tasks of cases.
@ApplicationScoped
public class TaskStore {

    private final Clock clock;
    private final CaseStore cases;
    private final NotificationStore notifications;

    @Inject
    TaskStore(Clock clock, CaseStore cases, NotificationStore notifications) {
        this.clock = clock;
        this.cases = cases;
        this.notifications = notifications;
    }

    public Uni<Task> open(
            Mutiny.StatelessSession session,
            String team,
            UUID caseId,
            Actor actor,
            NewTask wanted) {
        return insert(session, team, caseId, actor, wanted, null);
    }

    /// Once for each origin in a case, however often it is asked for.
    ///
    /// @param origin what makes it needed, `retraction:` and the id of the exhibit for example
    /// @return empty where the case has the task already
    public Uni<Optional<Task>> openOnce(
            Mutiny.StatelessSession session,
            String team,
            UUID caseId,
            Actor actor,
            NewTask wanted,
            String origin) {
        return session.createSelectionQuery(
                        "select count(t) from TaskEntity t where t.caseId = :case and t.origin = :origin",
                        Long.class)
                .setParameter("case", caseId)
                .setParameter("origin", origin)
                .getSingleResult()
                .chain(held ->
                        held > 0
                                ? Uni.createFrom().item(Optional.empty())
                                : insert(session, team, caseId, actor, wanted, origin)
                                        .map(Optional::of));
    }

    private Uni<Task> insert(
            Mutiny.StatelessSession session,
            String team,
            UUID caseId,
            Actor actor,
            NewTask wanted,
            @Nullable String origin) {
        Instant now = clock.instant();
        var row = new TaskEntity();
        row.id = TimeOrderedId.at(now);
        row.team = team;
        row.caseId = caseId;
        row.version = 1;
        row.origin = origin;
        row.show(wanted.checked());
        row.createdBy = actor.name();
        row.createdAt = now;
        row.changedBy = actor.name();
        row.changedAt = now;
        return session.insert(row)
                .chain(() -> told(session, row, actor, "task-opened", null))
                .replaceWith(() -> row.task(now));
    }

    Uni<Task> change(
            Mutiny.StatelessSession session,
            UUID caseId,
            UUID id,
            Actor actor,
            String expected,
            NewTask wanted) {
        Instant now = clock.instant();
        return row(session, caseId, id)
                .chain(row -> {
                    if (!EntityTags.matches(expected, row.version)) {
                        throw new StaleRecord("the task", row.task(now), row.version);
                    }
                    String before = row.assignee;
                    row.show(wanted);
                    row.version++;
                    row.changedBy = actor.name();
                    row.changedAt = now;
                    return session.update(row)
                            .chain(() -> told(session, row, actor, "task-changed", before))
                            .replaceWith(() -> row.task(now));
                });
    }

    private Uni<Void> told(
            Mutiny.StatelessSession session,
            TaskEntity row,
            Actor actor,
            String action,
            @Nullable String assigneeBefore) {
        return cases.changed(
                        session,
                        row.caseId,
                        actor,
                        false,
                        Deed.of(action, row.id, row.title + ", " + row.state.slug())
                                .announcedAs("task-changed"))
                .chain(() -> assigned(session, row, actor, assigneeBefore));
    }

    private Uni<Void> assigned(
            Mutiny.StatelessSession session, TaskEntity row, Actor actor, @Nullable String before) {
        String now = row.assignee;
        return now == null || now.equals(before) || now.equals(actor.subject())
                ? Uni.createFrom().voidItem()
                : notifications.tell(
                        session,
                        new Telling(
                                row.team,
                                now,
                                NotificationKind.TASK_ASSIGNED,
                                row.caseId,
                                null,
                                row.title,
                                actor.name()));
    }

    private static Uni<TaskEntity> row(Mutiny.StatelessSession session, UUID caseId, UUID id) {
        return session.get(TaskEntity.class, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.caseId.equals(caseId)) {
                        throw ProblemException.notFound();
                    }
                    return row;
                });
    }

    Uni<Task> one(Mutiny.StatelessSession session, UUID caseId, UUID id) {
        return session.get(TaskEntity.class, id)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.caseId.equals(caseId)) {
                        throw ProblemException.notFound();
                    }
                    return row.task(clock.instant());
                });
    }

    /// In the order they were asked for.
    Uni<Page<Task>> ofCase(
            Mutiny.StatelessSession session,
            UUID caseId,
            @Nullable TaskState state,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        var query = new StringBuilder("from TaskEntity t where t.caseId = :case");
        parameters.put("case", caseId);
        if (cursor != null) {
            query.append(" and (t.createdAt > :at or t.createdAt = :at and t.id > :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        return page(
                session,
                query,
                parameters,
                state,
                since,
                " order by t.createdAt, t.id",
                limit,
                last -> new Cursor(last.createdAt().toString(), last.id().toString()));
    }

    /// Of one person in every case they see; what is due first comes first, undated last.
    Uni<Page<Task>> ofPerson(
            Mutiny.StatelessSession session,
            String subject,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        var query =
                new StringBuilder(
                        "from TaskEntity t where t.assignee = :person and t.state in (OPEN, IN_PROGRESS)");
        parameters.put("person", subject);
        if (cursor != null) {
            query.append(
                    " and (coalesce(t.dueAt, :never) > :at or coalesce(t.dueAt, :never) = :at and t.id > :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        parameters.put("never", NEVER);
        return page(
                session,
                query,
                parameters,
                null,
                since,
                " order by coalesce(t.dueAt, :never), t.id",
                limit,
                last ->
                        new Cursor(
                                String.valueOf(last.dueAt() == null ? NEVER : last.dueAt()),
                                last.id().toString()));
    }

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Uni<Page<Task>> page(
            Mutiny.StatelessSession session,
            StringBuilder query,
            Map<String, Object> parameters,
            @Nullable TaskState state,
            @Nullable Instant since,
            String order,
            int limit,
            java.util.function.Function<Task, Cursor> cursorOf) {
        if (state != null) {
            query.append(" and t.state = :state");
            parameters.put("state", state);
        }
        if (since != null) {
            query.append(" and t.changedAt >= :since");
            parameters.put("since", since);
        }
        var selection =
                session.createSelectionQuery(query.append(order).toString(), TaskEntity.class);
        return Bindings.bind(selection, parameters)
                .setMaxResults(limit + 1)
                .getResultList()
                .map(rows -> Cursor.page(tasks(rows), limit, cursorOf));
    }

    private List<Task> tasks(List<TaskEntity> rows) {
        Instant now = clock.instant();
        return rows.stream().map(row -> row.task(now)).toList();
    }
}
