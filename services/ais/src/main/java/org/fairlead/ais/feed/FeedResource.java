package org.fairlead.ais.feed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Live feeds.
@Path("/api/ais/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
public class FeedResource {

    static final String SCOPE = "ais:write";

    private final CallerProducer callers;
    private final FeedStore feeds;
    private final FeedKeeper keeper;

    @Inject
    FeedResource(CallerProducer callers, FeedStore feeds, FeedKeeper keeper) {
        this.callers = callers;
        this.feeds = feeds;
        this.keeper = keeper;
    }

    @GET
    @Operation(summary = "Feeds with their health, by name")
    public Uni<Page<FeedView>> list() {
        var unused = callers.member();
        return feeds.all().map(all -> new Page<>(all.stream().map(FeedView::of).toList(), null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One feed with its health")
    public Uni<FeedView> one(@PathParam("id") String id) {
        var unused = callers.member();
        return feeds.byId(id(id))
                .map(told -> FeedView.of(told.orElseThrow(ProblemException::notFound)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set a feed up: a TCP client or server, or UDP")
    @APIResponse(
            responseCode = "201",
            description = "It is there, with its address in Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeedView.class)))
    public Uni<Response> add(@Nullable FeedRequest request) {
        var caller = callers.writer(SCOPE);
        if (request == null) {
            throw ProblemException.invalid("", "expected a feed as JSON");
        }
        var feed = request.checked(caller.username(), Instant.now());
        return feeds.add(feed)
                .map(added ->
                        added.orElseThrow(() ->
                                new ProblemException(
                                        ServiceProblem.CONFLICT,
                                        "There is a feed of that name already. Choose another"
                                                + " name, or delete that feed first.")))
                .invoke(keeper::ring)
                .map(told ->
                        Response.created(URI.create("/api/ais/v1/feeds/" + told.feed().id()))
                                .entity(FeedView.of(told))
                                .build());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop a feed; what it delivered stays, and what it accepted is passed on")
    public Uni<Void> remove(@PathParam("id") String id) {
        var unused = callers.writer(SCOPE);
        return feeds.remove(id(id))
                .invoke(keeper::ring)
                .map(wasThere -> {
                    if (!wasThere) {
                        throw ProblemException.notFound();
                    }
                    return null;
                });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw ProblemException.notFound();
        }
    }
}
