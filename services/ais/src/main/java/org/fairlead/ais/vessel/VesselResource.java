package org.fairlead.ais.vessel;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Vessels by what they say of themselves.
@Path("/api/ais/v1/vessels")
@Produces(MediaType.APPLICATION_JSON)
public class VesselResource {

    private final CallerProducer callers;
    private final VesselStore vessels;

    @Inject
    VesselResource(CallerProducer callers, VesselStore vessels) {
        this.callers = callers;
        this.vessels = vessels;
    }

    @GET
    @Operation(summary = "Vessels by the beginning of a word of their name, MMSI, IMO or call sign")
    public Uni<Page<Vessel>> search(
            @QueryParam("q") @Nullable String query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var unused = callers.member();
        int most = Cursor.limit(limit);
        var after = Cursor.parse(cursor);
        return vessels.search(
                        VesselSearch.of(query),
                        after == null ? -1 : MmsiText.read(after.id()),
                        most + 1)
                .map(found ->
                        Cursor.page(
                                found, most, vessel -> new Cursor(vessel.mmsi(), vessel.mmsi())));
    }

    @GET
    @Path("{mmsi}")
    @Operation(summary = "One vessel with everything it ever said of itself")
    public Uni<Vessel> one(@PathParam("mmsi") String mmsi) {
        var unused = callers.member();
        return vessels.byMmsi(MmsiText.read(mmsi))
                .map(vessel -> vessel.orElseThrow(ProblemException::notFound));
    }
}
