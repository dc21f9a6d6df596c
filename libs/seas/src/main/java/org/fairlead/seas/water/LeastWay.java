package org.fairlead.seas.water;

import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// From one place straight to nodes, never over-stated: as {@link
/// GreatCircle#lowerBoundNauticalMiles} has it to a few hundredths of a mile, and at a tenth of the
/// cost.
final class LeastWay {

    /// Of the sphere that never over-states.
    private static final double RADIUS_NAUTICAL_MILES =
            GreatCircle.lowerBoundNauticalMiles(new Place(0, 0), new Place(0, 90)) * 2 / Math.PI;

    /// Unit vectors of single precision are good for half a thousandth of a mile at either end.
    private static final double ROUNDING_NAUTICAL_MILES = 0.001;

    private final Web web;
    private final double x;
    private final double y;
    private final double z;

    LeastWay(Web web, Place place) {
        this.web = web;
        double cosine = Math.cos(Math.toRadians(place.latitudeDegrees()));
        x = cosine * Math.cos(Math.toRadians(place.longitudeDegrees()));
        y = cosine * Math.sin(Math.toRadians(place.longitudeDegrees()));
        z = Math.sin(Math.toRadians(place.latitudeDegrees()));
    }

    /// By the chord and the first terms of the series of its arc, all of which are positive.
    double nauticalMiles(int node) {
        double dx = web.x(node) - x;
        double dy = web.y(node) - y;
        double dz = web.z(node) - z;
        double square = dx * dx + dy * dy + dz * dz;
        double arc =
                Math.sqrt(square)
                        * (1 + square * (1.0 / 24 + square * (3.0 / 640 + square * 5 / 7168)));
        return Math.max(0, arc * RADIUS_NAUTICAL_MILES - ROUNDING_NAUTICAL_MILES);
    }
}
