package org.fairlead.cases.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one subject of a case is to another, as somebody wrote it down.
///
/// @param source id of the subject it is read from
/// @param target id of the other one
/// @param from first day, as far as known
/// @param to last day; absent while it goes on, or where nobody knows
/// @param evidenceId the exhibit that says so
public record SubjectRelation(
        UUID id,
        UUID source,
        UUID target,
        RelationKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID evidenceId,
        @Nullable String note,
        String addedBy,
        Instant addedAt) {}
