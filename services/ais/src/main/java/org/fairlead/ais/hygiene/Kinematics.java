package org.fairlead.ais.hygiene;

import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
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
    private static final Place[] NOWHERE_ELSE = {};
    private static final int MOST = 400_000;
    private static final int LONG_RANGE = 27;

    private final double unitsPerMilli;
    private final long slackMillis;
    private final long agreeMillis;
    private final long betterMillis;
    private final IntObjectMap<Ship> ships = new IntObjectHashMap<>();

    public Kinematics(HygieneConfig config) {
        unitsPerMilli = config.fastestKnots() * UNITS_PER_MILE / 3_600_000;
        slackMillis = config.timeSlack().toMillis();
        agreeMillis = config.agreeWithin().toMillis();
        betterMillis = config.betterFixFor().toMillis();
    }

    private static class Place {
        private long at = Long.MIN_VALUE;
        private int latitude;
        private int longitude;

        final void put(Report report) {
            if (report.at >= at) {
                at = report.at;
                latitude = report.latitude;
                longitude = report.longitude;
            }
        }
    }

    /// Her first place, and others of the few ships that have them: each object is looked for in
    /// memory, and of a large fleet hardly any is near.
    private static final class Ship extends Place {
        private Place[] others = NOWHERE_ELSE;
        private long betterAt = Long.MIN_VALUE / 2;
        private long doubtedAt = Long.MIN_VALUE / 2;
        private int doubtedLatitude;
        private int doubtedLongitude;

        int places() {
            return 1 + others.length;
        }

        Place place(int number) {
            return number == 0 ? this : others[number - 1];
        }

        Place another() {
            others = Arrays.copyOf(others, others.length + 1);
            others[others.length - 1] = new Place();
            return others[others.length - 1];
        }

        Place oldest() {
            Place oldest = this;
            for (Place other : others) {
                oldest = other.at < oldest.at ? other : oldest;
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
        ship.put(report);
        if (report.type != LONG_RANGE) {
            ship.betterAt = report.at;
        }
        ships.put(report.mmsi, ship);
    }

    private void forgetOld() {
        long[] times = ships.values().stream().mapToLong(one -> one.oldest().at).sorted().toArray();
        long median = times[times.length / 2];
        var all = ships.entries().iterator();
        while (all.hasNext()) {
            if (all.next().value().oldest().at <= median) {
                all.remove();
            }
        }
    }

    private boolean isReachable(Ship ship, Report report) {
        for (int number = 0; number < ship.places(); number++) {
            var place = ship.place(number);
            if (isReachable(place.at, place.latitude, place.longitude, report)) {
                place.put(report);
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
            var place = ship.places() < PLACES ? ship.another() : ship.oldest();
            place.at = Long.MIN_VALUE;
            place.put(report);
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
        for (IntObjectMap.PrimitiveEntry<Ship> entry : ships.entries()) {
            var ship = entry.value();
            out.writeInt(entry.key());
            out.writeByte(ship.places());
            for (int number = 0; number < ship.places(); number++) {
                var place = ship.place(number);
                out.writeLong(place.at);
                out.writeInt(place.latitude);
                out.writeInt(place.longitude);
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
            int places = in.readByte();
            for (int number = 0; number < places; number++) {
                var place = number == 0 ? ship : ship.another();
                place.at = in.readLong();
                place.latitude = in.readInt();
                place.longitude = in.readInt();
            }
            ship.betterAt = in.readLong();
            ship.doubtedAt = in.readLong();
            ship.doubtedLatitude = in.readInt();
            ship.doubtedLongitude = in.readInt();
            ships.put(mmsi, ship);
        }
    }
}
