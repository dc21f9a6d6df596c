package org.fairlead.ais.track;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.vessel.MmsiText;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Where a vessel was, as GeoJSON (RFC 7946) or CSV.
@Path("/api/ais/v1/vessels/{mmsi}/track")
public class TrackResource {

    private static final String GEO_JSON = "application/geo+json";
    private static final String CSV = "text/csv";

    private final CallerProducer callers;
    private final TrackStore tracks;
    private final TrackConfig config;

    @Inject
    TrackResource(CallerProducer callers, TrackStore tracks, TrackConfig config) {
        this.callers = callers;
        this.tracks = tracks;
        this.config = config;
    }

    @GET
    @Operation(summary = "The track of one vessel, split where nothing was heard and at 180°")
    public Uni<Response> track(
            @PathParam("mmsi") String mmsi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("format") @Nullable String format,
            @HeaderParam("Accept") @Nullable String accept) {
        var unused = callers.member();
        int vessel = MmsiText.read(mmsi);
        boolean isCsv = isCsv(format, accept);
        Instant begin = QueryTime.read("from", from, Instant.EPOCH);
        Instant end = QueryTime.read("to", to, Instant.parse("9999-01-01T00:00:00Z"));
        if (end.isBefore(begin)) {
            throw ProblemException.invalid("to", "it lies before from");
        }
        return tracks.count(vessel, begin, end)
                .invoke(this::refuseTooMany)
                .chain(() -> tracks.fixes(vessel, begin, end))
                .map(fixes -> isCsv ? csv(mmsi, fixes) : geoJson(mmsi, fixes));
    }

    private void refuseTooMany(long fixes) {
        if (fixes > config.mostFixes()) {
            throw new ProblemException(
                    ServiceProblem.INVALID,
                    "The track has more than %d fixes. Narrow it with from and to."
                            .formatted(config.mostFixes()));
        }
    }

    private static boolean isCsv(@Nullable String format, @Nullable String accept) {
        if (format == null || format.isBlank()) {
            return accept != null && accept.contains(CSV);
        }
        return switch (format) {
            case "csv" -> true;
            case "geojson" -> false;
            default -> throw ProblemException.invalid("format", "expected geojson or csv");
        };
    }

    private Response geoJson(String mmsi, List<Fix> fixes) {
        return Response.ok(TrackGeometry.of(mmsi, fixes, config.drawnWithin().toMillis()))
                .type(GEO_JSON)
                .build();
    }

    private static Response csv(String mmsi, List<Fix> fixes) {
        return Response.ok(TrackCsv.of(fixes))
                .type(CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"track-" + mmsi + ".csv\"")
                .build();
    }
}
