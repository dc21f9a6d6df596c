package org.fairlead.imagery.footprint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;

/// An area on the earth. Edges are straight in longitude and latitude, as RFC 7946 §3.1.1 has them.
///
/// Kept with longitudes that run on past 180 where it crosses the antimeridian, its western edge in
/// -180 to 180; written as RFC 7946 §3.1.9 asks, cut in two there.
public final class Footprint {

    /// Along a meridian, on a sphere of the mean radius R1 of WGS 84.
    private static final double METRES_PER_DEGREE = Math.toRadians(6_371_008.8);

    private final Geometry unwrapped;

    Footprint(Geometry unwrapped) {
        this.unwrapped = unwrapped;
    }

    /// Reads what people and providers send; every fault is an answer.
    public static FootprintReading read(@Nullable JsonNode geoJson) {
        return new GeoJsonArea(geoJson).read();
    }

    /// Reads one that was checked when it was stored.
    @JsonCreator
    static Footprint stored(JsonNode geoJson) {
        return switch (read(geoJson)) {
            case FootprintReading.Valid(var footprint) -> footprint;
            case FootprintReading.Faulty(var detail) ->
                    throw new IllegalArgumentException("footprint: " + detail);
        };
    }

    /// A Polygon or MultiPolygon, outer rings counterclockwise.
    @JsonValue
    public JsonNode geoJson() {
        return GeoJsonArea.write(unwrapped);
    }

    /// Its edge belongs to it.
    public boolean covers(Place place) {
        for (double turn : TURNS) {
            var point = new Coordinate(place.longitudeDegrees() + turn, place.latitudeDegrees());
            if (unwrapped.getEnvelopeInternal().covers(point)
                    && SimplePointInAreaLocator.locate(point, unwrapped) != Location.EXTERIOR) {
                return true;
            }
        }
        return false;
    }

    private static final double[] TURNS = {0, 360, -360};

    /// How far outside a place lies, 0 inside. Fair near the footprint, and away from the poles.
    public double metresOutside(Place place) {
        if (covers(place)) {
            return 0;
        }
        double least = Double.MAX_VALUE;
        for (double turn : TURNS) {
            least = Math.min(least, planarMetres(place, turn));
        }
        return least;
    }

    /// On a plane whose scale is right at the place.
    private double planarMetres(Place place, double turn) {
        double scale = Math.max(0.01, Math.cos(Math.toRadians(place.latitudeDegrees())));
        Geometry flat = AffineTransformation.scaleInstance(scale, 1).transform(unwrapped);
        var point =
                flat.getFactory()
                        .createPoint(
                                new Coordinate(
                                        (place.longitudeDegrees() + turn) * scale,
                                        place.latitudeDegrees()));
        return DistanceOp.distance(flat, point) * METRES_PER_DEGREE;
    }

    public double south() {
        return box().getMinY();
    }

    public double north() {
        return box().getMaxY();
    }

    /// -180 to below 180.
    public double west() {
        return box().getMinX();
    }

    /// Beyond 180 where the footprint crosses the antimeridian.
    public double east() {
        return box().getMaxX();
    }

    private Envelope box() {
        return unwrapped.getEnvelopeInternal();
    }

    /// The middle of its area.
    public Place centre() {
        var centroid = unwrapped.getCentroid();
        double longitude = centroid.getX() > 180 ? centroid.getX() - 360 : centroid.getX();
        return new Place(Math.clamp(centroid.getY(), -90, 90), Math.clamp(longitude, -180, 180));
    }

    /// From its centre to its farthest corner.
    public double radiusMetres() {
        Place centre = centre();
        double farthest = 0;
        for (Coordinate corner : unwrapped.getCoordinates()) {
            var place = new Place(corner.y, Math.IEEEremainder(corner.x, 360));
            farthest = Math.max(farthest, GreatCircle.nauticalMiles(centre, place));
        }
        return farthest * GreatCircle.METRES_PER_NAUTICAL_MILE;
    }

    public double squareKilometres() {
        return SphereArea.squareKilometres(unwrapped);
    }

    /// As it is written: what was cut at the antimeridian keeps the corners of the cut.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Footprint that && geoJson().equals(that.geoJson());
    }

    @Override
    public int hashCode() {
        return geoJson().hashCode();
    }

    @Override
    public String toString() {
        return unwrapped.toText();
    }
}
