package org.fairlead.ais.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.vessel.MmsiText;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;

/// How often a ship went between which ports.
@Path("/api/ais/v1/vessels/{mmsi}/voyages")
@Produces(MediaType.APPLICATION_JSON)
public class VoyagesResource {

    private final CallerProducer callers;
    private final ActivityStore activities;

    @Inject
    VoyagesResource(CallerProducer callers, ActivityStore activities) {
        this.callers = callers;
        this.activities = activities;
    }

    @GET
    @Operation(
            summary =
                    "Voyages counted per pair of ports, both directions together, each basis for"
                            + " itself; the most frequent first")
    public Uni<Page<ActivityStore.PortPair>> pairs(@PathParam("mmsi") String mmsi) {
        var unused = callers.member();
        return activities.voyages(MmsiText.read(mmsi)).map(pairs -> new Page<>(pairs, null));
    }
}
