package org.fairlead.seas.water;

import java.util.List;
import java.util.Set;
import org.fairlead.seas.distance.Place;

/// A way over navigable water, and how short any way could be.
///
/// @param pathNauticalMiles a plausible way, drawn tight around the land: for showing
/// @param lowerBoundNauticalMiles no way is shorter: for excluding. Great circle on a sphere of the
///   mean radius at least; on the ellipsoid a straight way may be 0.56 % shorter than that, which
///   {@link #excludingNauticalMiles} takes off
/// @param rawNauticalMiles along the cells of the graph, up to 7 % too long: what fits even so can
///   certainly be sailed
/// @param way corners of the path from end to end
/// @param gates ids of the gates it leads through
/// @param guessedNauticalMiles how much of it is a guess because an end lies up a river the map
///   does not draw; 0 otherwise
public record SeaRoute(
        double pathNauticalMiles,
        double lowerBoundNauticalMiles,
        double rawNauticalMiles,
        List<Place> way,
        Set<String> gates,
        double guessedNauticalMiles) {

    /// Ratio of the earth's smallest radius of curvature to its mean radius.
    static final double ELLIPSOID = 0.9944;

    public SeaRoute {
        way = List.copyOf(way);
        gates = Set.copyOf(gates);
    }

    /// The lower bound with the shape of the earth taken off.
    public double excludingNauticalMiles() {
        return lowerBoundNauticalMiles * ELLIPSOID;
    }
}
