package org.fairlead.ais.portcall;

import org.fairlead.contracts.ais.PortRef;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.PortArea;

/// A port, anchorage or yard where a call counts: not a transfer area, which is open sea.
///
/// @param area the port with its approaches, and the doubt about its position
/// @param isSilent ships call here without showing up on AIS
public record Harbour(PortRef ref, PortArea area, boolean isSilent) {

    private static final double KILOMETRES_PER_NAUTICAL_MILE = 1.852;

    double radiusKilometres() {
        return area.radiusNauticalMiles() * KILOMETRES_PER_NAUTICAL_MILE;
    }

    public double kilometresTo(Place from) {
        return GreatCircle.nauticalMiles(from, area.centre()) * KILOMETRES_PER_NAUTICAL_MILE;
    }

    /// How far outside the area the place lies; 0 inside.
    public double kilometresOutside(Place from) {
        return area.milesOutside(from) * KILOMETRES_PER_NAUTICAL_MILE;
    }
}
