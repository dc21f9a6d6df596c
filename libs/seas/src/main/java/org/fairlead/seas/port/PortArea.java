package org.fairlead.seas.port;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/// Where a port is: a circle, or an outline where one is known.
///
/// @param centre the point that stands for the port in distances
/// @param radiusNauticalMiles over 0 to 100: the port with its approaches, and the doubt about its
///   position. Beside an outline it holds the whole outline.
/// @param outline corners in order, the last joined to the first; empty for a circle, else at least
///   three
public record PortArea(Place centre, double radiusNauticalMiles, List<Place> outline) {

    private static final double LARGEST_NAUTICAL_MILES = 100;

    /// What rounding may add to the distance of a corner that gave the radius.
    private static final double ROUNDING_NAUTICAL_MILES = 0.01;

    public PortArea {
        outline = List.copyOf(outline);
        if (!(radiusNauticalMiles > 0 && radiusNauticalMiles <= LARGEST_NAUTICAL_MILES)) {
            throw new IllegalArgumentException(
                    "radius outside 0 to 100 nm: " + radiusNauticalMiles);
        }
        if (!outline.isEmpty() && outline.size() < 3) {
            throw new IllegalArgumentException(
                    "an outline has at least three corners: " + outline.size());
        }
    }

    public static PortArea circle(Place centre, double radiusNauticalMiles) {
        return new PortArea(centre, radiusNauticalMiles, List.of());
    }

    /// With the smallest radius around the centre that holds every corner.
    public static PortArea outlined(Place centre, List<Place> outline) {
        double radius =
                outline.stream()
                        .mapToDouble(corner -> GreatCircle.nauticalMiles(centre, corner))
                        .max()
                        .orElse(0);
        return new PortArea(centre, radius + ROUNDING_NAUTICAL_MILES, outline);
    }

    public boolean holds(Place place) {
        return milesOutside(place) <= 0;
    }

    /// How far outside the area the place lies, never over-stated for a circle; 0 inside.
    public double milesOutside(Place place) {
        double toCircle = GreatCircle.lowerBoundNauticalMiles(place, centre) - radiusNauticalMiles;
        if (outline.isEmpty() || toCircle > radiusNauticalMiles) {
            return Math.max(0, toCircle);
        }
        return milesToOutline(place);
    }

    /// On a plane that touches the earth at the place: fair over the size of a port.
    private double milesToOutline(Place place) {
        var ring = new ArrayList<Coordinate>();
        outline.forEach(corner -> ring.add(seenFrom(place, corner)));
        ring.add(ring.getFirst());
        var here = new Coordinate(0, 0);
        var corners = ring.toArray(Coordinate[]::new);
        return RayCrossingCounter.locatePointInRing(here, corners) == Location.EXTERIOR
                ? Distance.pointToSegmentString(here, corners)
                : 0;
    }

    private static Coordinate seenFrom(Place place, Place corner) {
        double east = Math.IEEEremainder(corner.longitudeDegrees() - place.longitudeDegrees(), 360);
        double north = corner.latitudeDegrees() - place.latitudeDegrees();
        double scale = Math.cos(Math.toRadians(place.latitudeDegrees()));
        return new Coordinate(east * scale * 60, north * 60);
    }
}
