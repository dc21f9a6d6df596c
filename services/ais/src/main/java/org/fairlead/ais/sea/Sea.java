package org.fairlead.ais.sea;

import java.util.OptionalDouble;
import org.fairlead.seas.distance.Place;

/// What the rules ask of the sea.
public interface Sea {

    SeaMiles miles();

    /// Nautical miles to the nearest land; empty where there is none within the limit.
    OptionalDouble offshore(Place place, double limitNauticalMiles);

    /// Water everywhere.
    Sea WITHOUT_LAND =
            new Sea() {
                @Override
                public SeaMiles miles() {
                    return SeaMiles.GREAT_CIRCLE;
                }

                @Override
                public OptionalDouble offshore(Place place, double limitNauticalMiles) {
                    return OptionalDouble.empty();
                }
            };
}
