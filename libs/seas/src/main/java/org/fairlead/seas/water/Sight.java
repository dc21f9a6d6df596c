package org.fairlead.seas.water;

import java.util.List;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;

/// Whether a ship can go straight from one place to another: the great circle between them, looked
/// at every 0.8 km near land, stays on water and crosses no closed line.
final class Sight {

    /// 0.8 km: a spit narrower than that is no land on the scale of 1:10 million.
    static final double STEP_NAUTICAL_MILES = 0.8 / 1.852;

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
        double end = arc.nauticalMiles() - ashoreTo;
        double at = ashoreFrom;
        while (at < end) {
            Place here = at == 0 ? from : arc.at(at);
            if (land.isLand(here.latitudeDegrees(), here.longitudeDegrees())) {
                return false;
            }
            at +=
                    Math.max(
                            STEP_NAUTICAL_MILES,
                            land.clearNauticalMiles(
                                    here.latitudeDegrees(), here.longitudeDegrees()));
        }
        return ashoreTo > 0 || !land.isLand(to.latitudeDegrees(), to.longitudeDegrees());
    }

    private boolean crossesAClosedLine(Place from, Arc arc) {
        int pieces = (int) Math.ceil(arc.nauticalMiles() / PIECE_NAUTICAL_MILES);
        Place begin = from;
        for (int piece = 1; piece <= pieces && !closed.isEmpty(); piece++) {
            Place end = arc.at(arc.nauticalMiles() * piece / pieces);
            for (Line line : closed) {
                if (line.isCrossedBy(begin, end)) {
                    return true;
                }
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
