package org.fairlead.bench.world;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.distance.Place;

/// Phases one after the other, each beginning where the one before ended.
final class Itinerary {

    private final Ship ship;
    private final List<Phase> phases = new ArrayList<>(6);
    private final Motion motion = new Motion();
    private Place base;
    private Phase.Offset offset = Phase.Offset.NONE;
    private long now;

    Itinerary(Ship ship, long now, Place base) {
        this.ship = ship;
        this.now = now;
        this.base = base;
    }

    long now() {
        return now;
    }

    Phase last() {
        return phases.getLast();
    }

    Phase[] phases() {
        return phases.toArray(Phase[]::new);
    }

    /// At the ship's own berth.
    Itinerary moored(Place port, long millis) {
        base = port;
        offset = ship.berth;
        var place =
                new Place(
                        Geometry.north(port.latitudeDegrees(), offset.north()),
                        Geometry.east(
                                port.latitudeDegrees(), port.longitudeDegrees(), offset.east()));
        phases.add(
                Phase.at(
                        Phase.Kind.MOORED,
                        now,
                        now + millis,
                        place,
                        0,
                        (int) ((ship.berth.north() + 0.25) * 700) % 360));
        now = last().to();
        return this;
    }

    Itinerary sail(Route route, double from, double to, double lane, Phase.Offset atEnd) {
        if (Math.abs(to - from) < 0.1) {
            return this;
        }
        phases.add(Phase.sailing(now, route, from, to, ship.knots, lane, offset, atEnd));
        now = last().to();
        offset = atEnd;
        last().at(now, motion);
        base =
                new Place(
                        Geometry.north(motion.latitude, -atEnd.north()),
                        Geometry.east(motion.latitude, motion.longitude, -atEnd.east()));
        return this;
    }

    /// At the place where the sailing before has ended.
    Itinerary stay(Phase.Kind kind, long millis, double radius, double angle) {
        return stayAt(base, kind, millis, radius, angle);
    }

    Itinerary stayAt(Place place, Phase.Kind kind, long millis, double radius, double angle) {
        base = place;
        phases.add(Phase.at(kind, now, now + millis, base, radius, angle));
        now = last().to();
        last().at(now, motion);
        offset =
                new Phase.Offset(
                        (motion.latitude - base.latitudeDegrees()) * Geometry.MILES_PER_DEGREE,
                        Geometry.turn(motion.longitude - base.longitudeDegrees())
                                * Geometry.MILES_PER_DEGREE
                                * Math.cos(Math.toRadians(base.latitudeDegrees())));
        return this;
    }

    Place base() {
        return base;
    }
}
