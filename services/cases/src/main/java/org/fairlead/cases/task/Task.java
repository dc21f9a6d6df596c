package org.fairlead.cases.task;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.request.Person;
import org.jspecify.annotations.Nullable;

/// Something to be done in a case.
///
/// @param dueAt when it should be done, absent where nobody said
/// @param isOverdue past its time and neither done nor dropped
/// @param origin what made the platform ask for it, `retraction:…`; absent for a person's task
public record Task(
        UUID id,
        UUID caseId,
        int version,
        String title,
        @Nullable String detail,
        TaskState state,
        @Nullable Person assignee,
        @Nullable Instant dueAt,
        boolean isOverdue,
        @Nullable String origin,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {}
