package org.fairlead.sanctions.list;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.fairlead.lists.Dates;
import org.fairlead.lists.file.Unpacking;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The way a new file comes in, and how people decide on one that was set aside.
@Path("/api/sanctions/v1/lists/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
class ListUploadResource {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    /// Before any publisher had a file to fetch.
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final int LONGEST_COMMENT = 500;

    private final CallerProducer callers;
    private final ListImporter importer;
    private final ListDecisions decisions;
    private final Clock clock = Clock.systemUTC();

    @Inject
    ListUploadResource(CallerProducer callers, ListImporter importer, ListDecisions decisions) {
        this.callers = callers;
        this.importer = importer;
        this.decisions = decisions;
    }

    /// One file, plain, gzip or zip.
    @POST
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.TEXT_PLAIN,
        MediaType.TEXT_XML,
        MediaType.APPLICATION_XML,
        "application/x-ndjson",
        "application/gzip",
        "application/zip",
        "application/vnd.oasis.opendocument.spreadsheet",
        "text/csv"
    })
    @Blocking
    public Uni<Response> take(
            @PathParam("id") String id,
            @QueryParam("observedAt") @Nullable String observedAt,
            @QueryParam("publishedAt") @Nullable String publishedAt,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            InputStream body)
            throws IOException {
        var source = source(id);
        var handover = handover(observedAt, publishedAt);
        return Boolean.TRUE.equals(dryRun)
                ? importer.rehearse(source, body, handover).map(run -> Response.ok(run).build())
                : importer.take(source, body, handover).map(ListUploadResource::answer);
    }

    /// OFAC's tables of one day, one part each.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Uni<Response> takeSeveral(
            @PathParam("id") String id,
            @QueryParam("observedAt") @Nullable String observedAt,
            @QueryParam("publishedAt") @Nullable String publishedAt,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @RestForm(FileUpload.ALL) List<FileUpload> files)
            throws IOException {
        if (files.isEmpty()) {
            throw ProblemException.invalid("files", "at least one file is needed");
        }
        return take(id, observedAt, publishedAt, dryRun, packed(files));
    }

    private static InputStream packed(List<FileUpload> files) throws IOException {
        if (files.size() == 1) {
            return Files.newInputStream(files.getFirst().uploadedFile());
        }
        var tables = new TreeMap<String, byte[]>();
        for (FileUpload file : files) {
            String name = file.fileName().replaceFirst(".*[/\\\\]", "").toLowerCase(Locale.ROOT);
            if (tables.put(name, Files.readAllBytes(file.uploadedFile())) != null) {
                throw ProblemException.invalid("files", name + " is there twice");
            }
        }
        var archive = new ByteArrayOutputStream();
        Unpacking.pack(tables, archive);
        return new ByteArrayInputStream(archive.toByteArray());
    }

    private ListImporter.Handover handover(
            @Nullable String observedAt, @Nullable String publishedAt) {
        var caller = callers.writer("lists:write");
        Instant published = published(publishedAt);
        return new ListImporter.Handover(observed(observedAt), published, caller.username());
    }

    private static @Nullable Instant published(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Dates.instant(text)
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "publishedAt", "expected a date such as 2022-05-06 or a UTC time"));
    }

    private Instant observed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return clock.instant();
        }
        try {
            var observed = Instant.parse(text);
            if (observed.isAfter(clock.instant().plus(CLOCKS_MAY_DIFFER))) {
                throw ProblemException.invalid("observedAt", "lies in the future: " + text);
            }
            if (observed.isBefore(EARLIEST)) {
                throw ProblemException.invalid(
                        "observedAt", "no list is kept from before 1990: " + text);
            }
            return observed;
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "observedAt", "expected a UTC time such as 2022-05-06T13:17:00Z");
        }
    }

    private static Response answer(Taken taken) {
        var version = taken.version();
        return switch (taken) {
            case Taken.Accepted accepted ->
                    Response.created(
                                    URI.create(
                                            "/api/sanctions/v1/lists/%s/versions/%d"
                                                    .formatted(version.list(), version.number())))
                            .entity(version)
                            .build();
            case Taken.Unchanged unchanged -> Response.ok(version).build();
            case Taken.Quarantined quarantined -> Response.accepted(version).build();
        };
    }

    /// Why, in the decider's words.
    record Comment(@Nullable String comment) {}

    /// 202 for the first person's proposal, 200 when a second one confirmed it.
    @POST
    @Path("{number}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Uni<Response> accept(
            @PathParam("id") String id, @PathParam("number") int number, @Nullable Comment body)
            throws IOException {
        return decide(id, number, true, body);
    }

    /// 202 for the first person's proposal, 200 when a second one confirmed it.
    @POST
    @Path("{number}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Uni<Response> reject(
            @PathParam("id") String id, @PathParam("number") int number, @Nullable Comment body)
            throws IOException {
        return decide(id, number, false, body);
    }

    private Uni<Response> decide(String id, int number, boolean isAccept, @Nullable Comment body)
            throws IOException {
        var caller = callers.writer("lists:write");
        if (caller.isMachine()) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN, "Two people decide on a file set aside, no machine.");
        }
        String comment = body == null ? null : body.comment();
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw ProblemException.invalid(
                    "comment", "at most %d characters".formatted(LONGEST_COMMENT));
        }
        return decisions
                .decide(source(id), number, new Verdict(isAccept, caller.username(), comment))
                .map(version ->
                        version.is(ListVersionView.QUARANTINED)
                                ? Response.accepted(version).build()
                                : Response.ok(version).build());
    }

    private static ListSource source(String id) {
        return ListSource.ofId(id).orElseThrow(ProblemException::notFound);
    }
}
