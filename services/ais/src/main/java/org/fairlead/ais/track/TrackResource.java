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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fairlead.ais.vessel.MmsiText;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Where a vessel was, as GeoJSON (RFC 7946), CSV or GPX.
@Path("/api/ais/v1/vessels/{mmsi}/track")
public class TrackResource {

    private static final String GEO_JSON = "application/geo+json";
    private static final String CSV = "text/csv";
    private static final String GPX = "application/gpx+xml";
    private static final int MOST_METRES = 100_000;

    /// Response header: how many pieces of the tracks asked for cannot be read.
    static final String DAMAGED = "Fairlead-Damaged-Segments";

    private final CallerProducer callers;
    private final TrackStore tracks;
    private final RecentFrameStore recent;
    private final TrackConfig config;

    @Inject
    TrackResource(
            CallerProducer callers,
            TrackStore tracks,
            RecentFrameStore recent,
            TrackConfig config) {
        this.callers = callers;
        this.tracks = tracks;
        this.recent = recent;
        this.config = config;
    }

    @GET
    @Operation(summary = "The track of one vessel, split where nothing was heard and at 180°")
    @APIResponse(
            responseCode = "200",
            description = "GeoJSON, CSV or GPX, by format or Accept",
            content = {
                @Content(mediaType = "application/geo+json"),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/gpx+xml")
            })
    public Uni<Response> track(
            @PathParam("mmsi") String mmsi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("format") @Nullable String format,
            @QueryParam("simplify") @Nullable String simplify,
            @QueryParam("skipDamaged") @Nullable String skipDamaged,
            @HeaderParam("Accept") @Nullable String accept) {
        var unused = callers.member();
        int vessel = MmsiText.read(mmsi);
        var shape = shape(format, accept);
        double toleranceMetres = tolerance(simplify);
        boolean isWithoutDamaged = isTrue("skipDamaged", skipDamaged);
        Instant begin = QueryTime.read("from", from, Instant.EPOCH);
        Instant end = QueryTime.read("to", to, Instant.parse("9999-01-01T00:00:00Z"));
        if (end.isBefore(begin)) {
            throw ProblemException.invalid("to", "it lies before from");
        }
        return tracks.count(vessel, begin, end)
                .invoke(this::refuseTooMany)
                .chain(() -> recent.of(vessel, begin, end))
                .chain(news -> tracks.fixes(vessel, begin, end, news))
                .map(read -> {
                    refuseDamaged(read, isWithoutDamaged);
                    var fixes =
                            toleranceMetres > 0
                                    ? Simplification.of(
                                            read.fixes(),
                                            toleranceMetres,
                                            config.drawnWithin().toMillis())
                                    : read.fixes();
                    var response = answer(shape, mmsi, fixes);
                    return read.damages().isEmpty()
                            ? response.build()
                            : response.header(DAMAGED, read.damages().size()).build();
                });
    }

    /// A track with a damaged piece is never just shorter: the caller has to say that it may be.
    private static void refuseDamaged(TrackRead read, boolean isWithoutDamaged) {
        if (!read.damages().isEmpty() && !isWithoutDamaged) {
            throw new ProblemException(
                    TrackProblem.TRACK_DAMAGED,
                    "%s. Ask with skipDamaged=true for the rest; the sentences themselves are in the archive."
                            .formatted(
                                    read.damages().stream()
                                            .map(Damage::sentence)
                                            .limit(5)
                                            .collect(java.util.stream.Collectors.joining("; "))));
        }
    }

    private static double tolerance(@Nullable String simplify) {
        try {
            double metres =
                    simplify == null || simplify.isBlank() ? 0 : Double.parseDouble(simplify);
            if (metres >= 0 && metres <= MOST_METRES) {
                return metres;
            }
        } catch (NumberFormatException notOne) {
            // refused below
        }
        throw ProblemException.invalid(
                "simplify", "expected metres from 0 to %d".formatted(MOST_METRES));
    }

    private static boolean isTrue(String parameter, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw ProblemException.invalid(parameter, "expected true or false, was " + value);
    }

    private void refuseTooMany(long fixes) {
        if (fixes > config.mostFixes()) {
            throw new ProblemException(
                    ServiceProblem.INVALID,
                    "The track has more than %d fixes. Narrow it with from and to."
                            .formatted(config.mostFixes()));
        }
    }

    private enum Shape {
        GEOJSON,
        CSV,
        GPX
    }

    private static Shape shape(@Nullable String format, @Nullable String accept) {
        if (format == null || format.isBlank()) {
            return accept == null
                    ? Shape.GEOJSON
                    : accept.contains(CSV)
                            ? Shape.CSV
                            : accept.contains(GPX) ? Shape.GPX : Shape.GEOJSON;
        }
        return switch (format) {
            case "csv" -> Shape.CSV;
            case "gpx" -> Shape.GPX;
            case "geojson" -> Shape.GEOJSON;
            default -> throw ProblemException.invalid("format", "expected geojson, csv or gpx");
        };
    }

    private Response.ResponseBuilder answer(Shape shape, String mmsi, List<Fix> fixes) {
        long drawnWithin = config.drawnWithin().toMillis();
        return switch (shape) {
            case GEOJSON -> Response.ok(TrackGeometry.of(mmsi, fixes, drawnWithin)).type(GEO_JSON);
            case CSV -> attachment(TrackCsv.of(fixes), CSV + ";charset=UTF-8", mmsi, "csv");
            case GPX -> attachment(TrackGpx.of(mmsi, fixes, drawnWithin), GPX, mmsi, "gpx");
        };
    }

    private static Response.ResponseBuilder attachment(
            String text, String type, String mmsi, String ending) {
        return Response.ok(text)
                .type(type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"track-" + mmsi + "." + ending + "\"");
    }
}
