package org.fairlead.ais.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.service.caller.CallerProducer;

/// How much there is.
@Path("/api/ais/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {

    private final CallerProducer callers;
    private final StatisticsStore statistics;

    @Inject
    StatisticsResource(CallerProducer callers, StatisticsStore statistics) {
        this.callers = callers;
        this.statistics = statistics;
    }

    @GET
    @Operation(summary = "Totals of vessels, fixes and silences, and of each source")
    public Uni<Statistics> get() {
        var unused = callers.member();
        return statistics.read();
    }
}
