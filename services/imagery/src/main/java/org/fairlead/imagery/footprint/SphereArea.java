package org.fairlead.imagery.footprint;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// Area on a sphere of the mean radius: fair to about half a per cent.
final class SphereArea {

    private static final double RADIUS_KILOMETRES = 6_371.0088;

    private SphereArea() {}

    static double squareKilometres(Geometry area) {
        double sum = 0;
        for (int part = 0; part < area.getNumGeometries(); part++) {
            var polygon = (Polygon) area.getGeometryN(part);
            sum += ring(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                sum -= ring(polygon.getInteriorRingN(hole));
            }
        }
        return sum;
    }

    /// The strip between each edge and the equator, summed with its sign: exact for edges that are
    /// straight on the cylindrical equal-area map.
    private static double ring(LinearRing ring) {
        Coordinate[] corners = ring.getCoordinates();
        double sum = 0;
        for (int at = 1; at < corners.length; at++) {
            sum +=
                    Math.toRadians(corners[at].x - corners[at - 1].x)
                            * (Math.sin(Math.toRadians(corners[at].y))
                                    + Math.sin(Math.toRadians(corners[at - 1].y)))
                            / 2;
        }
        return Math.abs(sum) * RADIUS_KILOMETRES * RADIUS_KILOMETRES;
    }
}
