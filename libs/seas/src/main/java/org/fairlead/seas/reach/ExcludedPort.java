package org.fairlead.seas.reach;

import org.fairlead.seas.port.Port;

/// A port a straight line would admit and the sea does not.
///
/// @param straightHours what the call takes along great circles
/// @param leastHours what it takes by sea at least; above the length of the silence
/// @param usualHours what it takes by sea, plausibly; infinite where there is no way
public record ExcludedPort(Port port, double straightHours, double leastHours, double usualHours) {}
