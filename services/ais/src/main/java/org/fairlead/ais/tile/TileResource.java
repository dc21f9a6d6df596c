package org.fairlead.ais.tile;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fairlead.ais.track.QueryTime;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Ships' last positions as vector tiles.
@Path("/api/ais/v1/tiles/{z}/{x}/{y}.mvt")
public class TileResource {

    private static final String TYPE = "application/vnd.mapbox-vector-tile";
    private static final String LAYER = "positions";
    private static final double UNITS_PER_DEGREE = 600_000;

    /// Newest first: a tile never holds more.
    private static final int MOST = 200_000;

    /// Of several ships in one such square of the tile only the one heard last is drawn: 8 units
    /// are a pixel on a common screen, and in wide tiles a ship is a dot of three.
    private static final int SQUARE = 8;

    private static final int SQUARE_OF_WIDE_TILES = 16;

    /// Before, a ship is a dot with a number, so that a tile of the whole world stays small.
    private static final int PROPERTIES_FROM_ZOOM = 6;

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final CallerProducer callers;
    private final TileStore tiles;
    private final TileCache cache = new TileCache(InstantSource.system(), KEPT);

    @Inject
    TileResource(CallerProducer callers, TileStore tiles) {
        this.callers = callers;
        this.tiles = tiles;
    }

    @GET
    @Operation(summary = "Ships' last positions in a tile: layer `positions`, points")
    @APIResponse(
            responseCode = "200",
            description = "A Mapbox vector tile, version 2",
            content = @Content(mediaType = TYPE))
    public Uni<Response> tile(
            @PathParam("z") String z,
            @PathParam("x") String x,
            @PathParam("y") String y,
            @QueryParam("since") @Nullable String since) {
        var unused = callers.member();
        var place =
                TilePlace.of(number(z), number(x), number(y))
                        .orElseThrow(ProblemException::notFound);
        Instant from = QueryTime.read("since", since, Instant.EPOCH);
        return cache.get(new TileCache.Key(place, from.getEpochSecond()), () -> drawn(place, from))
                .map(tile ->
                        Response.ok(tile)
                                .type(TYPE)
                                .header("Cache-Control", "private, max-age=10")
                                .build());
    }

    private Uni<byte[]> drawn(TilePlace place, Instant from) {
        return tiles.last(
                        new Box(
                                units(place.southDegrees()),
                                units(place.northDegrees()),
                                units(place.westDegrees()),
                                units(place.eastDegrees())),
                        from,
                        MOST,
                        place.zoom() >= PROPERTIES_FROM_ZOOM)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> draw(place, found));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw ProblemException.notFound();
        }
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees * UNITS_PER_DEGREE);
    }

    static byte[] draw(TilePlace place, List<LastPosition> found) {
        var tile = new VectorTile(LAYER);
        int square = place.zoom() < 4 ? SQUARE_OF_WIDE_TILES : SQUARE;
        int inARow = VectorTile.EXTENT / square;
        var taken = new BitSet(inARow * inARow);
        for (LastPosition one : found) {
            int x = place.xOf(one.longitude() / UNITS_PER_DEGREE);
            int y = place.yOf(one.latitude() / UNITS_PER_DEGREE);
            if (x < 0 || y < 0 || x >= VectorTile.EXTENT || y >= VectorTile.EXTENT) {
                continue;
            }
            int at = y / square * inARow + x / square;
            if (place.zoom() < 12 && taken.get(at)) {
                continue;
            }
            taken.set(at);
            tile.point(one.mmsi(), x, y, properties(place, one));
        }
        return tile.toByteArray();
    }

    private static Map<String, Object> properties(TilePlace place, LastPosition one) {
        var properties = new LinkedHashMap<String, Object>();
        if (one.synthetic()) {
            properties.put("synthetic", true);
        }
        if (place.zoom() < PROPERTIES_FROM_ZOOM) {
            return properties;
        }
        properties.put("mmsi", Integer.toString(one.mmsi()));
        if (one.name() != null) {
            properties.put("name", one.name());
        }
        properties.put("at", one.at().toString());
        if (one.course() < Fix.COURSE_NOT_AVAILABLE) {
            properties.put("course", (long) Math.round(one.course() / 10f));
        }
        if (one.speed() < Fix.SPEED_NOT_AVAILABLE) {
            properties.put("speed", (long) Math.round(one.speed() / 10f));
        }
        return properties;
    }
}
