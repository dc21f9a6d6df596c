package org.fairlead.sanctions.list;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would become of a file if it were taken in.
///
/// @param outcome `accepted`, `unchanged` or `quarantined`
/// @param reason why it would be set aside
/// @param isBaseline true when it would be the list's first
public record DryRun(
        String list,
        String outcome,
        @Nullable String reason,
        @Nullable String format,
        String sha256,
        @Nullable Instant publishedAt,
        int listings,
        int vessels,
        int added,
        int changed,
        int removed,
        boolean isBaseline,
        List<String> warnings) {

    public DryRun {
        warnings = List.copyOf(warnings);
    }
}
