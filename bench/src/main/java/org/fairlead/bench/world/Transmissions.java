package org.fairlead.bench.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fairlead.bench.world.Truth.Cause;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// What a ship sends when (intervals of ITU-R M.1371-5, table 1), and who hears it.
final class Transmissions {

    private static final long MINUTE = 60_000;
    private static final long STATIC_MILLIS = 6 * MINUTE;
    private static final long SLOW_MILLIS = 3 * MINUTE;
    private static final long OFF_STEP_MILLIS = 10 * MINUTE;
    private static final long SILENCE_MILLIS = 120 * MINUTE;
    private static final long RANGE_KNOWN_MILLIS = 5 * MINUTE;
    private static final long RANGE_KNOWN_MOORED_MILLIS = 60 * MINUTE;
    private static final long LEAST_TRAVEL_MILLIS = 80;
    private static final double TURNING_DEGREES_PER_MINUTE = 5;
    private static final int MOST_PENDING_OF_SATELLITES = 500_000;
    private static final double SATELLITE_HEARS_BUSY_WATERS = 0.08;
    private static final double SATELLITE_HEARS_CLASS_B = 0.15;
    private static final double SATELLITE_HEARS_STATIC = 0.1;

    private final WorldSettings settings;
    private final Fleet fleet;
    private final Planner planner;
    private final Stations stations;
    private final Zones zones;
    private final Orbit[] orbits;
    private final Pending pending;
    private final Consumer<Truth> truth;
    private final Motion motion = new Motion();
    private final MessageBits bits = new MessageBits();
    private final long from;
    private final long to;
    private final long truthEvery;
    private final boolean isPerfect;

    private long positionsSent;
    private long positionsHeard;
    private long satelliteOverflow;

    Transmissions(
            WorldSettings settings,
            Sea sea,
            Fleet fleet,
            Planner planner,
            Stations stations,
            Pending pending,
            Consumer<Truth> truth) {
        this.settings = settings;
        this.fleet = fleet;
        this.planner = planner;
        this.stations = stations;
        this.pending = pending;
        this.truth = truth;
        from = settings.fromMillis();
        to = settings.toMillis();
        isPerfect = settings.isPerfect();
        truthEvery = settings.truePositionEvery().toMillis();
        zones = new Zones(settings, sea);
        zones.tell(truth);
        orbits = new Orbit[stations.satellites().size()];
        for (int i = 0; i < orbits.length; i++) {
            orbits[i] = new Orbit(settings.seed(), i);
        }
    }

    long positionsSent() {
        return positionsSent;
    }

    long positionsHeard() {
        return positionsHeard;
    }

    long satelliteOverflow() {
        return satelliteOverflow;
    }

    /// Says who the ship is; when it first has something to send.
    long begin(Ship ship) {
        int index = ship.index;
        var traits = new ArrayList<String>();
        if (fleet.meets(index)) {
            traits.add("rendezvous");
        }
        if (fleet.sharesMmsi(index)) {
            traits.add("shared_mmsi");
        }
        if (fleet.isCloned(index)) {
            traits.add((index & 1) == 0 ? "cloned" : "clone");
        }
        if (fleet.switchesOff(index)) {
            traits.add("switches_off");
        }
        if (fleet.antennaFails(index)) {
            traits.add("antenna_fails");
        }
        if (fleet.switchesIdentity(index)) {
            traits.add("switches_identity");
        }
        if (fleet.loiters(index)) {
            traits.add("loiters");
        }
        if (fleet.falsifies(index)) {
            traits.add("falsifies");
        }
        var identity = fleet.identity(index, 0);
        truth.accept(
                new Truth.Ship(
                        index,
                        identity,
                        ship.isClassA ? 'A' : 'B',
                        fleet.behaviour(index).name().toLowerCase(java.util.Locale.ROOT),
                        List.copyOf(traits)));
        if ((index & 1) == 1 && (fleet.sharesMmsi(index) || fleet.isCloned(index))) {
            truth.accept(
                    new Truth.SameMmsi(identity.mmsi(), index - 1, index, fleet.isCloned(index)));
        }
        long first = from + (long) (ship.dice.unit() * SLOW_MILLIS);
        ship.nextStaticAt = from + (long) (ship.dice.unit() * STATIC_MILLIS);
        ship.nextTruthAt = truthEvery == 0 ? Ship.NEVER : from;
        ship.steppedAt = first;
        return first;
    }

    /// Everything a ship does at one moment; when its next one is.
    long step(Ship ship, long now) {
        while (now >= ship.phase().to()) {
            planner.advance(ship);
        }
        ship.phase().at(now, motion);
        long elapsed = now - ship.steppedAt;
        ship.steppedAt = now;
        if (now >= ship.nextTruthAt) {
            tellTrueMotion(ship, now);
        }
        if (ship.isOff(now)) {
            return skip(ship, now, elapsed);
        }
        if (now >= ship.rangeKnownUntil) {
            boolean isMoored = ship.phase().kind() == Phase.Kind.MOORED;
            stations.range(
                    ship,
                    motion,
                    isMoored
                            ? Math.min(
                                    ship.phase().to() + RANGE_KNOWN_MILLIS,
                                    now + RANGE_KNOWN_MOORED_MILLIS)
                            : now + RANGE_KNOWN_MILLIS);
            enterZone(ship, now);
        }
        double trueLatitude = motion.latitude;
        double trueLongitude = motion.longitude;
        falsify(ship, now);
        Cause missed = transmit(ship, now, trueLatitude, trueLongitude);
        if (missed == null) {
            motion.latitude = trueLatitude;
            motion.longitude = trueLongitude;
            heard(ship, now);
        } else {
            ship.silent(missed, elapsed);
        }
        return now + interval(ship);
    }

    private void tellTrueMotion(Ship ship, long now) {
        truth.accept(
                new Truth.TruePosition(
                        ship.index,
                        Instant.ofEpochMilli(now),
                        new Place(motion.latitude, Geometry.turn(motion.longitude)),
                        motion.knots,
                        motion.course));
        while (ship.nextTruthAt <= now) {
            ship.nextTruthAt += truthEvery;
        }
    }

    private long skip(Ship ship, long now, long elapsed) {
        if (ship.offTold != ship.offFrom) {
            tellOff(ship);
        }
        ship.silent(ship.offCause, elapsed);
        ship.nextStaticAt = now;
        long next = Math.min(now + OFF_STEP_MILLIS, Math.max(now + 1, ship.offTo));
        return now < ship.blipFrom ? Math.min(next, ship.blipFrom) : next;
    }

    private void tellOff(Ship ship) {
        ship.offTold = ship.offFrom;
        int mmsi = fleet.identity(ship.index, ship.generation(ship.offFrom)).mmsi();
        truth.accept(
                new Truth.NotTransmitting(
                        ship.index,
                        mmsi,
                        ship.offCause,
                        Instant.ofEpochMilli(ship.offFrom),
                        Instant.ofEpochMilli(ship.offTo)));
        if (ship.blipFrom != Ship.NEVER) {
            truth.accept(
                    new Truth.Blip(
                            ship.index,
                            mmsi,
                            Instant.ofEpochMilli(ship.blipFrom),
                            Instant.ofEpochMilli(ship.blipTo)));
        }
    }

    private void enterZone(Ship ship, long now) {
        int zone = zones.at(motion);
        boolean isActive = zone >= 0 && zones.isTime(zone, now);
        if (ship.zone >= 0 && (!isActive || zone != ship.zone)) {
            leaveZone(ship, now);
        }
        if (isActive && ship.zone < 0) {
            ship.zone = zone;
            ship.zoneSince = now;
        }
        if (zone >= 0) {
            ship.rangeKnownUntil = Math.min(ship.rangeKnownUntil, now + RANGE_KNOWN_MILLIS);
        }
    }

    private void leaveZone(Ship ship, long now) {
        truth.accept(
                new Truth.FalsePositions(
                        ship.index,
                        fleet.identity(ship.index, ship.generation(now)).mmsi(),
                        ship.zone,
                        zones.get(ship.zone).how(),
                        Instant.ofEpochMilli(ship.zoneSince),
                        Instant.ofEpochMilli(now)));
        ship.zone = -1;
    }

    private void falsify(Ship ship, long now) {
        if (ship.zone >= 0) {
            var zone = zones.get(ship.zone);
            Falsifier.falsify(zone.how(), zone.shown(), ship.index, now, motion);
        } else if (ship.isFalse(now)) {
            var shown = ship.shown;
            if (shown == null) {
                shown =
                        Geometry.ahead(
                                new Place(motion.latitude, Geometry.turn(motion.longitude)),
                                ship.dice.between(0, 360),
                                ship.dice.between(60, 200));
                ship.shown = shown;
            }
            Falsifier.falsify(ship.falsehood, shown, ship.index, now, motion);
        }
    }

    /// Why nobody heard it; null when somebody did.
    private @Nullable Cause transmit(
            Ship ship, long now, double trueLatitude, double trueLongitude) {
        Cause missed = Cause.OUT_OF_RANGE;
        boolean isHeard = false;
        if (ship.inRange.length > 0) {
            if (now >= ship.nextStaticAt) {
                ship.nextStaticAt = now + STATIC_MILLIS;
                sendStatic(ship, now);
            }
            position(ship, now);
            positionsSent++;
            missed = toShore(ship, now);
            isHeard = missed == null;
        }
        if (orbits.length > 0 && now >= ship.nextSatelliteAt) {
            ship.nextSatelliteAt = now + SLOW_MILLIS;
            if (toSatellites(ship, now, trueLatitude, trueLongitude)) {
                isHeard = true;
            }
        }
        if (isHeard) {
            positionsHeard++;
            return null;
        }
        return missed;
    }

    private int mmsi(Ship ship, long now) {
        int generation = ship.generation(now);
        if (ship.mmsi == 0 || ship.mmsiOf != generation) {
            ship.mmsi = fleet.identity(ship.index, generation).mmsi();
            ship.mmsiOf = generation;
        }
        return ship.mmsi;
    }

    private int latitude(Ship ship) {
        return (int) Math.round(motion.latitude * 600_000) + ship.dice.below(31) - 15;
    }

    private int longitude(Ship ship) {
        return (int) Math.round(Geometry.turn(motion.longitude) * 600_000)
                + ship.dice.below(31)
                - 15;
    }

    private void position(Ship ship, long now) {
        int second = (int) Math.floorMod(Math.floorDiv(now, 1_000L), 60L);
        if (ship.isClassA) {
            boolean isSlow = motion.status == 5 || motion.status == 1;
            bits.classA(
                    isSlow ? 3 : 1,
                    mmsi(ship, now),
                    motion,
                    latitude(ship),
                    longitude(ship),
                    second);
        } else {
            bits.classB(mmsi(ship, now), motion, latitude(ship), longitude(ship), second);
        }
    }

    private void sendStatic(Ship ship, long now) {
        var identity = fleet.identity(ship.index, ship.generation(now));
        if (ship.isClassA) {
            bits.classAStatic(identity, ship.draughtMetres, ship.destination, ship.arrivesAt);
            var unused = toShore(ship, now);
        } else {
            bits.partA(identity);
            var unusedA = toShore(ship, now);
            bits.partB(identity);
            var unusedB = toShore(ship, now);
        }
    }

    private @Nullable Cause toShore(Ship ship, long now) {
        var dice = ship.dice;
        @Nullable Cause missed = Cause.OUT_OF_RANGE;
        boolean isHeard = false;
        for (int i = 0; i < ship.inRange.length; i++) {
            var station = stations.shore().get(ship.inRange[i]);
            var down = station.downAt(now);
            if (down != null) {
                missed = missed == Cause.NOT_RECEIVED ? missed : down;
                continue;
            }
            missed = Cause.NOT_RECEIVED;
            if (ship.chance[i] < 1 && !dice.chance(ship.chance[i])) {
                continue;
            }
            isHeard = true;
            long clock = now + station.clockOffsetMillis;
            long arrives = now + LEAST_TRAVEL_MILLIS + (isPerfect ? 0 : dice.below(900));
            pending.add(bits, station.index, clock, arrives);
            if (settings.relayed() > 0 && dice.below(1_000) < settings.relayed()) {
                pending.add(
                        bits, stations.relay().index, clock, arrives + 1_500 + dice.below(4_000));
            }
        }
        return isHeard ? null : missed;
    }

    private boolean toSatellites(Ship ship, long now, double trueLatitude, double trueLongitude) {
        double sentLatitude = motion.latitude;
        double sentLongitude = motion.longitude;
        boolean isHeard = false;
        for (int i = 0; i < orbits.length; i++) {
            motion.latitude = trueLatitude;
            motion.longitude = trueLongitude;
            boolean isSeen = orbits[i].sees(motion, now);
            motion.latitude = sentLatitude;
            motion.longitude = sentLongitude;
            if (isSeen && hears(ship, stations.satellites().get(i))) {
                if (pending.size() >= MOST_PENDING_OF_SATELLITES) {
                    satelliteOverflow++;
                } else {
                    store(ship, i, now);
                    isHeard = true;
                }
            }
        }
        return isHeard;
    }

    private static boolean hears(Ship ship, Station satellite) {
        double chance = satellite.quality;
        if (ship.inRange.length > 0) {
            chance *= SATELLITE_HEARS_BUSY_WATERS;
        }
        if (!ship.isClassA) {
            chance *= SATELLITE_HEARS_CLASS_B;
        }
        return ship.dice.chance(chance);
    }

    private void store(Ship ship, int satellite, long now) {
        int station = stations.satellites().get(satellite).index;
        long down = orbits[satellite].downAt(now);
        if (ship.isClassA && ship.dice.chance(SATELLITE_HEARS_STATIC)) {
            bits.classAStatic(
                    fleet.identity(ship.index, ship.generation(now)),
                    ship.draughtMetres,
                    ship.destination,
                    ship.arrivesAt);
            pending.add(bits, station, now, down + ship.dice.below(60_000));
        }
        if (ship.isClassA && ship.dice.chance(0.6)) {
            bits.longRange(mmsi(ship, now), motion, latitude(ship), longitude(ship));
        } else {
            position(ship, now);
        }
        positionsSent++;
        pending.add(bits, station, now, down + ship.dice.below(60_000));
    }

    private void heard(Ship ship, long now) {
        if (ship.heardAt != Long.MIN_VALUE && now - ship.heardAt >= SILENCE_MILLIS) {
            tellSilence(
                    ship,
                    Instant.ofEpochMilli(now),
                    new Place(motion.latitude, Geometry.turn(motion.longitude)));
        }
        ship.heard(now, motion);
    }

    private void tellSilence(Ship ship, @Nullable Instant until, Place place) {
        Map<Cause, Long> seconds = new EnumMap<>(Cause.class);
        var most = Cause.NOT_RECEIVED;
        for (Cause cause : Cause.values()) {
            if (ship.silentSeconds(cause) > 0) {
                seconds.put(cause, (long) ship.silentSeconds(cause));
            }
            if (ship.silentSeconds(cause) > ship.silentSeconds(most)) {
                most = cause;
            }
        }
        truth.accept(
                new Truth.Silence(
                        ship.index,
                        fleet.identity(ship.index, ship.generation(ship.heardAt)).mmsi(),
                        Instant.ofEpochMilli(ship.heardAt),
                        until,
                        ship.heardPlace(),
                        place,
                        most,
                        java.util.Collections.unmodifiableMap(seconds)));
    }

    /// What can only be told when the world is over.
    void end(Ship ship) {
        if (ship.zone >= 0) {
            leaveZone(ship, to);
        }
        if (ship.heardAt != Long.MIN_VALUE && to - ship.heardAt >= SILENCE_MILLIS) {
            while (to > ship.phase().to()) {
                planner.advance(ship);
            }
            ship.phase().at(to, motion);
            tellSilence(ship, null, new Place(motion.latitude, Geometry.turn(motion.longitude)));
        }
    }

    private long interval(Ship ship) {
        if (ship.inRange.length == 0) {
            return SLOW_MILLIS;
        }
        double knots = motion.knots;
        if (!ship.isClassA) {
            return knots <= 2 ? SLOW_MILLIS : 30_000;
        }
        if ((motion.status == 1 || motion.status == 5) && knots <= 3) {
            return SLOW_MILLIS;
        }
        boolean isTurning = Math.abs(motion.turnDegreesPerMinute) > TURNING_DEGREES_PER_MINUTE;
        if (knots > 23) {
            return 2_000;
        }
        if (knots > 14) {
            return isTurning ? 2_000 : 6_000;
        }
        return isTurning ? 3_333 : 10_000;
    }
}
