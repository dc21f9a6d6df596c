package org.fairlead.imagery.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Verdicts by id and by vessel.
@Path("/api/imagery/v1")
public class VerdictResource {

    private final VerdictQueryStore store;
    private final CallerProducer callers;

    @Inject
    VerdictResource(VerdictQueryStore store, CallerProducer callers) {
        this.store = store;
        this.callers = callers;
    }

    @GET
    @Path("vessels/{mmsi}/verdicts")
    public Uni<Page<VerdictView>> ofVessel(
            @PathParam("mmsi") String mmsi,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int most = Cursor.limit(limit);
        return store.ofVessel(mmsi, place(Cursor.parse(cursor)), most + 1)
                .map(rows -> Cursor.page(rows, most, VerdictResource::cursorOf));
    }

    private static Cursor cursorOf(VerdictView view) {
        return new Cursor(String.valueOf(view.reachedAt()), String.valueOf(view.id()));
    }

    private static VerdictStore.@Nullable Place place(@Nullable Cursor cursor) {
        try {
            return cursor == null
                    ? null
                    : new VerdictStore.Place(
                            Instant.parse(cursor.sortKey()), UUID.fromString(cursor.id()));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw ProblemException.invalid("cursor", "not a cursor of this list");
        }
    }

    @GET
    @Path("verdicts/{id}")
    public Uni<VerdictView> one(@PathParam("id") UUID id) {
        callers.member();
        return store.find(id).map(found -> found.orElseThrow(ProblemException::notFound));
    }

    /// All versions, newest first.
    @GET
    @Path("verdicts/{id}/versions")
    public Uni<Map<String, List<VerdictView>>> versions(@PathParam("id") UUID id) {
        callers.member();
        return store.versions(id)
                .map(all -> {
                    if (all.isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return Map.of("items", all);
                });
    }
}
