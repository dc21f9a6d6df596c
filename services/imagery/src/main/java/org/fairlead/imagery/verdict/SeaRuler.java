package org.fairlead.imagery.verdict;

import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaDistance;

/// By sea. Where no way is known, as from an anchorage our map takes for land, the straight line
/// stands in: weaker, never wrong.
record SeaRuler(SeaDistance sea) implements Ruler {

    @Override
    public Length between(Place from, Place to) {
        return sea.between(from, to)
                .map(route ->
                        new Length(
                                Math.max(
                                        route.excludingNauticalMiles(),
                                        GREAT_CIRCLE.between(from, to).least()),
                                route.pathNauticalMiles(),
                                route.way()))
                .orElseGet(() -> GREAT_CIRCLE.between(from, to));
    }

    @Override
    public String method() {
        return Verdict.SEA_LOWER_BOUND;
    }
}
