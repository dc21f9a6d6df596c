package org.fairlead.ais.sea;

import java.util.OptionalDouble;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.PortArea;

/// The way between two places, never over-stated: what is too far by it is too far.
public interface SeaMiles {

    String GREAT_CIRCLE_BASIS = "great-circle";
    String SEA_BASIS = "sea";

    /// Nautical miles that no way between the two is shorter than.
    double atLeast(Place from, Place to);

    /// What the distances are: over water, or as the crow flies.
    String basis();

    /// A way that a ship would sail, in nautical miles; empty where none is known.
    default OptionalDouble path(Place from, Place to) {
        return OptionalDouble.empty();
    }

    default double atLeast(Place from, PortArea port) {
        return atLeast(from, port.centre());
    }

    /// Whether it is too far by the straight line already, which costs nothing to ask.
    default boolean isStraightBeyond(Place from, Place to, double nauticalMiles) {
        return GreatCircle.lowerBoundNauticalMiles(from, to) > nauticalMiles;
    }

    SeaMiles GREAT_CIRCLE =
            new SeaMiles() {
                @Override
                public double atLeast(Place from, Place to) {
                    return GreatCircle.lowerBoundNauticalMiles(from, to);
                }

                @Override
                public String basis() {
                    return GREAT_CIRCLE_BASIS;
                }
            };
}
