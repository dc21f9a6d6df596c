package org.fairlead.ais.sea;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fairlead.ais.memory.LastUsed;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.SeaRoute;

/// Ways over navigable water, every gate open: a ship may have passed what is closed for most. The
/// newest are kept, for the same ends and ports are asked for again and again.
///
/// Where no way is known the straight line stands in: weaker, never wrong.
final class WaterMiles implements SeaMiles {

    private static final int MOST_KEPT = 20_000;

    private final SeaDistance sea;
    private final LastUsed<Ends, Optional<Miles>> kept = new LastUsed<>(MOST_KEPT);

    private record Ends(Place from, Place to) {}

    private record Miles(double atLeast, double path) {}

    WaterMiles(SeaDistance sea) {
        this.sea = sea;
    }

    @Override
    public String basis() {
        return SEA_BASIS;
    }

    @Override
    public double atLeast(Place from, Place to) {
        double straight = GreatCircle.lowerBoundNauticalMiles(from, to);
        return miles(from, to).map(way -> Math.max(straight, way.atLeast())).orElse(straight);
    }

    @Override
    public OptionalDouble path(Place from, Place to) {
        var way = miles(from, to);
        return way.isPresent() ? OptionalDouble.of(way.get().path()) : OptionalDouble.empty();
    }

    private Optional<Miles> miles(Place from, Place to) {
        var ends = new Ends(from, to);
        synchronized (kept) {
            var known = kept.get(ends);
            if (known != null) {
                return known;
            }
        }
        var found = sea.between(from, to).map(WaterMiles::of);
        synchronized (kept) {
            kept.put(ends, found);
        }
        return found;
    }

    private static Miles of(SeaRoute route) {
        return new Miles(route.excludingNauticalMiles(), route.pathNauticalMiles());
    }
}
