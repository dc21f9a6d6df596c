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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.digest.ContentDigest;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes files of AIS sentences.
@Path("/api/ais/v1/uploads")
public class UploadResource {

    static final String SCOPE = "ais:write";

    private static final Logger LOG = Logger.getLogger(UploadResource.class);

    private final CallerProducer callers;
    private final Spool spool;
    private final Submissions submissions;
    private final UploadConfig config;

    @Inject
    UploadResource(
            CallerProducer callers, Spool spool, Submissions submissions, UploadConfig config) {
        this.callers = callers;
        this.spool = spool;
        this.submissions = submissions;
        this.config = config;
    }

    @POST
    @Blocking
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.TEXT_PLAIN,
        "text/csv",
        "application/gzip",
        "application/x-gzip",
        "application/zip",
        "application/zstd"
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Upload a file of AIS sentences or CSV rows, plain, gzip, zstd or zip, as the body")
    @APIResponse(
            responseCode = "202",
            description = "Taken: a job, with its address in Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JobView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same bytes were taken before: the job of then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JobView.class)))
    public Response upload(
            InputStream body,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @HeaderParam("Fairlead-File-Name") @Nullable String fileName,
            @QueryParam("source") @Nullable String source,
            @QueryParam("sourceClass") @Nullable String sourceClass,
            @QueryParam("synthetic") @Nullable String synthetic,
            @QueryParam("startedAt") @Nullable String startedAt)
            throws IOException {
        var caller = callers.writer(SCOPE);
        var facts = UploadFacts.of(fileName, source, sourceClass, synthetic, startedAt);
        var announced = ContentDigest.read(contentDigest);
        if (length != null && length > config.maxBytes()) {
            throw tooLarge();
        }
        var id = UUID.randomUUID();
        var received = receive(body, id);
        try {
            check(received, announced);
        } catch (ProblemException refused) {
            spool.remove(id);
            throw refused;
        }
        var taken = submissions.submit(id, facts, received, caller.username());
        var view = JobView.of(taken.job());
        var response = taken.isNew() ? Response.accepted(view) : Response.ok(view);
        return response.location(URI.create("/api/ais/v1/jobs/" + taken.job().id())).build();
    }

    private static void check(Spool.Received received, Optional<ContentDigest> announced) {
        if (received.sizeBytes() == 0) {
            throw ProblemException.invalid("", "the file is empty; send the file as the body");
        }
        if (announced.isPresent() && !announced.get().isOf(received.sha256())) {
            throw new ProblemException(
                    ServiceProblem.DIGEST_MISMATCH,
                    "The body's SHA-256 is not the one in Content-Digest. Send it again.");
        }
    }

    private Spool.Received receive(InputStream body, UUID id) throws IOException {
        try {
            return spool.receive(body, id, config.maxBytes());
        } catch (Spool.TooLarge larger) {
            throw tooLarge();
        } catch (SenderLeft left) {
            // Mostly there is nobody left to hear of it.
            LOG.infof("upload broken off id=%s offset=%d", id, left.arrivedBytes());
            throw new ProblemException(
                    ServiceProblem.MALFORMED,
                    "The connection broke off after %d bytes, and nothing of it was kept. Send the file again, or in pieces to uploads/resumable."
                            .formatted(left.arrivedBytes()));
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ServiceProblem.TOO_LARGE,
                "The file is larger than %d bytes. Compress it, or send it in parts."
                        .formatted(config.maxBytes()));
    }
}
