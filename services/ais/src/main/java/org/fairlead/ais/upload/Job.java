package org.fairlead.ais.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.ais.ingest.Summary;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// One uploaded file and how far it has been decoded.
///
/// @param startsAt time of its first line, given for files without times
/// @param progress 0 to 1, by bytes
/// @param framesAcknowledged frames that Kafka has for certain; they are not sent again
record Job(
        UUID id,
        State state,
        Upload upload,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        double progress,
        long framesAcknowledged,
        Summary summary) {

    enum State {
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }

    /// What was uploaded, by whom.
    record Upload(
            String fileName,
            String source,
            SourceClass sourceClass,
            boolean synthetic,
            String sha256,
            long sizeBytes,
            @Nullable Instant startsAt,
            String submittedBy,
            Instant submittedAt) {}
}
