package org.fairlead.bench.world;

import java.util.List;
import java.util.SplittableRandom;
import org.fairlead.seas.distance.Place;
import org.fairlead.tracks.TrackColumns;

/// Ships on lanes, at berths and about their harbours, whose positions at any time follow from the
/// seed and that time alone: so a thousand million of them are made about as fast as they are
/// written, and any hour of any ship can be made again to hold an answer against.
///
/// Two fifths of the ships are of a harbour (tugs, ferries, pilots, boats), the rest sail between
/// two ports and lie there in turn. Near coasts they are heard every 6 to 30 seconds, moored every
/// three minutes, 15 in 100 reports lost; far out only in the nine minutes in which a satellite
/// passes, every 95 minutes. The busiest harbour has 3.5 in 100 of all ships.
///
/// Cheaper than [World]: no receivers, no duplicates, no static data, nothing falsified; course and
/// speed are held for five minutes.
public final class BulkTraffic {

    private static final int LEG_SECONDS = 300;
    private static final double HEARD_ASHORE_MILES = 50;
    private static final int PER_DEGREE = 2;
    private static final int ORBIT_SECONDS = 5_700;
    private static final int PASS_SECONDS = 540;
    private static final double UNITS_PER_DEGREE = 600_000;
    private static final int FIRST_MMSI = 201_000_000;
    private static final int MMSIS = 570_000_000;
    private static final List<String> BUSIEST =
            List.of(
                    "SGSIN", "CNSHA", "NLRTM", "CNNGB", "HKHKG", "KRPUS", "MYPKG", "AEJEA", "ESALG",
                    "JPYOK");

    /// @param other where a merchant ship sails to and back from; the same port for a ship of it
    /// @param east of the port, to the berth, in miles
    private record Ship(
            Port home,
            Port other,
            double north,
            double east,
            double knots,
            int staySeconds,
            int phase,
            boolean isClassB) {

        boolean isLocal() {
            return home == other;
        }
    }

    private final Sea sea = new Sea();
    private final boolean[] ashore = new boolean[360 * PER_DEGREE * 180 * PER_DEGREE];
    private final Ship[] ships;
    private final long seed;

    public BulkTraffic(long seed, int ships) {
        this.seed = seed;
        this.ships = new Ship[ships];
        var byBusiness = byBusiness();
        for (int ship = 0; ship < ships; ship++) {
            this.ships[ship] = ship(new SplittableRandom(mixed(ship, -1)), byBusiness);
        }
        sea.ports().forEach(port -> hearAround(port.place()));
    }

    private List<Port> byBusiness() {
        return sea.ports().stream()
                .sorted(
                        java.util.Comparator.comparingInt(port -> {
                            int rank = BUSIEST.indexOf(port.code());
                            return rank < 0 ? BUSIEST.size() + port.index() : rank;
                        }))
                .toList();
    }

    private Ship ship(SplittableRandom random, List<Port> byBusiness) {
        var home = any(random, byBusiness);
        boolean isLocal = random.nextDouble() < 0.4;
        var other =
                isLocal ? home : sea.near(home, (int) (-12 * Math.log(1 - random.nextDouble())));
        double way = 6 * Math.sqrt(random.nextDouble());
        double bearing = random.nextDouble(2 * Math.PI);
        return new Ship(
                home,
                other,
                way * Math.cos(bearing),
                way * Math.sin(bearing),
                isLocal ? 5 + random.nextDouble(5) : 9 + random.nextDouble(11),
                (isLocal ? 6 + random.nextInt(12) : 8 + random.nextInt(52)) * 3_600,
                random.nextInt(1 << 28),
                isLocal && random.nextDouble() < 0.5);
    }

    /// A share of `1 / (rank + 20)`.
    private static Port any(SplittableRandom random, List<Port> byBusiness) {
        double share = random.nextDouble() * Math.log((byBusiness.size() + 20) / 20.0);
        int rank = (int) (20 * Math.exp(share) - 20);
        return byBusiness.get(Math.min(rank, byBusiness.size() - 1));
    }

    private void hearAround(Place place) {
        double step = 1.0 / PER_DEGREE;
        for (double north = -1; north <= 1; north += step) {
            for (double east = -2; east <= 2; east += step) {
                double latitude = place.latitudeDegrees() + north;
                double longitude = Geometry.turn(place.longitudeDegrees() + east);
                if (Geometry.nearMiles(
                                place.latitudeDegrees(),
                                place.longitudeDegrees(),
                                latitude,
                                longitude)
                        < HEARD_ASHORE_MILES) {
                    ashore[area(latitude, longitude)] = true;
                }
            }
        }
    }

    private static int area(double latitude, double longitude) {
        int row = (int) Math.floor((latitude + 90) * PER_DEGREE);
        int column = Math.floorMod((int) Math.floor((longitude + 180) * PER_DEGREE), 720);
        return row * 360 * PER_DEGREE + column;
    }

    public int ships() {
        return ships.length;
    }

    public int mmsi(int ship) {
        return FIRST_MMSI + (int) ((long) ship * MMSIS / ships.length);
    }

    /// Busiest first.
    public List<Port> ports() {
        return byBusiness();
    }

    /// Somewhere on the lane between two ports.
    public Place onLane(Port from, int rank, double share) {
        var route = sea.route(from, sea.near(from, rank));
        return route.placeAt(route.miles() * share);
    }

    /// What was heard of a ship from one second until before another, in order; added.
    public void heard(int ship, long fromSecond, long toSecond, TrackColumns into) {
        var leg = new Leg(ships[ship], ship);
        for (long begin = Math.floorDiv(fromSecond, LEG_SECONDS) * LEG_SECONDS;
                begin < toSecond;
                begin += LEG_SECONDS) {
            leg.go(begin);
            leg.report(fromSecond, toSecond, into);
        }
    }

    private long mixed(int ship, long leg) {
        long mixed = (seed * 31 + ship) * 0x9E3779B97F4A7C15L + leg;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (mixed ^ mixed >>> 31) | 1;
    }

    /// Five minutes of one ship on one course.
    private final class Leg {

        private final Ship ship;
        private final int index;
        private final Motion motion = new Motion();
        private long begin = Long.MIN_VALUE;
        private double latitude;
        private double longitude;
        private double toLatitude;
        private double toLongitude;

        Leg(Ship ship, int index) {
            this.ship = ship;
            this.index = index;
        }

        void go(long second) {
            if (begin + LEG_SECONDS == second) {
                latitude = toLatitude;
                longitude = toLongitude;
            } else {
                at(second);
                latitude = motion.latitude;
                longitude = motion.longitude;
            }
            begin = second;
            at(second + LEG_SECONDS);
            toLatitude = motion.latitude;
            toLongitude = motion.longitude;
        }

        private void at(long second) {
            if (ship.isLocal()) {
                aboutTheHarbour(second);
            } else {
                betweenPorts(second);
            }
        }

        private void berth(double share) {
            motion.longitude =
                    Geometry.east(motion.latitude, motion.longitude, ship.east() * share);
            motion.latitude = Geometry.north(motion.latitude, ship.north() * share);
        }

        /// Four hours round in a circle from her berth, then she lies there.
        private void aboutTheHarbour(long second) {
            int round = 4 * 3_600;
            long on = Math.floorMod(second + ship.phase(), (long) round + ship.staySeconds());
            motion.latitude = ship.home().place().latitudeDegrees();
            motion.longitude = ship.home().place().longitudeDegrees();
            berth(1);
            if (on < round) {
                double radius = ship.knots() * 4 / (2 * Math.PI);
                double angle = 2 * Math.PI * on / round;
                motion.longitude =
                        Geometry.east(
                                motion.latitude, motion.longitude, radius * (Math.cos(angle) - 1));
                motion.latitude = Geometry.north(motion.latitude, radius * Math.sin(angle));
            }
        }

        private void betweenPorts(long second) {
            var route = sea.route(ship.home(), ship.other());
            double length = route.miles();
            long sail = (long) (length / ship.knots() * 3_600);
            long on = Math.floorMod(second + ship.phase(), 2 * (sail + ship.staySeconds()));
            boolean isBack = on >= sail + ship.staySeconds();
            long under = on - (isBack ? sail + ship.staySeconds() : 0) - ship.staySeconds();
            double sailed = Math.max(0, under) * ship.knots() / 3_600;
            double mile = isBack ? length - sailed : sailed;
            route.at(Math.clamp(mile, 0, length), 0.8, isBack, motion);
            berth(Math.clamp(1 - Math.min(mile, length - mile) / 10, 0, 1));
        }

        void report(long fromSecond, long toSecond, TrackColumns into) {
            double north = toLatitude - latitude;
            double east = Geometry.turn(toLongitude - longitude);
            double cosine = Math.cos(Math.toRadians(latitude));
            double miles = 60 * Math.hypot(north, east * cosine);
            boolean isMoving = miles > 0.01;
            int speed = isMoving ? (int) (miles * 10 * 3_600 / LEG_SECONDS) : 0;
            int course =
                    (int) (Geometry.course(Math.toDegrees(Math.atan2(east * cosine, north))) * 10);
            int heading = isMoving ? course / 10 : Math.floorMod(index * 37, 360);
            int interval = !isMoving ? 180 : ship.isClassB() ? 30 : speed > 140 ? 6 : 10;
            boolean isAshore = ashore[area(latitude, Geometry.turn(longitude))];
            long random = mixed(index, begin);
            long second = begin + Math.floorMod(-begin - index, interval);
            for (; second < begin + LEG_SECONDS; second += interval) {
                random ^= random << 13;
                random ^= random >>> 7;
                random ^= random << 17;
                if (second < fromSecond || second >= toSecond || isLost(second, random, isAshore)) {
                    continue;
                }
                double share = (second - begin) / (double) LEG_SECONDS;
                int row = into.add();
                into.epochMillis[row] = second * 1_000;
                into.latitude[row] =
                        (int) ((latitude + share * north) * UNITS_PER_DEGREE)
                                + (int) (random >>> 10 & 7);
                into.longitude[row] =
                        (int) (Geometry.turn(longitude + share * east) * UNITS_PER_DEGREE)
                                + (int) (random >>> 14 & 7);
                into.speed[row] = speed + (isMoving ? (int) (random >>> 18 & 1) : 0);
                into.course[row] = (course + (int) (random >>> 20 & (isMoving ? 15 : 255))) % 3_600;
                into.heading[row] =
                        ship.isClassB() ? 511 : (heading + (int) (random >>> 30 & 1)) % 360;
                into.status[row] = ship.isClassB() ? 15 : isMoving ? 0 : 5;
                into.rateOfTurn[row] = ship.isClassB() ? -128 : 0;
                into.messageType[row] = ship.isClassB() ? 18 : isMoving ? 1 : 3;
                into.flags[row] = 1;
                into.receivers[row] = 1;
            }
        }

        private boolean isLost(long second, long random, boolean isAshore) {
            int chance = (int) (random >>> 40 & 0xff);
            return isAshore
                    ? chance < 38
                    : Math.floorMod(second + index * 7L, ORBIT_SECONDS) >= PASS_SECONDS
                            || chance > 50;
        }
    }
}
