package org.fairlead.sanctions.asof;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.fairlead.lists.ImoNumber;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Who had listed this ship or company, on that date.
@Path("/api/sanctions/v1")
@Produces(MediaType.APPLICATION_JSON)
class ShipResource {

    private final CallerProducer callers;
    private final ShipListingsReader reader;

    @Inject
    ShipResource(CallerProducer callers, ShipListingsReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    /// @param asOf the day or time asked about; each list's newest version when absent
    /// @param knownAt answer with what this platform knew then
    @GET
    @Path("vessels/{imo}/listings")
    public Uni<ShipListings> listings(
            @PathParam("imo") String imo,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt) {
        callers.member();
        var ship =
                ImoNumber.of(imo)
                        .orElseThrow(() ->
                                ProblemException.invalid(
                                        "imo",
                                        "seven digits with a right check digit expected, was "
                                                + imo));
        return reader.of(Subject.ship(ship.digits()), date(asOf), known(knownAt));
    }

    /// A company by its own IMO number: the owners and managers that lists name.
    @GET
    @Path("companies/{imo}/listings")
    public Uni<ShipListings> ofCompany(
            @PathParam("imo") String imo,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt) {
        callers.member();
        if (!imo.matches("\\d{7}")) {
            throw ProblemException.invalid("imo", "seven digits expected, was " + imo);
        }
        return reader.of(Subject.company(imo), date(asOf), known(knownAt));
    }

    private static @Nullable AsOfDate date(@Nullable String asOf) {
        return asOf == null || asOf.isBlank() ? null : AsOfDate.parse(asOf);
    }

    private static @Nullable Instant known(@Nullable String knownAt) {
        return knownAt == null || knownAt.isBlank()
                ? null
                : AsOfDate.parse("knownAt", knownAt).to();
    }
}
