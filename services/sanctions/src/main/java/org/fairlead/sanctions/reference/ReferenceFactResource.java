package org.fairlead.sanctions.reference;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Dated listing facts without a file.
@Path("/api/sanctions/v1/reference-facts")
@Produces(MediaType.APPLICATION_JSON)
class ReferenceFactResource {

    private final CallerProducer callers;
    private final ReferenceFactStore store;
    private final Clock clock = Clock.systemUTC();

    @Inject
    ReferenceFactResource(CallerProducer callers, ReferenceFactStore store) {
        this.callers = callers;
        this.store = store;
    }

    /// 201 when it is new, 200 when it was known.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> record(@Nullable ReferenceFactRequest request) {
        var caller = callers.writer("lists:write");
        if (request == null) {
            throw ProblemException.invalid("/", "a fact is needed");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.record(request.checked(caller.username(), now))
                .map(recorded ->
                        Response.status(recorded.isNew() ? 201 : 200)
                                .entity(recorded.fact())
                                .build());
    }

    @GET
    public Uni<Page<ReferenceFact>> facts(
            @QueryParam("imo") @Nullable String imo,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int size = Cursor.limit(limit);
        return store.after(imo, place(cursor), size + 1)
                .map(rows -> Cursor.page(rows, size, fact -> new Cursor("", fact.id().toString())));
    }

    private static UUID place(@Nullable String cursor) {
        var place = Cursor.parse(cursor);
        try {
            return place == null ? new UUID(0, 0) : UUID.fromString(place.id());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "take it unchanged from nextCursor");
        }
    }
}
