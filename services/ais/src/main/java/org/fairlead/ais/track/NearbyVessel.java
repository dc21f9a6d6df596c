package org.fairlead.ais.track;

import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// A vessel that was near a place at a time.
///
/// @param uncertaintyNauticalMiles she was within this of the position, unless she sailed faster
///   than she said and than it took her from one report to the next; see `Uncertainty`
/// @param before last report up to that time; absent where the track only begins after it
/// @param after first report from that time on
/// @param isInterpolated the position lies on the great circle between the two
record NearbyVessel(
        VesselRef vessel,
        double latitudeDegrees,
        double longitudeDegrees,
        double distanceNauticalMiles,
        double uncertaintyNauticalMiles,
        @Nullable ReportedPosition before,
        @Nullable ReportedPosition after,
        boolean isInterpolated,
        boolean synthetic) {}
