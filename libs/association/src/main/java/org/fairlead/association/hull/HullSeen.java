package org.fairlead.association.hull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an image shows of a hull. Everything may be absent: not stated.
///
/// @param lengthErrorMetres one standard deviation, as those below
/// @param isHeadingAmbiguous bow and stern cannot be told apart
/// @param isStill moored, anchored or alongside: her heading says nothing of where she sails
/// @param layout slugs of what stands where, such as `superstructure-aft`
public record HullSeen(
        @Nullable Double lengthMetres,
        @Nullable Double lengthErrorMetres,
        @Nullable Double beamMetres,
        @Nullable Double beamErrorMetres,
        @Nullable Double headingDegrees,
        @Nullable Double headingErrorDegrees,
        boolean isHeadingAmbiguous,
        boolean isStill,
        Set<String> layout) {

    /// Nothing stated.
    public static final HullSeen NOTHING =
            new HullSeen(null, null, null, null, null, null, false, false, Set.of());

    public HullSeen {
        layout = Set.copyOf(layout);
    }

    /// Only a length, with its standard deviation where stated.
    public static HullSeen ofLength(@Nullable Double metres, @Nullable Double errorMetres) {
        return new HullSeen(metres, errorMetres, null, null, null, null, false, false, Set.of());
    }
}
