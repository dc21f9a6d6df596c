package org.fairlead.association.transmitting;

import org.fairlead.association.hull.HullKnown;
import org.jspecify.annotations.Nullable;

/// A ship that transmitted around the time of a sighting.
///
/// @param before her last report up to that time; absent where there is none
/// @param after her first report from then on
public record Transmitting(
        String mmsi, @Nullable Report before, @Nullable Report after, HullKnown hull) {}
