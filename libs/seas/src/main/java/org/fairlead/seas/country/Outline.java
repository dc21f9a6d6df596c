package org.fairlead.seas.country;

import org.fairlead.seas.distance.Place;
import org.fairlead.seas.shape.Shape;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/// A shape that can be asked whether a place lies in it.
final class Outline {

    private final Coordinate[][] rings;
    private final double[][] boxes;

    Outline(Shape shape) {
        rings = shape.rings().stream().map(Outline::coordinates).toArray(Coordinate[][]::new);
        boxes = shape.rings().stream().map(Outline::box).toArray(double[][]::new);
    }

    boolean holds(Place place) {
        // Rings that cross the antimeridian run on past 180 on one side or the other.
        return holds(place.longitudeDegrees(), place.latitudeDegrees())
                || holds(place.longitudeDegrees() + 360, place.latitudeDegrees())
                || holds(place.longitudeDegrees() - 360, place.latitudeDegrees());
    }

    private boolean holds(double east, double north) {
        boolean inside = false;
        var point = new Coordinate(east, north);
        for (int ring = 0; ring < rings.length; ring++) {
            double[] box = boxes[ring];
            if (east >= box[0] && east <= box[1] && north >= box[2] && north <= box[3]) {
                int found = RayCrossingCounter.locatePointInRing(point, rings[ring]);
                inside ^= found != Location.EXTERIOR;
            }
        }
        return inside;
    }

    private static Coordinate[] coordinates(double[] ring) {
        var coordinates = new Coordinate[ring.length / 2];
        for (int at = 0; at < coordinates.length; at++) {
            coordinates[at] = new Coordinate(ring[2 * at], ring[2 * at + 1]);
        }
        return coordinates;
    }

    private static double[] box(double[] ring) {
        double[] box = {1e9, -1e9, 1e9, -1e9};
        for (int at = 0; at < ring.length; at += 2) {
            box[0] = Math.min(box[0], ring[at]);
            box[1] = Math.max(box[1], ring[at]);
            box[2] = Math.min(box[2], ring[at + 1]);
            box[3] = Math.max(box[3], ring[at + 1]);
        }
        return box;
    }
}
