package org.fairlead.sanctions.asof;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.fairlead.lists.ImoNumber;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Who had listed this ship, on that date.
@Path("/api/sanctions/v1/vessels")
@Produces(MediaType.APPLICATION_JSON)
class ShipResource {

    private final CallerProducer callers;
    private final ShipListingsReader reader;

    @Inject
    ShipResource(CallerProducer callers, ShipListingsReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    @GET
    @Path("{imo}/listings")
    public Uni<ShipListings> listings(
            @PathParam("imo") String imo, @QueryParam("asOf") @Nullable String asOf) {
        callers.member();
        var ship =
                ImoNumber.of(imo)
                        .orElseThrow(() ->
                                ProblemException.invalid(
                                        "imo",
                                        "seven digits with a right check digit expected, was "
                                                + imo));
        var date = asOf == null || asOf.isBlank() ? null : AsOfDate.parse(asOf);
        return reader.of(ship.digits(), date);
    }
}
