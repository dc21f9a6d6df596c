package org.fairlead.ais.upload;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Takes files of AIS sentences.
@Path("/api/ais/v1/uploads")
public class UploadResource {

    static final String SCOPE = "ais:write";

    private final CallerProducer callers;
    private final Spool spool;
    private final JobStore jobs;
    private final JobWorker worker;
    private final UploadConfig config;

    @Inject
    UploadResource(
            CallerProducer callers,
            Spool spool,
            JobStore jobs,
            JobWorker worker,
            UploadConfig config) {
        this.callers = callers;
        this.spool = spool;
        this.jobs = jobs;
        this.worker = worker;
        this.config = config;
    }

    @POST
    @Blocking
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.TEXT_PLAIN,
        "application/gzip",
        "application/x-gzip"
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Upload a file of AIS sentences, plain or gzip, as the body")
    public Response upload(
            InputStream body,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @HeaderParam("Fairlead-File-Name") @Nullable String fileName,
            @QueryParam("source") @Nullable String source,
            @QueryParam("synthetic") @Nullable String synthetic,
            @QueryParam("startedAt") @Nullable String startedAt)
            throws IOException {
        var caller = callers.writer(SCOPE);
        var facts = UploadFacts.of(fileName, source, synthetic, startedAt);
        var announced = AnnouncedDigest.of(contentDigest);
        if (length != null && length > config.maxBytes()) {
            throw tooLarge();
        }
        var id = UUID.randomUUID();
        var received = receive(body, id);
        // Kept when the database does not answer: the job may be there all the same.
        boolean isKept = false;
        try {
            if (received.sizeBytes() == 0) {
                throw ProblemException.invalid("", "the file is empty; send the file as the body");
            }
            if (announced.isPresent() && !announced.get().isOf(received.digest())) {
                throw new ProblemException(
                        ServiceProblem.DIGEST_MISMATCH,
                        "The body's SHA-256 is not the one in Content-Digest. Send it again.");
            }
            var upload =
                    new Job.Upload(
                            facts.fileName(),
                            facts.source(),
                            facts.synthetic(),
                            received.sha256(),
                            received.sizeBytes(),
                            facts.startsAt(),
                            caller.username(),
                            Instant.now());
            isKept = true;
            Optional<Job> queued = jobs.queue(id, spool.instance(), upload).await().indefinitely();
            isKept = queued.isPresent();
            return isKept ? accepted(queued.get()) : alreadyThere(upload);
        } finally {
            if (!isKept) {
                spool.remove(id);
            }
        }
    }

    private Spool.Received receive(InputStream body, UUID id) throws IOException {
        try {
            return spool.receive(body, id, config.maxBytes());
        } catch (Spool.TooLarge larger) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ServiceProblem.TOO_LARGE,
                "The file is larger than %d bytes. Compress it, or send it in parts."
                        .formatted(config.maxBytes()));
    }

    private Response accepted(Job job) {
        worker.ring();
        return Response.accepted(JobView.of(job)).location(address(job)).build();
    }

    private Response alreadyThere(Job.Upload upload) {
        var first =
                jobs.ofContent(upload.sha256(), upload.startsAt())
                        .await()
                        .indefinitely()
                        .orElseThrow(ProblemException::notFound);
        return Response.ok(JobView.of(first)).location(address(first)).build();
    }

    private static URI address(Job job) {
        return URI.create("/api/ais/v1/jobs/" + job.id());
    }
}
