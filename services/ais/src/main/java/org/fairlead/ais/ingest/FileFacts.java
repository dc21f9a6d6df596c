package org.fairlead.ais.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a file beside its bytes.
///
/// @param id of its job; frames are named after it
/// @param startsAt time of the first line, for files without times
/// @param submittedAt no report can be later than this by much
public record FileFacts(
        String id,
        String source,
        boolean synthetic,
        @Nullable Instant startsAt,
        Instant submittedAt) {}
