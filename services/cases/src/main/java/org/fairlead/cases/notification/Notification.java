package org.fairlead.cases.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something one person was told.
///
/// @param by who caused it, a username or a team
/// @param readAt absent while it is new
public record Notification(
        UUID id,
        NotificationKind kind,
        @Nullable UUID caseId,
        @Nullable UUID leadId,
        String text,
        String by,
        Instant at,
        @Nullable Instant readAt) {}
