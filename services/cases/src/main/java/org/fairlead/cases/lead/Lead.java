package org.fairlead.cases.lead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Priority;
import org.jspecify.annotations.Nullable;

/// Something detected, as one team sees it.
///
/// @param isRetracted the source has taken it back
/// @param dueAt when somebody should have decided
/// @param caseIds cases of this team it is attached to
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
        List<UUID> caseIds) {

    public Lead {
        why = List.copyOf(why);
        caseIds = List.copyOf(caseIds);
    }
}
