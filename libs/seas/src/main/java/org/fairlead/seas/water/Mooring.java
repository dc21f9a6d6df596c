package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.Comparator;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// Ties places to a web: to every node in sight within 25 nm.
final class Mooring {

    static final double REACH_NAUTICAL_MILES = 25;

    /// Up rivers that the map does not draw: Hamburg, Antwerp, New Orleans.
    static final double FAR_NAUTICAL_MILES = 120;

    /// How much more land than the nearest shore takes may lie before a port: its own quays.
    private static final double QUAY_NAUTICAL_MILES = 1;

    private final Web web;
    private final Sight sight;

    Mooring(Web web, Sight sight) {
        this.web = web;
        this.sight = sight;
    }

    /// Empty when no navigable water is near.
    Moorings tie(Place place, double reach) {
        record Near(int node, Place at, double miles, double ashore) {}
        var near = new ArrayList<Near>();
        web.near(
                place,
                reach,
                node -> {
                    Place at = web.place(node);
                    double miles = GreatCircle.nauticalMiles(place, at);
                    if (miles <= reach) {
                        near.add(new Near(node, at, miles, sight.nauticalMilesAshore(place, at)));
                    }
                });
        double shore = near.stream().mapToDouble(Near::ashore).min().orElse(0);
        double ashore = shore == 0 ? 0 : shore + QUAY_NAUTICAL_MILES;
        var seen =
                near.stream()
                        .filter(one -> one.ashore() <= ashore)
                        .filter(one -> sight.isClear(place, one.at(), one.ashore(), 0))
                        .sorted(Comparator.comparingInt(Near::node))
                        .toList();
        return new Moorings(
                seen.stream().mapToInt(Near::node).toArray(),
                seen.stream().mapToInt(one -> Search.units(one.miles())).toArray(),
                ashore,
                false);
    }

    /// As above; where nothing is in sight, to the nearest node as far as a long river.
    Moorings tieOrGuess(Place place) {
        var tied = tie(place, REACH_NAUTICAL_MILES);
        if (!tied.isEmpty()) {
            return tied;
        }
        int[] nearest = {-1};
        double[] miles = {FAR_NAUTICAL_MILES};
        web.near(
                place,
                FAR_NAUTICAL_MILES,
                node -> {
                    double distance = GreatCircle.nauticalMiles(place, web.place(node));
                    if (distance < miles[0]) {
                        miles[0] = distance;
                        nearest[0] = node;
                    }
                });
        return nearest[0] < 0
                ? tied
                : new Moorings(
                        new int[] {nearest[0]}, new int[] {Search.units(miles[0])}, miles[0], true);
    }
}
