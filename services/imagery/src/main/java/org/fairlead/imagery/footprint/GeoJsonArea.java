package org.fairlead.imagery.footprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;

/// One GeoJSON area on its way in or out.
///
/// The antimeridian is crossed where two corners lie more than 180 degrees of longitude apart,
/// where longitudes run past 180, or where the parts of a MultiPolygon meet there: all three are
/// the same area.
final class GeoJsonArea {

    private static final int MOST_CORNERS = 10_000;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final @Nullable JsonNode geoJson;
    private int corners;

    GeoJsonArea(@Nullable JsonNode geoJson) {
        this.geoJson = geoJson;
    }

    /// Why it is refused; never leaves this class.
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null, false, false);
        }

        String why() {
            String said = getMessage();
            return said == null ? "" : said;
        }
    }

    FootprintReading read() {
        try {
            return new FootprintReading.Valid(new Footprint(area()));
        } catch (Refused refused) {
            return new FootprintReading.Faulty(refused.why());
        }
    }

    private Geometry area() throws Refused {
        if (geoJson == null || !geoJson.isObject()) {
            throw new Refused("expected a GeoJSON Polygon or MultiPolygon");
        }
        JsonNode places = geoJson.path("coordinates");
        var parts = new ArrayList<Geometry>();
        switch (geoJson.path("type").asText()) {
            case "Polygon" -> parts.add(polygon(places));
            case "MultiPolygon" -> {
                for (JsonNode part : places) {
                    parts.add(beside(parts, polygon(part)));
                }
            }
            default -> throw new Refused("expected a GeoJSON Polygon or MultiPolygon");
        }
        if (parts.isEmpty()) {
            throw new Refused("has no polygon");
        }
        Geometry area = parts.getFirst();
        for (Geometry part : parts.subList(1, parts.size())) {
            area = OverlayNGRobust.overlay(area, part, OverlayNG.UNION);
        }
        // Shells come out clockwise; RFC 7946 §3.1.6 wants them the other way round.
        return westernmost(area).norm().reverse();
    }

    private static Polygon beside(List<Geometry> parts, Polygon next) {
        return parts.isEmpty() ? next : (Polygon) turned(next, middle(parts.getFirst()));
    }

    private static double middle(Geometry area) {
        return area.getEnvelopeInternal().centre().x;
    }

    /// By whole turns, so that its middle is as near as can be to the given longitude.
    private static Geometry turned(Geometry area, double longitude) {
        double turns = Math.rint((longitude - middle(area)) / 360);
        return turns == 0
                ? area
                : AffineTransformation.translationInstance(360 * turns, 0).transform(area);
    }

    private static Geometry westernmost(Geometry area) {
        double turns = Math.floor((area.getEnvelopeInternal().getMinX() + 180) / 360);
        return turns == 0
                ? area
                : AffineTransformation.translationInstance(-360 * turns, 0).transform(area);
    }

    private Polygon polygon(JsonNode rings) throws Refused {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new Refused("a polygon without a ring");
        }
        LinearRing shell = ring(rings.path(0));
        var holes = new ArrayList<LinearRing>();
        for (int hole = 1; hole < rings.size(); hole++) {
            holes.add((LinearRing) turned(ring(rings.path(hole)), middle(shell)));
        }
        Polygon polygon = SHAPES.createPolygon(shell, holes.toArray(LinearRing[]::new));
        var check = new IsValidOp(polygon);
        if (!check.isValid()) {
            throw new Refused(sentence(check));
        }
        return polygon;
    }

    private static String sentence(IsValidOp check) {
        var error = check.getValidationError();
        String what =
                switch (error.getErrorType()) {
                    case org.locationtech.jts.operation.valid.TopologyValidationError
                                    .SELF_INTERSECTION,
                            org.locationtech.jts.operation.valid.TopologyValidationError
                                    .RING_SELF_INTERSECTION ->
                            "crosses or touches itself";
                    case org.locationtech.jts.operation.valid.TopologyValidationError
                                    .HOLE_OUTSIDE_SHELL ->
                            "has a hole outside of its outline";
                    case org.locationtech.jts.operation.valid.TopologyValidationError
                                    .TOO_FEW_POINTS ->
                            "has fewer than three different corners";
                    default -> "is no valid polygon (" + error.getMessage() + ")";
                };
        Coordinate at = error.getCoordinate();
        return at == null
                ? what
                : String.format(
                        Locale.ROOT,
                        "%s near longitude %.4f, latitude %.4f",
                        what,
                        Math.IEEEremainder(at.x, 360),
                        at.y);
    }

    private LinearRing ring(JsonNode places) throws Refused {
        if (!places.isArray() || places.size() < 4) {
            throw new Refused("a ring has at least four positions, the last like the first");
        }
        corners += places.size();
        if (corners > MOST_CORNERS) {
            throw new Refused("more than %d positions".formatted(MOST_CORNERS));
        }
        var ring = new Coordinate[places.size()];
        double turn = 0;
        for (int at = 0; at < ring.length; at++) {
            Coordinate corner = corner(places.path(at));
            if (at > 0) {
                double step = corner.x + turn - ring[at - 1].x;
                turn -= step > 180 ? 360 : step < -180 ? -360 : 0;
            }
            ring[at] = new Coordinate(corner.x + turn, corner.y);
        }
        if (!corner(places.path(0)).equals2D(corner(places.path(ring.length - 1)))) {
            throw new Refused("a ring that is not closed: its last position is unlike its first");
        }
        if (turn != 0) {
            throw new Refused(
                    "a ring around a pole, or wider than 180 degrees: cut it in smaller polygons");
        }
        return SHAPES.createLinearRing(ring);
    }

    private static Coordinate corner(JsonNode place) throws Refused {
        JsonNode longitude = place.path(0);
        JsonNode latitude = place.path(1);
        if (!longitude.isNumber() || !latitude.isNumber()) {
            throw new Refused("a position is not two numbers, longitude and latitude");
        }
        double x = longitude.asDouble();
        double y = latitude.asDouble();
        // Written so that NaN fails too.
        if (!(Math.abs(y) <= 90)) {
            throw new Refused("latitude outside -90 to 90: " + y + " (longitude comes first)");
        }
        if (!(Math.abs(x) <= 360)) {
            throw new Refused("longitude outside -360 to 360: " + x);
        }
        return new Coordinate(x, y);
    }

    static JsonNode write(Geometry unwrapped) {
        var polygons = new ArrayList<Polygon>();
        if (unwrapped.getEnvelopeInternal().getMaxX() <= 180) {
            addPolygons(unwrapped, 0, polygons);
        } else {
            addPolygons(within(unwrapped, -180), 0, polygons);
            addPolygons(within(unwrapped, 180), -360, polygons);
        }
        var nodes = JsonNodeFactory.instance;
        ArrayNode coordinates = nodes.arrayNode();
        polygons.forEach(polygon -> coordinates.add(rings(polygon)));
        boolean isOne = polygons.size() == 1;
        return nodes.objectNode()
                .put("type", isOne ? "Polygon" : "MultiPolygon")
                .set("coordinates", isOne ? coordinates.get(0) : coordinates);
    }

    private static Geometry within(Geometry area, double west) {
        Geometry strip = SHAPES.toGeometry(new Envelope(west, west + 360, -90, 90));
        return OverlayNGRobust.overlay(area, strip, OverlayNG.INTERSECTION).norm().reverse();
    }

    private static void addPolygons(Geometry area, double turn, List<Polygon> into) {
        Geometry moved = AffineTransformation.translationInstance(turn, 0).transform(area);
        for (int part = 0; part < moved.getNumGeometries(); part++) {
            if (moved.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                into.add(polygon);
            }
        }
    }

    private static ArrayNode rings(Polygon polygon) {
        ArrayNode rings = JsonNodeFactory.instance.arrayNode();
        rings.add(positions(polygon.getExteriorRing()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            rings.add(positions(polygon.getInteriorRingN(hole)));
        }
        return rings;
    }

    private static ArrayNode positions(LinearRing ring) {
        ArrayNode positions = JsonNodeFactory.instance.arrayNode();
        for (Coordinate corner : ring.getCoordinates()) {
            positions.add(JsonNodeFactory.instance.arrayNode().add(corner.x).add(corner.y));
        }
        return positions;
    }
}
