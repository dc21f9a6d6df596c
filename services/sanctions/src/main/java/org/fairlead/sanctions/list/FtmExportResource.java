package org.fairlead.sanctions.list;

import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingJson;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;

/// A version of a list as FollowTheMoney, for tools that read that.
@Path("/api/sanctions/v1/lists/{id}/versions/{number}/entities.ftm.json")
class FtmExportResource {

    private static final int PAGE = 2_000;

    private static final String LISTINGS =
            """
            select canonical::text from listing_version
            where list = $1 and first_version <= $2
            and (last_version is null or last_version >= $2) and source_id > $3
            order by source_id limit $4
            """;

    private static final String IS_ACCEPTED =
            "select 1 from list_version where list = $1 and number = $2 and status = 'accepted'";

    private final CallerProducer callers;
    private final Pool pool;

    @Inject
    FtmExportResource(CallerProducer callers, Pool pool) {
        this.callers = callers;
        this.pool = pool;
    }

    /// A line for each entity. An accepted version only: what was set aside says nothing.
    @GET
    @Produces("application/x-ndjson")
    @Blocking
    public Response entities(@PathParam("id") String id, @PathParam("number") int number) {
        callers.member();
        var source = ListSource.ofId(id).orElseThrow(ProblemException::notFound);
        int found =
                pool.preparedQuery(IS_ACCEPTED)
                        .execute(Tuple.of(source.id(), number))
                        .await()
                        .indefinitely()
                        .rowCount();
        if (found == 0) {
            throw ProblemException.notFound();
        }
        StreamingOutput body = out -> write(source, number, out);
        return Response.ok(body, "application/x-ndjson")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%d.ftm.json\"".formatted(source.id(), number))
                .build();
    }

    private void write(ListSource source, int number, OutputStream out) throws IOException {
        var export = new FtmExport(source.id(), source.authority());
        String after = "";
        for (var page = page(source, number, after);
                !page.isEmpty();
                page = page(source, number, after)) {
            for (Listing listing : page) {
                for (var entity : export.of(listing)) {
                    out.write((entity + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            after = page.getLast().sourceId();
        }
    }

    private List<Listing> page(ListSource source, int number, String after) {
        return pool.preparedQuery(LISTINGS)
                .execute(Tuple.of(source.id(), number, after, PAGE))
                .map(rows -> {
                    var listings = new ArrayList<Listing>();
                    rows.forEach(row -> listings.add(ListingJson.read(row.getString(0))));
                    return listings;
                })
                .await()
                .indefinitely();
    }
}
