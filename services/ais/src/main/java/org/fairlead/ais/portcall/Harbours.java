package org.fairlead.ais.portcall;

import java.util.List;
import org.fairlead.contracts.ais.PortRef;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.PortArea;

/// Where calls count.
public interface Harbours {

    /// Those whose area, widened by this much, holds the place; nearest first.
    List<Harbour> near(Place place, double kilometres);

    /// Those that lists derived from AIS do not show.
    List<Harbour> silent();

    /// No ports at all, for the open sea.
    Harbours NONE = of(List.of());

    static Harbours of(List<Harbour> all) {
        return new Harbours() {
            @Override
            public List<Harbour> near(Place place, double kilometres) {
                return all.stream()
                        .filter(one -> isOnTheWayThere(one, place, kilometres))
                        .filter(one -> one.kilometresOutside(place) <= kilometres)
                        .sorted(
                                java.util.Comparator.comparingDouble(
                                        one -> one.kilometresTo(place)))
                        .toList();
            }

            @Override
            public List<Harbour> silent() {
                return all.stream().filter(Harbour::isSilent).toList();
            }
        };
    }

    /// Whether the latitudes alone do not put it out of reach: most are, and that costs nothing.
    private static boolean isOnTheWayThere(Harbour one, Place place, double kilometres) {
        double north =
                Math.abs(place.latitudeDegrees() - one.area().centre().latitudeDegrees()) * 60;
        return north <= kilometres / 1.852 * 1.02 + one.area().radiusNauticalMiles();
    }

    /// A harbour by hand, for tests and imports.
    static Harbour harbour(
            String id,
            String name,
            String country,
            double latitude,
            double longitude,
            double miles) {
        return new Harbour(
                new PortRef(id, name, country.isEmpty() ? null : country),
                PortArea.circle(new Place(latitude, longitude), miles),
                true);
    }
}
