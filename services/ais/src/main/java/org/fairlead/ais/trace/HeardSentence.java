package org.fairlead.ais.trace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One sentence in which a fix was heard.
///
/// @param at the time of the fix: the receipt, corrected by the UTC second in the report
/// @param receivedAt when its receiver says it was heard
/// @param receiver absent when nobody said who heard it
/// @param isFirst whether this one became the fix; the others are the same report, heard elsewhere
/// @param line of the file, or of its connection in the recording, from 1
/// @param text as received
record HeardSentence(
        Instant at,
        Instant receivedAt,
        double latitudeDegrees,
        double longitudeDegrees,
        @Nullable String receiver,
        String source,
        boolean isFirst,
        long line,
        String text,
        Archived archive) {

    /// @param kind `upload` (then `subject` is the job) or `feed`
    /// @param hash of the archive's chain at this file
    record Archived(
            long sequence, String kind, UUID subject, long part, String sha256, String hash) {}
}
