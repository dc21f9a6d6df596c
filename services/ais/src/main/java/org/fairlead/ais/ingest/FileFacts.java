package org.fairlead.ais.ingest;

import java.time.Instant;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// What is known of a file beside its bytes.
///
/// @param id of its job; frames are named after it
/// @param startsAt time of the first line, for files without times
/// @param submittedAt no report can be later than this by much
public record FileFacts(
        String id,
        String source,
        SourceClass sourceClass,
        boolean synthetic,
        @Nullable Instant startsAt,
        Instant submittedAt) {

    SourceFacts facts() {
        return new SourceFacts(id, source, sourceClass, synthetic, "");
    }
}
