package org.fairlead.association.ranking;

import java.util.UUID;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// What ranking needs of one silence.
///
/// @param startMillis of the last report, since the epoch
/// @param endMillis of the next report; of an open one how far it is held against sightings
/// @param to where she was heard next; absent while open
/// @param exclusionKnots she was never faster
/// @param plausibleKnots she is rarely faster
/// @param isSeveralShips several ships send under this number
public record IndexedSilence(
        UUID id,
        String mmsi,
        long startMillis,
        long endMillis,
        Place from,
        @Nullable Place to,
        double exclusionKnots,
        double plausibleKnots,
        HullKnown hull,
        boolean isSeveralShips) {

    public IndexedSilence {
        if (endMillis < startMillis) {
            throw new IllegalArgumentException("a silence ends after it starts: " + id);
        }
        if (!(exclusionKnots > 0 && plausibleKnots > 0)) {
            throw new IllegalArgumentException("a speed of %s is not above 0".formatted(id));
        }
    }

    public boolean isOpen() {
        return to == null;
    }
}
