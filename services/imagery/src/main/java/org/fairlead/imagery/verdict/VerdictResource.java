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
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(
            summary = "What every sighting says of a ship's silences, newest first",
            description =
                    "The newest version of each verdict, withdrawn ones among them, with the silence and the sighting it is about.")
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
    @Operation(
            summary = "One verdict with its proof",
            description =
                    "Distances, speeds, margins, lengths, and a plausible way over water to the sighting and on, drawn now where it was not kept.")
    public Uni<VerdictView> one(@PathParam("id") UUID id) {
        callers.member();
        return store.find(id).map(found -> found.orElseThrow(ProblemException::notFound));
    }

    /// All versions, newest first.
    @GET
    @Path("verdicts/{id}/versions")
    @Operation(
            summary = "Every version of a verdict, newest first",
            description = "What a version superseded stays readable as it was told.")
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
