package org.fairlead.association.region;

import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// How much water a ship can be on at one instant of a silence: within what she can have sailed
/// from her last report, and within what she can sail until the next.
///
/// By two circles and the share of water about their intersection, because a search over the sea
/// for each of thousands of candidates would take minutes. Land that shields a part of it is not
/// known here, so the area is over-stated near capes and straits, and a ship's likelihood
/// under-stated.
public final class ReachableArea {

    private final WaterShare water;
    private final double leastSquareNauticalMiles;

    /// @param leastSquareNauticalMiles positions and times have errors: no ship's place is known
    ///   better than that
    public ReachableArea(WaterShare water, double leastSquareNauticalMiles) {
        this.water = water;
        this.leastSquareNauticalMiles = leastSquareNauticalMiles;
    }

    /// The two ends of a silence, worked out once for several speeds.
    public final class Ends {

        private final Place from;
        private final @Nullable Arc way;

        private Ends(Place from, @Nullable Place to) {
            this.from = from;
            this.way = to == null ? null : new Arc(from, to);
        }

        /// Square nautical miles.
        ///
        /// @param sailedMiles she can have sailed from the first end
        /// @param leftMiles she can sail to the second; of no matter where there is none
        public double within(double sailedMiles, double leftMiles) {
            if (way == null) {
                return watered(from, sailedMiles, SphericalLens.cap(sailedMiles));
            }
            double apart = way.nauticalMiles();
            double begin = Math.max(apart - leftMiles, -sailedMiles);
            double end = Math.min(sailedMiles, apart + leftMiles);
            double area = SphericalLens.area(apart, sailedMiles, leftMiles);
            return watered(way.at((begin + end) / 2), Math.sqrt(area / Math.PI), area);
        }
    }

    /// @param to absent for a ship not heard again: then only the first circle limits her
    public Ends between(Place from, @Nullable Place to) {
        return new Ends(from, to);
    }

    private double watered(Place centre, double radius, double area) {
        return Math.max(leastSquareNauticalMiles, area * water.about(centre, radius));
    }
}
