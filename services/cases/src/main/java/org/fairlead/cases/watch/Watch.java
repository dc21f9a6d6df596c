package org.fairlead.cases.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person wants to hear of.
record Watch(
        UUID id,
        WatchKind kind,
        String title,
        @Nullable String mmsi,
        @Nullable String imo,
        @Nullable Area area,
        @Nullable String words,
        Instant createdAt) {}
