package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;

/// Whether a ship can go straight from one place to another: the great circle between them, looked
/// at every 0.8 km near land, stays on water and crosses no closed line.
final class Sight {

    /// 0.8 km: a spit narrower than that is no land on the scale of 1:10 million.
    static final double STEP_NAUTICAL_MILES = 0.8 / 1.852;

    /// Between two places that far apart the great circle is not looked for anew at each step.
    private static final double STRETCH_NAUTICAL_MILES = 10 * STEP_NAUTICAL_MILES;

    private static final double STRAIGHT_UP_TO_DEGREES = 80;

    /// A great circle is straight on a map of even degrees over this length, to within a mile.
    private static final double PIECE_NAUTICAL_MILES = 60;

    private final LandMask land;
    private final List<Line> closed;

    Sight(LandMask land, List<Line> closed) {
        this.land = land;
        this.closed = List.copyOf(closed);
    }

    boolean isClear(Place from, Place to) {
        return isClear(from, to, 0, 0);
    }

    /// @param ashoreFrom miles from the start in which land does not matter: a quay is land on the
    ///   map
    /// @param ashoreTo the same before the end
    boolean isClear(Place from, Place to, double ashoreFrom, double ashoreTo) {
        var arc = new Arc(from, to);
        if (crossesAClosedLine(from, arc)) {
            return false;
        }
        return (ashoreTo > 0 || !isLand(to))
                && isClear(from, arc, ashoreFrom, arc.nauticalMiles() - ashoreTo);
    }

    /// First the begin of each stretch, then all of each: a way over land is mostly found out by
    /// the first, at a tenth of the steps.
    private boolean isClear(Place from, Arc arc, double begin, double end) {
        var near = new ArrayList<Stretch>();
        double at = begin;
        Place here = at == 0 ? from : arc.at(at);
        while (at < end) {
            double clear = land.clearNauticalMiles(here.latitudeDegrees(), here.longitudeDegrees());
            boolean isNearLand = clear < STEP_NAUTICAL_MILES;
            if (isNearLand && isLand(here)) {
                return false;
            }
            double next = at + (isNearLand ? stretch(here) : clear);
            Place there = arc.at(Math.min(next, end));
            if (isNearLand) {
                near.add(new Stretch(here, there, Math.min(next, end) - at));
            }
            at = next;
            here = there;
        }
        for (Stretch stretch : near) {
            if (isOverLand(stretch.from(), stretch.to(), stretch.nauticalMiles())) {
                return false;
            }
        }
        return true;
    }

    private record Stretch(Place from, Place to, double nauticalMiles) {}

    private boolean isLand(Place place) {
        return land.isLand(place.latitudeDegrees(), place.longitudeDegrees());
    }

    /// Near the poles meridians run together too fast for a straight line on the map.
    private static double stretch(Place here) {
        return Math.abs(here.latitudeDegrees()) > STRAIGHT_UP_TO_DEGREES
                ? STEP_NAUTICAL_MILES
                : STRETCH_NAUTICAL_MILES;
    }

    /// Looked at step by step, behind the first place, along the straight line on the map, which
    /// over a few miles is the great circle to within a few metres and costs no trigonometry.
    private boolean isOverLand(Place from, Place to, double nauticalMiles) {
        double north = to.latitudeDegrees() - from.latitudeDegrees();
        double east = Math.IEEEremainder(to.longitudeDegrees() - from.longitudeDegrees(), 360);
        for (double at = STEP_NAUTICAL_MILES; at < nauticalMiles; at += STEP_NAUTICAL_MILES) {
            double share = at / nauticalMiles;
            double longitude = from.longitudeDegrees() + share * east;
            if (longitude > 180) {
                longitude -= 360;
            } else if (longitude < -180) {
                longitude += 360;
            }
            if (land.isLand(from.latitudeDegrees() + share * north, longitude)) {
                return true;
            }
        }
        return false;
    }

    private boolean crossesAClosedLine(Place from, Arc arc) {
        double half = arc.nauticalMiles() / 2;
        Place middle = arc.at(half);
        for (Line line : closed) {
            if (line.isWithin(middle, half) && isCrossed(line, from, arc)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCrossed(Line line, Place from, Arc arc) {
        int pieces = (int) Math.ceil(arc.nauticalMiles() / PIECE_NAUTICAL_MILES);
        Place begin = from;
        for (int piece = 1; piece <= pieces; piece++) {
            Place end = arc.at(arc.nauticalMiles() * piece / pieces);
            if (line.isCrossedBy(begin, end)) {
                return true;
            }
            begin = end;
        }
        return false;
    }

    /// Miles from the place to the first water towards another, by the same steps; 0 on water.
    double nauticalMilesAshore(Place from, Place to) {
        var arc = new Arc(from, to);
        double at = 0;
        while (at < arc.nauticalMiles()) {
            Place here = at == 0 ? from : arc.at(at);
            if (!land.isLand(here.latitudeDegrees(), here.longitudeDegrees())) {
                return at;
            }
            at += STEP_NAUTICAL_MILES;
        }
        return arc.nauticalMiles();
    }
}
