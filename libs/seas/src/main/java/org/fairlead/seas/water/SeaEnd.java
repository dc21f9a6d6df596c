package org.fairlead.seas.water;

import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// A place tied to the graph once, so that looking it up in a [SeaField] costs no search: for the
/// ends of silences, which are held against many sightings.
///
/// Of use with fields of the same graph only.
public final class SeaEnd {

    private final Place place;
    private final int node;
    private final double miles;
    private final int[] squares;

    private SeaEnd(Place place, int node, double miles, int[] squares) {
        this.place = place;
        this.node = node;
        this.miles = miles;
        this.squares = squares;
    }

    static SeaEnd of(Web web, Place place) {
        int[] nearest = {-1};
        double[] least = {Double.POSITIVE_INFINITY};
        double across = Math.max(0.01, Math.cos(Math.toRadians(place.latitudeDegrees())));
        web.near(
                place,
                SeaField.TIED_NAUTICAL_MILES,
                node -> {
                    double north = web.latitude(node) - place.latitudeDegrees();
                    double east =
                            Math.IEEEremainder(web.longitude(node) - place.longitudeDegrees(), 360)
                                    * across;
                    double square = north * north + east * east;
                    if (square < least[0]) {
                        least[0] = square;
                        nearest[0] = node;
                    }
                });
        double miles =
                nearest[0] < 0
                        ? Double.POSITIVE_INFINITY
                        : GreatCircle.nauticalMiles(place, web.place(nearest[0]));
        return new SeaEnd(
                place, nearest[0], miles, Web.squaresNear(place, SeaField.TIED_NAUTICAL_MILES));
    }

    public Place place() {
        return place;
    }

    /// -1 where no water is near.
    int node() {
        return node;
    }

    double miles() {
        return miles;
    }

    int[] squares() {
        return squares;
    }
}
