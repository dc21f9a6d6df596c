package org.fairlead.cases.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something new that watches are held against.
///
/// @param words all of it that can be searched for
public record Sighted(
        String team,
        UUID leadId,
        @Nullable String mmsi,
        @Nullable String imo,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        String title,
        String words) {}
