package org.fairlead.association.ranking;

import org.fairlead.association.hull.HullSettings;

/// How candidates are weighed.
///
/// @param fasterThanPlausibleShare of the time she is faster than her plausible speed
/// @param leastAreaSquareNauticalMiles no ship's place is known better
/// @param neverTransmittingPerMillionSquareNauticalMiles ships of the sea that never transmit: the
///   prior of all others
/// @param trafficWithinNauticalMiles reports of hers within that count as having been here before
/// @param trafficWeight what each other silence that began or ended here adds to her prior of 1
/// @param trafficMost how many of them count
/// @param othersKept how many of the nearest ships that are no candidates are told
/// @param keptWithinNauticalMiles how far away such a ship may have fallen silent
/// @param chanceWindowMillis to either side of the sighting
public record RankSettings(
        double fasterThanPlausibleShare,
        double leastAreaSquareNauticalMiles,
        double neverTransmittingPerMillionSquareNauticalMiles,
        double trafficWithinNauticalMiles,
        double trafficWeight,
        int trafficMost,
        int othersKept,
        double keptWithinNauticalMiles,
        long chanceWindowMillis,
        HullSettings hull) {

    /// As an installation has them where nobody sets anything.
    public static final RankSettings DEFAULTS =
            new RankSettings(
                    0.10, 100, 75, 60, 1, 9, 200, 1_000, 30 * 86_400_000L, HullSettings.DEFAULTS);

    /// The same with another window for the chance rate.
    public RankSettings withChanceWindow(long millis) {
        return new RankSettings(
                fasterThanPlausibleShare,
                leastAreaSquareNauticalMiles,
                neverTransmittingPerMillionSquareNauticalMiles,
                trafficWithinNauticalMiles,
                trafficWeight,
                trafficMost,
                othersKept,
                keptWithinNauticalMiles,
                millis,
                hull);
    }
}
