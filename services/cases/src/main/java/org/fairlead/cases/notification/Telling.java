package org.fairlead.cases.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to be told to one person.
///
/// @param team for which the thing it is about was done
/// @param subject to whom
/// @param text says what happened and nothing of the content: it outlives nobody's access
public record Telling(
        String team,
        String subject,
        NotificationKind kind,
        @Nullable UUID caseId,
        @Nullable UUID leadId,
        String text,
        String by) {}
