package org.fairlead.cases.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step in the life of a case: opened, moved, a lead attached, a source that took something back.
public record HistoryEntry(
        UUID id, Instant at, String title, @Nullable String detail, String actor) {}
