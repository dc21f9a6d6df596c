package org.fairlead.ais.tile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.track.CellPlace;
import org.fairlead.ais.track.QueryTime;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where ships were heard, in quarters of a degree, as GeoJSON. A cell that is missing says that no
/// ship was heard there, not that none was there.
@Path("/api/ais/v1/coverage")
public class CoverageResource {

    private static final String GEO_JSON = "application/geo+json";
    private static final int MOST_CELLS = 50_000;
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Duration USUAL = Duration.ofDays(30);

    private final CallerProducer callers;
    private final TileStore tiles;

    @Inject
    CoverageResource(CallerProducer callers, TileStore tiles) {
        this.callers = callers;
        this.tiles = tiles;
    }

    @GET
    @Operation(summary = "Cells in which ships were heard, by UTC days")
    public Uni<Response> coverage(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var unused = callers.member();
        Instant end = QueryTime.read("to", to, Instant.now());
        Instant begin = QueryTime.read("from", from, end.minus(USUAL));
        if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw ProblemException.invalid(
                    "from", "expected up to %d days before to".formatted(LONGEST.toDays()));
        }
        return tiles.cells(day(begin), day(end), MOST_CELLS + 1)
                .map(cells -> {
                    refuseTooMany(cells);
                    return Response.ok(
                                    new Features(
                                            "FeatureCollection",
                                            cells.stream().map(CoverageResource::feature).toList()))
                            .type(GEO_JSON)
                            .build();
                });
    }

    private static void refuseTooMany(List<TileStore.Heard> cells) {
        if (cells.size() > MOST_CELLS) {
            throw ProblemException.invalid(
                    "from", "more than %d cells; ask for fewer days".formatted(MOST_CELLS));
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Feature feature(TileStore.Heard heard) {
        double south = CellPlace.southDegrees(heard.cell());
        double west = CellPlace.westDegrees(heard.cell());
        double size = CellPlace.SIZE_DEGREES;
        return new Feature(
                "Feature",
                new Geometry(
                        "Polygon",
                        List.of(
                                List.of(
                                        new double[] {west, south},
                                        new double[] {west + size, south},
                                        new double[] {west + size, south + size},
                                        new double[] {west, south + size},
                                        new double[] {west, south}))),
                new Properties(heard.vessels(), heard.vesselDays()));
    }

    record Features(String type, List<Feature> features) {}

    record Feature(String type, Geometry geometry, Properties properties) {}

    record Geometry(String type, List<List<double[]>> coordinates) {}

    /// @param vesselDays ships heard there, counted anew each UTC day
    record Properties(long vessels, long vesselDays) {}
}
