package org.fairlead.ais.trace;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.track.QueryTime;
import org.fairlead.ais.vessel.MmsiText;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The sentences and receivers behind a fix.
@Path("/api/ais/v1/vessels/{mmsi}/sentences")
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource {

    private static final int MOST_SECONDS = 600;

    private final CallerProducer callers;
    private final Tracer tracer;

    @Inject
    TraceResource(CallerProducer callers, Tracer tracer) {
        this.callers = callers;
        this.tracer = tracer;
    }

    @GET
    @Blocking
    @Operation(summary = "Sentences in which a fix was heard, from the archive, with receivers")
    public Page<HeardSentence> sentences(
            @PathParam("mmsi") String mmsi,
            @QueryParam("at") @Nullable String at,
            @QueryParam("withinSeconds") @Nullable String within)
            throws IOException {
        var unused = callers.member();
        return new Page<>(
                tracer.trace(MmsiText.read(mmsi), QueryTime.read("at", at), duration(within)),
                null);
    }

    private static Duration duration(@Nullable String within) {
        try {
            int seconds = within == null || within.isBlank() ? 0 : Integer.parseInt(within);
            if (seconds >= 0 && seconds <= MOST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notOne) {
            // refused below
        }
        throw ProblemException.invalid(
                "withinSeconds", "expected a number from 0 to " + MOST_SECONDS);
    }
}
