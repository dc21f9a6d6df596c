package org.fairlead.association.belief;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The speed a ship plausibly sails at: the 90th percentile of what she reported under way.
public final class PlausibleSpeed {

    private static final double QUANTILE = 0.9;

    private PlausibleSpeed() {}

    /// Empty where she reported too little to tell.
    ///
    /// @param underWayFromKnots slower reports are of a ship at anchor or adrift
    public static OptionalDouble of(double[] knots, double underWayFromKnots, int fewest) {
        double[] underWay =
                Arrays.stream(knots).filter(speed -> speed >= underWayFromKnots).sorted().toArray();
        if (underWay.length < fewest) {
            return OptionalDouble.empty();
        }
        // Between order statistics, as R's default (Hyndman and Fan 1996, type 7).
        double at = QUANTILE * (underWay.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, underWay.length - 1);
        return OptionalDouble.of(
                underWay[below] + (at - below) * (underWay[above] - underWay[below]));
    }
}
