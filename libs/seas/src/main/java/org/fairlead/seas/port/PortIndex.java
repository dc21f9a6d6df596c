package org.fairlead.seas.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fairlead.seas.distance.Place;

/// Ports by the squares of one degree that their areas touch.
final class PortIndex {

    private static final int AROUND = 360;
    private static final double MILES_PER_DEGREE = 60;

    /// One minute of latitude is up to 0.6 % shorter than a nautical mile at the equator.
    private static final double SPARE = 1.01;

    private final Map<Integer, List<Port>> squares = new HashMap<>();

    PortIndex(List<Port> ports) {
        for (Port port : ports) {
            for (int square : squares(port.place(), port.radiusNauticalMiles())) {
                squares.computeIfAbsent(square, key -> new ArrayList<>(2)).add(port);
            }
        }
    }

    /// At least every port within these miles of the place, each once.
    Stream<Port> around(Place place, double nauticalMiles) {
        var touched = squares(place, nauticalMiles);
        if (touched.size() == 1) {
            return squares.getOrDefault(touched.iterator().next(), List.of()).stream();
        }
        return touched.stream()
                .flatMap(square -> squares.getOrDefault(square, List.of()).stream())
                .distinct();
    }

    private static Set<Integer> squares(Place place, double nauticalMiles) {
        double north = nauticalMiles / MILES_PER_DEGREE * SPARE;
        int first = (int) Math.floor(Math.max(-90, place.latitudeDegrees() - north));
        int last = (int) Math.floor(Math.min(90, place.latitudeDegrees() + north));
        double farthest =
                Math.min(
                        90,
                        Math.max(
                                Math.abs(place.latitudeDegrees() - north),
                                Math.abs(place.latitudeDegrees() + north)));
        double east = Math.min(180, north / Math.max(1e-6, Math.cos(Math.toRadians(farthest))));
        int west = (int) Math.floor(place.longitudeDegrees() - east);
        int end = (int) Math.floor(place.longitudeDegrees() + east);
        var found = new LinkedHashSet<Integer>();
        for (int row = first; row <= last; row++) {
            for (int column = west; column <= end; column++) {
                found.add(row * AROUND + Math.floorMod(column, AROUND));
            }
        }
        return found;
    }
}
