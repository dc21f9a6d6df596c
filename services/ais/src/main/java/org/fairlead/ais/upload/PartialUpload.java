package org.fairlead.ais.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that is arriving in pieces.
///
/// @param subject who began it; only they go on with it
/// @param startedAt as sent, checked
record PartialUpload(
        UUID id,
        String subject,
        long length,
        @Nullable String fileName,
        @Nullable String source,
        @Nullable String sourceClass,
        @Nullable String synthetic,
        @Nullable String startedAt,
        Instant createdAt) {

    UploadFacts facts() {
        return UploadFacts.of(fileName, source, sourceClass, synthetic, startedAt);
    }
}
