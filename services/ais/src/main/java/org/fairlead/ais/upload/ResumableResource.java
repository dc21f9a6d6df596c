package org.fairlead.ais.upload;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Large files in pieces, so that a broken connection costs only what was on its way: tus 1.0.0,
/// the core protocol with the extensions creation and termination. When the last byte has come the
/// file is a job like any other, whose address is in `Fairlead-Job`.
@Path("/api/ais/v1/uploads/resumable")
public class ResumableResource {

    private static final String PIECE = "application/offset+octet-stream";
    private static final String TUS = "Tus-Resumable";
    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String BASE = "/api/ais/v1/uploads/resumable/";

    private static final Logger LOG = Logger.getLogger(ResumableResource.class);

    private final CallerProducer callers;
    private final PartialFiles files;
    private final Spool spool;
    private final Submissions submissions;
    private final UploadConfig config;

    @Inject
    ResumableResource(
            CallerProducer callers,
            PartialFiles files,
            Spool spool,
            Submissions submissions,
            UploadConfig config) {
        this.callers = callers;
        this.files = files;
        this.spool = spool;
        this.submissions = submissions;
        this.config = config;
    }

    @OPTIONS
    @Operation(summary = "What of tus is spoken here")
    public Response options() {
        return tus(Response.noContent())
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination")
                .header("Tus-Max-Size", config.maxBytes())
                .build();
    }

    @POST
    @Blocking
    @Operation(summary = "Begin a file that arrives in pieces (tus creation)")
    public Response begin(
            @HeaderParam("Upload-Length") @Nullable Long length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata)
            throws IOException {
        var caller = callers.writer(UploadResource.SCOPE);
        if (length == null || length < 1) {
            throw ProblemException.invalid(
                    "Upload-Length", "expected the size in bytes, at least 1");
        }
        if (length > config.maxBytes()) {
            throw tooLarge();
        }
        var said = UploadMetadata.read(metadata);
        String name = said.get("filename");
        var upload =
                new PartialUpload(
                        UUID.randomUUID(),
                        caller.subject(),
                        length,
                        name == null
                                ? null
                                : URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                        said.get("source"),
                        said.get("sourceClass"),
                        said.get("synthetic"),
                        said.get("startedAt"),
                        Instant.now());
        var unused = upload.facts();
        files.begin(upload);
        return tus(Response.created(URI.create(BASE + upload.id()))).build();
    }

    @HEAD
    @Blocking
    @Path("{id}")
    @Operation(summary = "How much of it has come")
    public Response offset(@PathParam("id") String id) throws IOException {
        var upload = own(callers.writer(UploadResource.SCOPE), id);
        return tus(Response.ok())
                .header(OFFSET, files.offset(upload.id()))
                .header("Upload-Length", upload.length())
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Blocking
    @Path("{id}")
    @Consumes(PIECE)
    @Operation(summary = "The next piece")
    public Response piece(
            @PathParam("id") String id,
            @HeaderParam(OFFSET) @Nullable Long offset,
            InputStream body)
            throws IOException {
        var caller = callers.writer(UploadResource.SCOPE);
        var upload = own(caller, id);
        if (offset == null || offset < 0) {
            throw ProblemException.invalid(OFFSET, "expected where this piece begins, in bytes");
        }
        return switch (files.append(upload, offset, body)) {
            case PartialFiles.Outcome.Grown grown -> grown(caller, upload, grown.offset());
            case PartialFiles.Outcome.Elsewhere elsewhere ->
                    throw new ProblemException(
                            ServiceProblem.CONFLICT,
                            "The file has %d bytes so far; go on from there."
                                    .formatted(elsewhere.offset()));
            case PartialFiles.Outcome.BrokenOff brokenOff -> throw brokenOff(upload, brokenOff);
            case PartialFiles.Outcome.TooLong tooLong ->
                    throw new ProblemException(
                            ServiceProblem.TOO_LARGE,
                            "The piece goes beyond the %d bytes that were announced; %d have come."
                                    .formatted(upload.length(), tooLong.offset()));
            case PartialFiles.Outcome.Busy busy ->
                    throw new ProblemException(
                            ServiceProblem.CONFLICT,
                            "Another piece of this file is arriving. Ask for its offset and go on.");
        };
    }

    /// Mostly there is nobody left to hear of it.
    private static ProblemException brokenOff(
            PartialUpload upload, PartialFiles.Outcome.BrokenOff brokenOff) {
        LOG.infof(
                "upload broken off id=%s offset=%d of=%d",
                upload.id(), brokenOff.offset(), upload.length());
        return new ProblemException(
                ServiceProblem.MALFORMED,
                "The connection broke off. The file has %d bytes so far; go on from there."
                        .formatted(brokenOff.offset()));
    }

    private Response grown(Caller caller, PartialUpload upload, long offset) throws IOException {
        var response = tus(Response.noContent()).header(OFFSET, offset);
        if (offset < upload.length()) {
            return response.build();
        }
        var received = Spool.receivedAlready(files.bytes(upload.id()));
        files.moveTo(upload.id(), spool.file(upload.id()));
        var taken = submissions.submit(upload.id(), upload.facts(), received, caller.username());
        return response.header("Fairlead-Job", "/api/ais/v1/jobs/" + taken.job().id()).build();
    }

    @DELETE
    @Blocking
    @Path("{id}")
    @Operation(summary = "Forget what has come (tus termination)")
    public Response end(@PathParam("id") String id) throws IOException {
        files.remove(own(callers.writer(UploadResource.SCOPE), id).id());
        return tus(Response.noContent()).build();
    }

    private PartialUpload own(Caller caller, String id) throws IOException {
        try {
            return files.find(UUID.fromString(id))
                    .filter(upload -> upload.subject().equals(caller.subject()))
                    .orElseThrow(ProblemException::notFound);
        } catch (IllegalArgumentException notOne) {
            throw ProblemException.notFound();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ServiceProblem.TOO_LARGE,
                "The file is larger than %d bytes. Compress it, or send it in parts."
                        .formatted(config.maxBytes()));
    }

    private static Response.ResponseBuilder tus(Response.ResponseBuilder response) {
        return response.header(TUS, VERSION);
    }
}
