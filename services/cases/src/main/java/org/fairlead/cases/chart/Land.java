package org.fairlead.cases.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.shape.Shape;
import org.fairlead.seas.shape.Shapes;
import org.fairlead.seas.water.LandMask;

/// The land of `libs/seas` (Natural Earth 1:10m), cut to a map.
final class Land {

    /// Points nearer to each other than this are one.
    private static final double FINEST_PIXELS = 0.9;

    private record Ring(double[] points, double west, double south, double east, double north) {

        static Ring of(double[] points) {
            double west = Double.MAX_VALUE;
            double south = Double.MAX_VALUE;
            double east = -Double.MAX_VALUE;
            double north = -Double.MAX_VALUE;
            for (int i = 0; i < points.length; i += 2) {
                west = Math.min(west, points[i]);
                east = Math.max(east, points[i]);
                south = Math.min(south, points[i + 1]);
                north = Math.max(north, points[i + 1]);
            }
            return new Ring(points, west, south, east, north);
        }
    }

    /// Read once, when the first map is drawn.
    private static final class Read {
        static final List<Ring> RINGS = rings();

        private static List<Ring> rings() {
            var rings = new ArrayList<Ring>();
            for (Shape shape : Shapes.read(LandMask.class, "land.shapes")) {
                shape.rings().forEach(ring -> rings.add(Ring.of(ring)));
            }
            return rings;
        }
    }

    private Land() {}

    /// All land in the extent; what lies inside a hole of a hole is land again (even-odd).
    static Path2D in(Extent extent, Projection projection) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Ring ring : Read.RINGS) {
            for (int turn = -360; turn <= 360; turn += 360) {
                if (ring.east() + turn >= extent.west()
                        && ring.west() + turn <= extent.east()
                        && ring.north() >= extent.south()
                        && ring.south() <= extent.north()) {
                    add(path, clipped(ring.points(), turn, extent), projection);
                }
            }
        }
        return path;
    }

    /// Sutherland and Hodgman: cut at one side after the other.
    private static List<double[]> clipped(double[] ring, double turn, Extent extent) {
        List<double[]> points = new ArrayList<>(ring.length / 2);
        for (int i = 0; i < ring.length; i += 2) {
            points.add(new double[] {ring[i] + turn, ring[i + 1]});
        }
        points = cut(points, 0, extent.west(), true);
        points = cut(points, 0, extent.east(), false);
        points = cut(points, 1, extent.south(), true);
        return cut(points, 1, extent.north(), false);
    }

    private static List<double[]> cut(
            List<double[]> points, int axis, double limit, boolean isAbove) {
        var kept = new ArrayList<double[]>(points.size());
        for (int i = 0; i < points.size(); i++) {
            double[] from = points.get(i);
            double[] to = points.get((i + 1) % points.size());
            boolean startsIn = isAbove ? from[axis] >= limit : from[axis] <= limit;
            boolean endsIn = isAbove ? to[axis] >= limit : to[axis] <= limit;
            if (startsIn) {
                kept.add(from);
            }
            if (startsIn != endsIn) {
                double part = (limit - from[axis]) / (to[axis] - from[axis]);
                kept.add(
                        new double[] {
                            from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])
                        });
            }
        }
        return kept;
    }

    private static void add(Path2D path, List<double[]> points, Projection projection) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        boolean isBegun = false;
        for (double[] point : points) {
            double x = projection.x(point[0]);
            double y = projection.y(point[1]);
            if (!isBegun) {
                path.moveTo(x, y);
                isBegun = true;
            } else if (Math.hypot(x - lastX, y - lastY) >= FINEST_PIXELS) {
                path.lineTo(x, y);
            } else {
                continue;
            }
            lastX = x;
            lastY = y;
        }
        if (isBegun) {
            path.closePath();
        }
    }
}
