package org.fairlead.seas.water;

import java.util.List;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// A line drawn over the sea that ways may or may not cross; straight between its points on a map
/// of even degrees.
final class Line {

    /// A point of a piece lies within this share of the piece's length from one of its ends.
    private static final double WITHIN_A_PIECE = 0.6;

    private final List<Place> points;
    private final double south;
    private final double north;
    private final Place middle;
    private final double reachNauticalMiles;

    Line(List<Place> points) {
        this.points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a line has two points at least: " + points);
        }
        south = points.stream().mapToDouble(Place::latitudeDegrees).min().orElseThrow();
        north = points.stream().mapToDouble(Place::latitudeDegrees).max().orElseThrow();
        middle = points.get(points.size() / 2);
        double reach = 0;
        double longest = 0;
        for (int at = 0; at < points.size(); at++) {
            reach = Math.max(reach, GreatCircle.nauticalMiles(middle, points.get(at)));
            if (at > 0) {
                longest =
                        Math.max(
                                longest,
                                GreatCircle.nauticalMiles(points.get(at - 1), points.get(at)));
            }
        }
        reachNauticalMiles = reach + WITHIN_A_PIECE * longest;
    }

    /// Whether anything this near to a place can touch the line: most ways are nowhere near.
    boolean isWithin(Place place, double nauticalMiles) {
        return GreatCircle.nauticalMiles(middle, place) <= nauticalMiles + reachNauticalMiles;
    }

    /// @param from and `to` near enough for a map of even degrees: a few dozen miles apart
    boolean isCrossedBy(Place from, Place to) {
        if (isNorthOrSouthOf(from, to)) {
            return false;
        }
        double x0 = 0;
        double y0 = from.latitudeDegrees();
        double x1 = east(from, to);
        double y1 = to.latitudeDegrees();
        for (int at = 1; at < points.size(); at++) {
            Place begin = points.get(at - 1);
            Place end = points.get(at);
            double x2 = east(from, begin);
            double x3 = x2 + east(begin, end);
            if (crosses(x0, y0, x1, y1, x2, begin.latitudeDegrees(), x3, end.latitudeDegrees())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNorthOrSouthOf(Place from, Place to) {
        return north < Math.min(from.latitudeDegrees(), to.latitudeDegrees())
                || south > Math.max(from.latitudeDegrees(), to.latitudeDegrees());
    }

    private static double east(Place from, Place to) {
        return Math.IEEEremainder(to.longitudeDegrees() - from.longitudeDegrees(), 360);
    }

    private static boolean crosses(
            double ax,
            double ay,
            double bx,
            double by,
            double cx,
            double cy,
            double dx,
            double dy) {
        double one = side(ax, ay, bx, by, cx, cy);
        double two = side(ax, ay, bx, by, dx, dy);
        double three = side(cx, cy, dx, dy, ax, ay);
        double four = side(cx, cy, dx, dy, bx, by);
        return one > 0 != two > 0 && three > 0 != four > 0;
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }
}
