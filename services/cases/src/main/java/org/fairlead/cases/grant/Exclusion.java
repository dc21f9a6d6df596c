package org.fairlead.cases.grant;

import java.time.Instant;
import java.util.UUID;

/// Somebody for whom the case does not exist, whatever else they were given.
public record Exclusion(
        UUID id,
        String subject,
        String name,
        String reason,
        String excludedBy,
        Instant excludedAt) {}
