package org.fairlead.seas.water;

import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// A part of the sea between two parallels and two meridians, in degrees, not across 180.
record Window(double south, double north, double west, double east) {

    /// The Sea of Japan and its straits, where the reference case plays.
    static final Window THEATRE = new Window(33, 44, 126, 141);

    boolean holds(Place place) {
        return place.latitudeDegrees() >= south
                && place.latitudeDegrees() <= north
                && place.longitudeDegrees() >= west
                && place.longitudeDegrees() <= east;
    }

    /// No way that leaves the window on its way from one place to the other is shorter than this.
    double shortestWayOutAndBack(Place from, Place to) {
        double shortest = Double.MAX_VALUE;
        for (double step = 0; step <= 1; step += 0.005) {
            double latitude = south + step * (north - south);
            double longitude = west + step * (east - west);
            shortest = Math.min(shortest, over(from, to, new Place(latitude, west)));
            shortest = Math.min(shortest, over(from, to, new Place(latitude, east)));
            shortest = Math.min(shortest, over(from, to, new Place(south, longitude)));
            shortest = Math.min(shortest, over(from, to, new Place(north, longitude)));
        }
        return shortest;
    }

    private static double over(Place from, Place to, Place border) {
        return GreatCircle.nauticalMiles(from, border) + GreatCircle.nauticalMiles(border, to);
    }
}
