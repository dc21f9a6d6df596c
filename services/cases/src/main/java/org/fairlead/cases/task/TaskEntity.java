package org.fairlead.cases.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.request.Person;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "task")
@SuppressWarnings("NullAway.Init")
class TaskEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    int version;
    String title;
    @Nullable String detail;

    @Enumerated(EnumType.STRING)
    TaskState state;

    @Nullable String assignee;
    @Nullable String assigneeName;
    @Nullable Instant dueAt;
    @Nullable String origin;
    String createdBy;
    Instant createdAt;
    String changedBy;
    Instant changedAt;

    Task task(Instant now) {
        return new Task(
                id,
                caseId,
                version,
                title,
                detail,
                state,
                Person.of(assignee, assigneeName),
                dueAt,
                dueAt != null && dueAt.isBefore(now) && !state.isSettled(),
                origin,
                createdBy,
                createdAt,
                changedBy,
                changedAt);
    }

    void show(NewTask wanted) {
        title = java.util.Objects.requireNonNull(wanted.title());
        detail = wanted.detail();
        state = java.util.Objects.requireNonNull(wanted.state());
        Person person = wanted.assignee();
        assignee = person == null ? null : person.subject();
        assigneeName = person == null ? null : person.name();
        dueAt = wanted.dueAt();
    }
}
