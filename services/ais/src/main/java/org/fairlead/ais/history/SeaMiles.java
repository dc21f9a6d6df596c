package org.fairlead.ais.history;

import org.fairlead.ais.portcall.Harbour;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// The way between two places, never over-stated: what is too far by it is too far.
interface SeaMiles {

    double atLeast(Place from, Place to);

    default double atLeast(Place from, Harbour port) {
        return atLeast(from, port.area().centre());
    }

    SeaMiles GREAT_CIRCLE = GreatCircle::lowerBoundNauticalMiles;
}
