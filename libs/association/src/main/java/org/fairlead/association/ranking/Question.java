package org.fairlead.association.ranking;

import org.fairlead.association.hull.HullSeen;
import org.fairlead.seas.distance.Place;

/// A ship seen at one place at some instant of an interval.
///
/// @param toleranceNauticalMiles that may be lacking without excluding anybody
/// @param lengthGate half the width around a stated length, as a share of it and in metres, beyond
///   which the length seen is another ship's: whichever is more
public record Question(
        Place place,
        long fromMillis,
        long toMillis,
        double toleranceNauticalMiles,
        HullSeen hull,
        LengthGate lengthGate) {

    /// @param share of a stated length
    public record LengthGate(double share, double metres) {

        /// Whether the length seen differs from all of these by more than that. Without either,
        /// nothing differs.
        public boolean isOther(@org.jspecify.annotations.Nullable Double seen, int[] stated) {
            if (seen == null || stated.length == 0) {
                return false;
            }
            for (int length : stated) {
                if (Math.abs(seen - length) <= Math.max(share * length, metres)) {
                    return false;
                }
            }
            return true;
        }
    }
}
