package org.fairlead.cases.template;

import java.time.Instant;
import java.util.UUID;

/// What a case of a kind begins with, under a name of the team's.
///
/// @param isRetired offered to nobody any more
record Template(
        UUID id,
        int version,
        String name,
        TemplateContent content,
        boolean isRetired,
        String changedBy,
        Instant changedAt) {}
