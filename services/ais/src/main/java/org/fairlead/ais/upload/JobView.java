package org.fairlead.ais.upload;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.ais.ingest.Summary;
import org.jspecify.annotations.Nullable;

/// A job as the API tells it.
record JobView(
        UUID id,
        Job.State state,
        String fileName,
        String source,
        String sourceClass,
        boolean synthetic,
        String sha256,
        long sizeBytes,
        @Nullable Instant startsAt,
        double progress,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        Summary.Counts counts,
        Map<String, Long> messagesByType,
        Map<String, Long> rejectsByReason,
        Map<String, Long> doubtsByReason,
        Map<String, Summary.Receiver> receivers) {

    static JobView of(Job job) {
        var upload = job.upload();
        var summary = job.summary();
        return new JobView(
                job.id(),
                job.state(),
                upload.fileName(),
                upload.source(),
                upload.sourceClass().code(),
                upload.synthetic(),
                upload.sha256(),
                upload.sizeBytes(),
                upload.startsAt(),
                job.progress(),
                upload.submittedBy(),
                upload.submittedAt(),
                job.startedAt(),
                job.finishedAt(),
                job.error(),
                summary.counts(),
                summary.messagesByType(),
                summary.rejectsByReason(),
                summary.doubtsByReason(),
                summary.receivers());
    }
}
