package org.fairlead.sanctions.listing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.fairlead.lists.ImoNumber;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;

/// A ship's way through all lists: when it was on which, under what names, flags and owners.
@Path("/api/sanctions/v1/vessels/{imo}/history")
@Produces(MediaType.APPLICATION_JSON)
class VesselHistoryResource {

    private final CallerProducer callers;
    private final ListingReader reader;

    @Inject
    VesselHistoryResource(CallerProducer callers, ListingReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    @GET
    public Uni<VesselHistory> history(@PathParam("imo") String imo) {
        callers.member();
        var ship =
                ImoNumber.of(imo)
                        .orElseThrow(() ->
                                ProblemException.invalid(
                                        "imo",
                                        "seven digits with a right check digit expected, was "
                                                + imo));
        return reader.ofShip(ship.digits());
    }
}
