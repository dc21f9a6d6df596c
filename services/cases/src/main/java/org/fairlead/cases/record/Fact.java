package org.fairlead.cases.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dated public fact, with who published it.
public record Fact(
        UUID id,
        Instant at,
        @Nullable Instant to,
        Precision precision,
        String title,
        @Nullable String detail,
        String source,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        String addedBy,
        Instant addedAt) {}
