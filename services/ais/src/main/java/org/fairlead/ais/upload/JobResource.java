package org.fairlead.ais.upload;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.ingest.RejectedLine;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// How far uploads have come, and what in them could not be used.
@Path("/api/ais/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    private final CallerProducer callers;
    private final JobStore jobs;

    @Inject
    JobResource(CallerProducer callers, JobStore jobs) {
        this.callers = callers;
        this.jobs = jobs;
    }

    @GET
    @Operation(summary = "Jobs, newest first")
    public Uni<Page<JobView>> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var unused = callers.member();
        int most = Cursor.limit(limit);
        var after = Cursor.parse(cursor);
        Instant before = after == null ? null : time(after);
        UUID beforeId = after == null ? null : id(after.id());
        return jobs.newest(before, beforeId, most + 1)
                .map(found ->
                        Cursor.page(
                                found.stream().map(JobView::of).toList(),
                                most,
                                job -> new Cursor(job.submittedAt().toString(), "" + job.id())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One job with its counts")
    public Uni<JobView> one(@PathParam("id") String id) {
        var unused = callers.member();
        return jobs.byId(id(id))
                .map(job -> JobView.of(job.orElseThrow(ProblemException::notFound)));
    }

    @GET
    @Path("{id}/rejects")
    @Operation(summary = "Lines that could not be used; the first thousand are listed")
    public Uni<Page<RejectedLine>> rejects(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var unused = callers.member();
        int most = Cursor.limit(limit);
        var after = Cursor.parse(cursor);
        long afterLine = after == null ? -1 : line(after);
        String afterReason = after == null ? "" : after.id();
        return jobs.byId(id(id))
                .map(job -> job.orElseThrow(ProblemException::notFound))
                .chain(() -> jobs.rejects(id(id), afterLine, afterReason, most + 1))
                .map(found ->
                        Cursor.page(
                                found,
                                most,
                                reject -> new Cursor("" + reject.line(), reject.reason())));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw ProblemException.notFound();
        }
    }

    private static Instant time(Cursor cursor) {
        try {
            return Instant.parse(cursor.sortKey());
        } catch (DateTimeParseException foreign) {
            throw foreign(cursor);
        }
    }

    private static long line(Cursor cursor) {
        try {
            return Long.parseLong(cursor.sortKey());
        } catch (NumberFormatException foreign) {
            throw foreign(cursor);
        }
    }

    private static ProblemException foreign(Cursor cursor) {
        return ProblemException.invalid(
                "cursor", "it belongs to another list: " + cursor.sortKey());
    }
}
