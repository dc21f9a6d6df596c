package org.fairlead.cases.lead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Person;
import org.jspecify.annotations.Nullable;

/// Something detected, as one team sees it.
///
/// @param isRetracted the source has taken it back
/// @param dueAt when somebody should have decided
/// @param caseIds cases of this team it is attached to
/// @param assignee who is to decide on it, absent: whoever takes it
/// @param escalatedAt when its time was over and somebody else was told
public record Lead(
        UUID id,
        int version,
        String team,
        LeadState state,
        LeadKind kind,
        String title,
        List<Reason> why,
        @Nullable LeadVessel vessel,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable SourceRef sourceRef,
        boolean isRetracted,
        boolean synthetic,
        Priority priority,
        Instant dueAt,
        boolean isOverdue,
        Instant raisedAt,
        @Nullable String dismissedReason,
        @Nullable Instant snoozedUntil,
        List<UUID> caseIds,
        @Nullable Person assignee,
        @Nullable Instant escalatedAt) {

    public Lead {
        why = List.copyOf(why);
        caseIds = List.copyOf(caseIds);
    }
}
