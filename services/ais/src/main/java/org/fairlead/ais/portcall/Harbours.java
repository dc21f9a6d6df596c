package org.fairlead.ais.portcall;

import java.util.List;
import org.fairlead.contracts.ais.PortRef;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.PortArea;

/// Where calls count.
public interface Harbours {

    /// Those whose area, widened by this much, holds the place; nearest first.
    List<Harbour> near(Place place, double kilometres);

    /// Whether there is any.
    boolean isNear(Place place, double kilometres);

    /// Those that lists derived from AIS do not show.
    List<Harbour> silent();

    /// No ports at all, for the open sea.
    Harbours NONE = of(List.of());

    static Harbours of(List<Harbour> all) {
        return new GriddedHarbours(all);
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
