package org.fairlead.imagery.verdict;

import java.util.List;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// How the way between two places is measured.
interface Ruler {

    /// By the straight line: weak, quick, and never wrong.
    Ruler GREAT_CIRCLE =
            new Ruler() {

                @Override
                public Length between(Place from, Place to) {
                    return new Length(GreatCircle.lowerBoundNauticalMiles(from, to), null, null);
                }

                @Override
                public String method() {
                    return Verdict.GREAT_CIRCLE_LOWER_BOUND;
                }
            };

    Length between(Place from, Place to);

    /// As verdicts name it.
    String method();

    /// Nautical miles.
    ///
    /// @param least no way is shorter
    /// @param path a plausible way; absent where it was not measured
    /// @param way its corners from end to end; absent where it was not drawn
    record Length(double least, @Nullable Double path, @Nullable List<Place> way) {}
}
