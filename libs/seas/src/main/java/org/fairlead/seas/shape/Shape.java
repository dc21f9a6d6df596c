package org.fairlead.seas.shape;

import java.util.List;

/// One outline with its holes; a place is inside when a line from it to infinity crosses an odd
/// number of edges.
///
/// @param rings each closed, as longitude and latitude in degrees by turns
public record Shape(String label, List<double[]> rings) {

    public Shape {
        rings = rings.stream().map(Shape::unwrapped).toList();
    }

    /// Longitudes without jumps: a ring that crosses the antimeridian runs on past 180. A ring
    /// around a pole is closed along the pole.
    private static double[] unwrapped(double[] ring) {
        double[] out = ring.clone();
        double turn = 0;
        for (int point = 2; point < ring.length; point += 2) {
            double step = ring[point] - ring[point - 2];
            turn += step > 180 ? -360 : step < -180 ? 360 : 0;
            out[point] = ring[point] + turn;
        }
        return turn == 0 ? out : closedAlongPole(out);
    }

    private static double[] closedAlongPole(double[] ring) {
        double pole = ring[1] < 0 ? -90 : 90;
        double[] closed = java.util.Arrays.copyOf(ring, ring.length + 6);
        closed[ring.length] = ring[ring.length - 2];
        closed[ring.length + 1] = pole;
        closed[ring.length + 2] = ring[0];
        closed[ring.length + 3] = pole;
        closed[ring.length + 4] = ring[0];
        closed[ring.length + 5] = ring[1];
        return closed;
    }
}
