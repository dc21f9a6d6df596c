package org.fairlead.bench.world;

import java.time.Instant;
import java.util.function.Consumer;
import org.fairlead.bench.world.Phase.Kind;
import org.fairlead.bench.world.Phase.Offset;
import org.fairlead.seas.distance.Place;

/// What a ship does next, by trade and trait, from one port to the next.
final class Planner {

    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;
    private static final double ANCHOR_CHAIN_MILES = 0.08;
    private static final double MEETING_FROM_PORT_MILES = 40;

    private final WorldSettings settings;
    private final Sea sea;
    private final Fleet fleet;
    private final Consumer<Truth> truth;
    private final long from;
    private final long to;

    Planner(WorldSettings settings, Sea sea, Fleet fleet, Consumer<Truth> truth) {
        this.settings = settings;
        this.sea = sea;
        this.fleet = fleet;
        this.truth = truth;
        from = settings.fromMillis();
        to = settings.toMillis();
    }

    /// A ship in the middle of what it does when the world begins.
    Ship launch(int index) {
        var dice = Dice.of(settings.seed(), 20, index);
        var ship =
                new Ship(index, dice, fleet.isClassA(index), fleet.knots(index), fleet.lane(index));
        int ports = sea.ports().size();
        ship.port =
                fleet.meets(index) || (index & 1) == 0 || !sharesIdentity(index)
                        ? Dice.of(settings.seed(), 21, index).below(ports)
                        : (Dice.of(settings.seed(), 21, index - 1).below(ports) + ports / 2)
                                % ports;
        ship.isLaden = dice.chance(0.5);
        ship.draughtMetres = draught(ship);
        once(ship);
        plan(ship, from - dice.hours(1, 240));
        while (ship.plan[ship.plan.length - 1].to() <= from) {
            plan(ship, ship.plan[ship.plan.length - 1].to());
        }
        while (ship.phase().to() <= from) {
            ship.at++;
        }
        return ship;
    }

    private boolean sharesIdentity(int index) {
        return fleet.sharesMmsi(index) || fleet.isCloned(index);
    }

    /// What happens to a ship at one moment of the world's time, whatever it does then.
    private void once(Ship ship) {
        var dice = ship.dice;
        if (fleet.switchesIdentity(ship.index)) {
            long at = from + (long) (dice.between(0.2, 0.7) * (to - from)) / 1_000 * 1_000;
            ship.switchesIdentityAt = at;
            off(
                    ship,
                    Truth.Cause.SWITCHED_OFF,
                    at - (long) dice.between(5 * MINUTE, 25 * MINUTE),
                    at + (long) dice.between(5 * MINUTE, 25 * MINUTE));
            truth.accept(
                    new Truth.IdentitySwitch(
                            ship.index,
                            Instant.ofEpochMilli(at),
                            fleet.identity(ship.index, 0),
                            fleet.identity(ship.index, 1)));
        }
        if (fleet.falsifies(ship.index)) {
            ship.falseFrom = from + (long) (dice.between(0.1, 0.6) * (to - from));
            ship.falseTo = ship.falseFrom + dice.hours(6, 24);
            ship.falsehood = dice.chance(0.5) ? Truth.Falsehood.CIRCLE : Truth.Falsehood.TELEPORT;
            truth.accept(
                    new Truth.FalsePositions(
                            ship.index,
                            fleet.identity(ship.index, 0).mmsi(),
                            null,
                            ship.falsehood,
                            Instant.ofEpochMilli(ship.falseFrom),
                            Instant.ofEpochMilli(ship.falseTo)));
        }
    }

    /// The next phase, planned when the last one of the plan is over.
    void advance(Ship ship) {
        if (ship.at + 1 < ship.plan.length) {
            ship.at++;
        } else {
            plan(ship, ship.phase().to());
        }
    }

    private void plan(Ship ship, long at) {
        ship.at = 0;
        ship.cycle++;
        if (fleet.meets(ship.index)) {
            meet(ship, at);
            return;
        }
        switch (fleet.behaviour(ship.index)) {
            case CARGO, TANKER, CONTAINER -> voyage(ship, at);
            case FERRY -> shuttle(ship, at);
            case FISHING -> fish(ship, at);
            case PLEASURE -> dayTrip(ship, at);
            case LAID_UP -> lieUp(ship, at);
        }
    }

    private Port port(int index) {
        return sea.ports().get(index);
    }

    private void voyage(Ship ship, long at) {
        var dice = ship.dice;
        var here = port(ship.port);
        var there =
                dice.chance(0.8)
                        ? sea.near(here, dice.below(12))
                        : sea.near(here, dice.below(sea.ports().size() - 1));
        var plan = new Itinerary(ship, at, here.place());
        plan.moored(here.place(), dice.hours(12, 48));
        called(ship, here, plan.last(), false);
        load(ship, here, plan.now());
        long departs = plan.now();
        boolean goesDark = fleet.switchesOff(ship.index);
        if (goesDark
                && Math.floorMod(Dice.of(settings.seed(), 22, ship.index).next(), 1000L)
                        < settings.shares().callsDark()) {
            darkCall(ship, here, there, plan);
        } else {
            sailTo(ship, here, there, plan);
            long hours = (plan.now() - departs) / HOUR;
            if (goesDark && hours > 10) {
                long begin = departs + (long) (dice.between(0.15, 0.5) * hours * HOUR);
                off(
                        ship,
                        Truth.Cause.SWITCHED_OFF,
                        begin,
                        Math.min(begin + dice.hours(6, 96), plan.now() - HOUR));
                blip(ship);
            }
            if (fleet.antennaFails(ship.index) && hours > 10) {
                long begin = departs + (long) (dice.between(0.1, 0.4) * hours * HOUR);
                off(
                        ship,
                        Truth.Cause.ANTENNA_FAILURE,
                        begin,
                        Math.min(begin + dice.hours(8, 48), plan.now() - HOUR));
            }
        }
        sets(ship, here, there, departs, plan.now());
        ship.port = there.index();
        ship.plan = plan.phases();
    }

    private void sailTo(Ship ship, Port here, Port there, Itinerary plan) {
        var dice = ship.dice;
        var route = sea.route(here, there);
        double mile = 0;
        double miles = route.miles();
        if (fleet.loiters(ship.index) && miles > 150) {
            mile = miles * dice.between(0.35, 0.65);
            plan.sail(route, 0, mile, ship.lane, Offset.NONE);
            plan.stay(Kind.DRIFTING, dice.hours(5, 20), 0, 0);
            if (isSeen(plan.last())) {
                truth.accept(
                        new Truth.Loitering(
                                ship.index, plan.base(), from(plan.last()), to(plan.last())));
            }
        }
        if (dice.chance(0.35) && miles - mile > 40) {
            double roads = miles - dice.between(4, 9);
            double angle = dice.between(0, 360);
            plan.sail(route, mile, roads, ship.lane, Offset.of(angle, ANCHOR_CHAIN_MILES));
            plan.stay(Kind.ANCHORED, dice.hours(3, 40), ANCHOR_CHAIN_MILES, angle);
            anchored(ship, plan);
            mile = roads;
        }
        plan.sail(route, mile, miles, ship.lane, ship.berth);
    }

    private void anchored(Ship ship, Itinerary plan) {
        if (isSeen(plan.last())) {
            truth.accept(
                    new Truth.Anchored(
                            ship.index, plan.base(), from(plan.last()), to(plan.last())));
        }
    }

    /// Says it sails from here to there, and calls at a third port in between.
    private void darkCall(Ship ship, Port here, Port there, Itinerary plan) {
        var dice = ship.dice;
        var secret = sea.near(here, dice.below(5));
        if (secret.equals(there)) {
            secret = sea.near(here, 5);
        }
        var out = sea.route(here, secret);
        long left = plan.now();
        plan.sail(out, 0, out.miles(), ship.lane, ship.berth);
        long begin = left + (long) (dice.between(0.3, 0.7) * (plan.now() - left));
        plan.moored(secret.place(), dice.hours(12, 36));
        called(ship, secret, plan.last(), true);
        load(ship, secret, plan.now());
        var on = sea.route(secret, there);
        left = plan.now();
        plan.sail(on, 0, on.miles(), ship.lane, ship.berth);
        off(
                ship,
                Truth.Cause.SWITCHED_OFF,
                begin,
                left + (long) (dice.between(0.2, 0.5) * (plan.now() - left)));
        blip(ship);
    }

    private void off(Ship ship, Truth.Cause cause, long begin, long end) {
        ship.offCause = cause;
        ship.offFrom = begin;
        ship.offTo = end;
        ship.blipFrom = Ship.NEVER;
        ship.blipTo = Ship.NEVER;
    }

    private void blip(Ship ship) {
        var dice = ship.dice;
        boolean isWanted =
                Math.floorMod(Dice.of(settings.seed(), 23, ship.index).next(), 1000L)
                        < settings.shares().blips();
        if (isWanted && ship.offTo - ship.offFrom > 13 * HOUR) {
            ship.blipFrom =
                    ship.offFrom + (long) (dice.between(0.45, 0.55) * (ship.offTo - ship.offFrom));
            ship.blipTo = ship.blipFrom + (long) dice.between(10 * MINUTE, 40 * MINUTE);
        }
    }

    private void shuttle(Ship ship, long at) {
        var dice = ship.dice;
        var home = Dice.of(settings.seed(), 21, ship.index).below(sea.ports().size());
        var here = port(ship.port);
        var there = ship.port == home ? sea.near(here, 0) : port(home);
        var plan = new Itinerary(ship, at, here.place());
        plan.moored(here.place(), dice.hours(0.7, 3));
        called(ship, here, plan.last(), false);
        long departs = plan.now();
        var route = sea.route(here, there);
        plan.sail(route, 0, route.miles(), ship.lane, ship.berth);
        sets(ship, here, there, departs, plan.now());
        ship.port = there.index();
        ship.plan = plan.phases();
    }

    private void fish(Ship ship, long at) {
        var dice = ship.dice;
        var here = port(ship.port);
        var route = sea.route(here, sea.near(here, dice.below(4)));
        double radius = dice.between(1.5, 4);
        double ground = Math.min(route.miles() / 2, dice.between(12, 60));
        var plan = new Itinerary(ship, at, here.place());
        plan.moored(here.place(), dice.hours(8, 40));
        called(ship, here, plan.last(), false);
        ship.destination = "FISHING GROUNDS";
        plan.sail(route, 0, ground, ship.lane, Offset.NONE);
        plan.stay(Kind.FISHING, Phase.figureOfEightMillis(radius) * (2 + dice.below(6)), radius, 0);
        if (isSeen(plan.last())) {
            truth.accept(
                    new Truth.Fishing(
                            ship.index, plan.base(), radius, from(plan.last()), to(plan.last())));
        }
        plan.sail(route, ground, 0, -ship.lane, ship.berth);
        ship.arrivesAt = plan.now();
        ship.plan = plan.phases();
    }

    private void dayTrip(Ship ship, long at) {
        var dice = ship.dice;
        var here = port(ship.port);
        var route = sea.route(here, sea.near(here, dice.below(3)));
        double out = Math.min(route.miles() / 3, dice.between(4, 15));
        var plan = new Itinerary(ship, at, here.place());
        plan.moored(here.place(), dice.hours(18, 120));
        called(ship, here, plan.last(), false);
        plan.sail(route, 0, out, ship.lane, Offset.NONE);
        // The lane of the way back lies on the other side of the line: minus keeps it where it is.
        plan.sail(route, out, 0, -ship.lane, ship.berth);
        ship.plan = plan.phases();
    }

    private void lieUp(Ship ship, long at) {
        var here = port(ship.port);
        var route = sea.route(here, sea.near(here, 0));
        double mile = Math.min(route.miles() / 2, 3 + ship.lane);
        var place = route.placeAt(mile);
        var roads =
                new Place(
                        Geometry.north(place.latitudeDegrees(), ship.berth.north() * 2),
                        Geometry.east(
                                place.latitudeDegrees(),
                                place.longitudeDegrees(),
                                ship.berth.east() * 2));
        var plan = new Itinerary(ship, at, roads);
        plan.stay(Kind.ANCHORED, 1_488 * HOUR, ANCHOR_CHAIN_MILES, 0);
        anchored(ship, plan);
        ship.plan = plan.phases();
    }

    /// Both partners plan the same meeting, one in each period, from the pair's own dice; each lies
    /// at home until it is time to leave, and is back before the period ends.
    private void meet(Ship ship, long at) {
        int pair = ship.index >> 1;
        var fixed = Dice.of(settings.seed(), 24, pair);
        var home = port(fixed.below(sea.ports().size()));
        var other = sea.near(home, fixed.below(4));
        int rank = 4;
        while (sea.miles(home, other) < 2 * MEETING_FROM_PORT_MILES + 20) {
            other = sea.near(home, rank++);
        }
        var route = sea.route(home, other);
        double miles = route.miles();
        boolean isFirst = (ship.index & 1) == 0;
        double slowest = Math.min(fleet.knots(pair * 2), fleet.knots(pair * 2 + 1));
        long period = 2 * Phase.sailingMillis(miles, slowest) + 50 * HOUR;
        long round = Math.floorDiv(at, period) + 1;
        var dice = Dice.of(settings.seed(), 25 + pair * 64L, round);
        double mile = dice.between(MEETING_FROM_PORT_MILES, miles - MEETING_FROM_PORT_MILES);
        long meets = round * period + Phase.sailingMillis(miles, slowest) + dice.hours(4, 24);
        long parts = meets + dice.hours(2.5, 10);
        double metres = dice.between(40, 180);
        double angle = dice.between(0, 360) + (isFirst ? 0 : 180);
        double own = isFirst ? mile : miles - mile;
        long late = Phase.sailingMillis(own, ship.knots);
        var plan = new Itinerary(ship, at, isFirst ? home.place() : other.place());
        var port = isFirst ? home : other;
        plan.moored(port.place(), meets - late - at);
        called(ship, port, plan.last(), false);
        double begin = isFirst ? 0 : miles;
        double radius = metres / 1_852 / 2;
        plan.sail(route, begin, mile, 0, Offset.of(angle, radius));
        // The very same place for both, which the ends of two sailings would not be.
        var place = route.placeAt(mile);
        plan.stayAt(place, Kind.DRIFTING, parts - plan.now(), radius, angle);
        if (isFirst && isSeen(plan.last())) {
            truth.accept(
                    new Truth.Encounter(
                            ship.index,
                            ship.index + 1,
                            place,
                            metres,
                            from(plan.last()),
                            to(plan.last())));
        }
        plan.sail(route, mile, begin, 0, ship.berth);
        ship.destination = port.code();
        ship.plan = plan.phases();
    }

    private void load(Ship ship, Port here, long at) {
        double before = ship.draughtMetres;
        ship.isLaden = !ship.isLaden;
        ship.draughtMetres = draught(ship);
        if (at >= from && at < to) {
            truth.accept(
                    new Truth.DraughtChange(
                            ship.index,
                            Instant.ofEpochMilli(at),
                            here.code(),
                            before,
                            ship.draughtMetres));
        }
    }

    private double draught(Ship ship) {
        int length = fleet.identity(ship.index, 0).lengthMetres();
        double laden = Math.max(1.5, length * 0.055);
        double share = ship.isLaden ? ship.dice.between(0.85, 1) : ship.dice.between(0.5, 0.65);
        return Math.round(laden * share * 10) / 10.0;
    }

    private void sets(Ship ship, Port here, Port there, long departs, long arrives) {
        ship.destination = there.code();
        ship.arrivesAt = arrives;
        if (departs < to && arrives > from) {
            truth.accept(
                    new Truth.Voyage(
                            ship.index,
                            here.code(),
                            there.code(),
                            Instant.ofEpochMilli(departs),
                            Instant.ofEpochMilli(arrives),
                            ship.draughtMetres,
                            ship.destination));
        }
    }

    private void called(Ship ship, Port port, Phase phase, boolean isDark) {
        if (isSeen(phase)) {
            truth.accept(
                    new Truth.PortCall(
                            ship.index, port.code(), port.place(), from(phase), to(phase), isDark));
        }
    }

    private boolean isSeen(Phase phase) {
        return phase.from() < to && phase.to() > from;
    }

    private static Instant from(Phase phase) {
        return Instant.ofEpochMilli(phase.from());
    }

    private static Instant to(Phase phase) {
        return Instant.ofEpochMilli(phase.to());
    }
}
