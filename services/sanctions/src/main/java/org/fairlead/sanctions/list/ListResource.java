package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.fairlead.contracts.problem.Page;
import org.fairlead.lists.Listing;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.lists.vessels.VesselTableCsv;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Lists, their versions and what changed between them.
@Path("/api/sanctions/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
class ListResource {

    private final CallerProducer callers;
    private final ListStore store;
    private final BlobStore blobs;
    private final DiffStore diffs;

    @Inject
    ListResource(CallerProducer callers, ListStore store, BlobStore blobs, DiffStore diffs) {
        this.callers = callers;
        this.store = store;
        this.blobs = blobs;
        this.diffs = diffs;
    }

    /// 304 with `If-None-Match`, while nothing but the ages, to the hour, has changed.
    @GET
    public Uni<Response> lists(@Context Request request) {
        callers.member();
        return store.lists()
                .map(lists -> {
                    var tag = new EntityTag(ListView.tag(lists));
                    var same = request.evaluatePreconditions(tag);
                    return same == null
                            ? Response.ok(new Page<>(lists, null)).tag(tag).build()
                            : same.tag(tag).build();
                });
    }

    /// A file to fill in, for lists that come as [FileFormat#VESSEL_CSV].
    @GET
    @Path("{id}/template")
    @Produces("text/csv")
    public Response template(@PathParam("id") String id) {
        callers.member();
        if (!source(id).formats().contains(FileFormat.VESSEL_CSV)) {
            throw ProblemException.notFound();
        }
        return Response.ok(VesselTableCsv.TEMPLATE)
                .header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(id))
                .build();
    }

    @GET
    @Path("{id}/versions")
    public Uni<Page<ListVersionView>> versions(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int size = Cursor.limit(limit);
        return store.versions(source(id).id(), before(cursor), size + 1)
                .map(rows ->
                        Cursor.page(rows, size, row -> new Cursor("" + row.number(), row.list())));
    }

    private static int before(@Nullable String cursor) {
        var place = Cursor.parse(cursor);
        try {
            return place == null ? Integer.MAX_VALUE : Integer.parseInt(place.sortKey());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "take it unchanged from nextCursor");
        }
    }

    @GET
    @Path("{id}/versions/{number}")
    public Uni<ListVersionView> version(
            @PathParam("id") String id, @PathParam("number") String number) {
        callers.member();
        return store.version(source(id).id(), number(number));
    }

    /// The bytes as they came in.
    @GET
    @Path("{id}/versions/{number}/raw")
    @Produces(MediaType.WILDCARD)
    public Uni<Response> raw(
            @PathParam("id") String id,
            @PathParam("number") String number,
            @Context Request request) {
        callers.member();
        var source = source(id);
        return store.version(source.id(), number(number))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(version -> {
                    var same = request.evaluatePreconditions(new EntityTag(version.sha256()));
                    return same == null ? raw(source, version) : same.build();
                });
    }

    private Response raw(ListSource source, ListVersionView version) {
        try {
            String mediaType =
                    FileFormat.ofSlug(version.format())
                            .map(FileFormat::mediaType)
                            .orElse(MediaType.APPLICATION_OCTET_STREAM);
            return Response.ok(blobs.open(version.sha256()), mediaType)
                    .header("ETag", '"' + version.sha256() + '"')
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"%s-%d\""
                                    .formatted(source.id(), version.number()))
                    .build();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /// Both accepted; by default the newest against the one before it.
    @GET
    @Path("{id}/diff")
    public Uni<DiffView> diff(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable Integer from,
            @QueryParam("to") @Nullable Integer to,
            @QueryParam("type") @Nullable String type) {
        callers.member();
        var list = source(id).id();
        if (type != null && !Listing.TYPES.contains(type)) {
            throw ProblemException.invalid(
                    "type", "expected vessel, aircraft, individual or entity");
        }
        return store.accepted(list)
                .chain(versions -> {
                    var numbers = versions.stream().map(VersionSpan::number).toList();
                    int last = chosen(to, numbers, numbers.size() - 1);
                    int first = chosen(from, numbers, numbers.indexOf(last) - 1);
                    return diffs.diff(list, first, last, type);
                });
    }

    private static int chosen(@Nullable Integer asked, List<Integer> accepted, int otherwise) {
        if (asked == null ? otherwise < 0 : !accepted.contains(asked)) {
            throw ProblemException.notFound();
        }
        return asked == null ? accepted.get(otherwise) : asked;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemException.notFound();
        }
    }

    private static ListSource source(String id) {
        return ListSource.ofId(id).orElseThrow(ProblemException::notFound);
    }
}
