package org.fairlead.association.transmitting;

import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// One report of a transmitting ship.
///
/// @param atMillis since the epoch
/// @param knots over ground; absent when not sent
public record Report(long atMillis, Place place, @Nullable Double knots) {}
