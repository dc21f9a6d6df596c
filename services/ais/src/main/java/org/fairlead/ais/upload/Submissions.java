package org.fairlead.ais.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.service.problem.ProblemException;

/// Makes jobs of files that have arrived whole.
@ApplicationScoped
class Submissions {

    private final Spool spool;
    private final JobStore jobs;
    private final JobWorker worker;

    @Inject
    Submissions(Spool spool, JobStore jobs, JobWorker worker) {
        this.spool = spool;
        this.jobs = jobs;
        this.worker = worker;
    }

    /// The job of some bytes.
    ///
    /// @param isNew whether it was made now; the same bytes are one job
    record Taken(Job job, boolean isNew) {}

    /// @param id of the spooled file, and then of the job
    Taken submit(UUID id, UploadFacts facts, Spool.Received received, String submittedBy)
            throws IOException {
        var upload =
                new Job.Upload(
                        facts.fileName(),
                        facts.source(),
                        facts.sourceClass(),
                        facts.synthetic(),
                        received.sha256(),
                        received.sizeBytes(),
                        facts.startsAt(),
                        submittedBy,
                        Instant.now());
        // When the database does not answer the file stays: the job may be there all the same.
        Optional<Job> queued = jobs.queue(id, spool.instance(), upload).await().indefinitely();
        if (queued.isPresent()) {
            worker.ring();
            return new Taken(queued.get(), true);
        }
        spool.remove(id);
        var first =
                jobs.ofContent(upload.sha256(), upload.startsAt())
                        .await()
                        .indefinitely()
                        .orElseThrow(ProblemException::notFound);
        return new Taken(first, false);
    }
}
