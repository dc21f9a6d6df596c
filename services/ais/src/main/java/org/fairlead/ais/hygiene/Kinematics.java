package org.fairlead.ais.hygiene;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Knows where each transmitter was last, and doubts a fix she cannot have reached.
///
/// A lone impossible fix is doubted. When the next impossible fix agrees with it, both come from
/// something that lasts (a second ship on the same number, a spoofed place), and that one is kept,
/// because it is evidence: so of such a run only the first fix is lost. Up to three places are
/// remembered for a transmitter.
public final class Kinematics {

    private static final double UNITS_PER_DEGREE = 600_000;
    private static final double UNITS_PER_MILE = 10_000;
    private static final int HALF_TURN = 180 * 600_000;
    private static final int PLACES = 3;
    private static final int MOST = 400_000;
    private static final int LONG_RANGE = 27;

    private final double unitsPerMilli;
    private final long slackMillis;
    private final long agreeMillis;
    private final long betterMillis;
    private final Map<Integer, Ship> ships = new HashMap<>();

    public Kinematics(HygieneConfig config) {
        unitsPerMilli = config.fastestKnots() * UNITS_PER_MILE / 3_600_000;
        slackMillis = config.timeSlack().toMillis();
        agreeMillis = config.agreeWithin().toMillis();
        betterMillis = config.betterFixFor().toMillis();
    }

    private static final class Ship {
        private final long[] at = new long[PLACES];
        private final int[] latitude = new int[PLACES];
        private final int[] longitude = new int[PLACES];
        private int places;
        private long betterAt = Long.MIN_VALUE / 2;
        private long doubtedAt = Long.MIN_VALUE / 2;
        private int doubtedLatitude;
        private int doubtedLongitude;

        void put(int place, Report report) {
            if (place == places || report.at >= at[place]) {
                at[place] = report.at;
                latitude[place] = report.latitude;
                longitude[place] = report.longitude;
            }
            places = Math.max(places, place + 1);
        }

        int oldest() {
            int oldest = 0;
            for (int place = 1; place < places; place++) {
                oldest = at[place] < at[oldest] ? place : oldest;
            }
            return oldest;
        }
    }

    /// What is doubtful about the report; null when it can be used.
    public @Nullable Doubt doubt(Report report) {
        if (report.speed == 512 || report.speed == 630) {
            return Doubt.NOISE_SPEED;
        }
        var ship = ships.get(report.mmsi);
        if (ship == null) {
            remember(report);
            return null;
        }
        if (report.type == LONG_RANGE) {
            long since = report.at - ship.betterAt;
            if (since >= 0 && since <= betterMillis) {
                return Doubt.LONG_RANGE;
            }
        }
        if (!isReachable(ship, report)) {
            return Doubt.IMPOSSIBLE_JUMP;
        }
        if (report.type != LONG_RANGE) {
            ship.betterAt = Math.max(ship.betterAt, report.at);
        }
        return null;
    }

    private void remember(Report report) {
        if (ships.size() >= MOST) {
            forgetOld();
        }
        var ship = new Ship();
        ship.put(0, report);
        if (report.type != LONG_RANGE) {
            ship.betterAt = report.at;
        }
        ships.put(report.mmsi, ship);
    }

    private void forgetOld() {
        long[] times =
                ships.values().stream().mapToLong(one -> one.at[one.oldest()]).sorted().toArray();
        long median = times[times.length / 2];
        ships.values().removeIf(one -> one.at[one.oldest()] <= median);
    }

    private boolean isReachable(Ship ship, Report report) {
        for (int place = 0; place < ship.places; place++) {
            if (isReachable(ship.at[place], ship.latitude[place], ship.longitude[place], report)) {
                ship.put(place, report);
                return true;
            }
        }
        boolean agrees =
                Math.abs(report.at - ship.doubtedAt) <= agreeMillis
                        && isReachable(
                                ship.doubtedAt,
                                ship.doubtedLatitude,
                                ship.doubtedLongitude,
                                report);
        if (agrees) {
            int place = ship.places < PLACES ? ship.places : ship.oldest();
            ship.at[place] = Long.MIN_VALUE;
            ship.put(place, report);
            ship.doubtedAt = Long.MIN_VALUE / 2;
            return true;
        }
        ship.doubtedAt = report.at;
        ship.doubtedLatitude = report.latitude;
        ship.doubtedLongitude = report.longitude;
        return false;
    }

    private boolean isReachable(long at, int latitude, int longitude, Report report) {
        double north = report.latitude - (double) latitude;
        double east = Math.abs(report.longitude - (double) longitude);
        east = east > HALF_TURN ? 2.0 * HALF_TURN - east : east;
        double reach = (Math.abs(report.at - at) + slackMillis) * unitsPerMilli;
        if (Math.abs(north) > reach) {
            return false;
        }
        if (east <= reach) {
            // Meridians only come closer: no need for the cosine where the equator already fits.
            double most = north * north + east * east;
            if (most <= reach * reach) {
                return true;
            }
        }
        double middle = (report.latitude + (double) latitude) / 2 / UNITS_PER_DEGREE;
        double distance = Math.hypot(north, east * Math.cos(Math.toRadians(middle)));
        // On the plane long distances come out too long; the great circle is at most this much
        // shorter (half a turn against its chord in longitude near the pole).
        return distance <= reach
                || (reach > 60 * UNITS_PER_MILE
                        && greatCircle(latitude, longitude, report) <= reach);
    }

    private static double greatCircle(int latitude, int longitude, Report report) {
        double a = Math.toRadians(latitude / UNITS_PER_DEGREE);
        double b = Math.toRadians(report.latitude / UNITS_PER_DEGREE);
        double turn = Math.toRadians((report.longitude - (double) longitude) / UNITS_PER_DEGREE);
        double half =
                Math.pow(Math.sin((b - a) / 2), 2)
                        + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(turn / 2), 2);
        return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(half)))) * UNITS_PER_DEGREE;
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(ships.size());
        for (Map.Entry<Integer, Ship> entry : ships.entrySet()) {
            var ship = entry.getValue();
            out.writeInt(entry.getKey());
            out.writeByte(ship.places);
            for (int place = 0; place < ship.places; place++) {
                out.writeLong(ship.at[place]);
                out.writeInt(ship.latitude[place]);
                out.writeInt(ship.longitude[place]);
            }
            out.writeLong(ship.betterAt);
            out.writeLong(ship.doubtedAt);
            out.writeInt(ship.doubtedLatitude);
            out.writeInt(ship.doubtedLongitude);
        }
    }

    public void restore(DataInput in) throws IOException {
        ships.clear();
        for (int n = in.readInt(); n > 0; n--) {
            int mmsi = in.readInt();
            var ship = new Ship();
            ship.places = in.readByte();
            for (int place = 0; place < ship.places; place++) {
                ship.at[place] = in.readLong();
                ship.latitude[place] = in.readInt();
                ship.longitude[place] = in.readInt();
            }
            ship.betterAt = in.readLong();
            ship.doubtedAt = in.readLong();
            ship.doubtedLatitude = in.readInt();
            ship.doubtedLongitude = in.readInt();
            ships.put(mmsi, ship);
        }
    }
}
