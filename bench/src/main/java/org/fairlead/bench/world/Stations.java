package org.fairlead.bench.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who listens where, how well, and when not.
final class Stations {

    private static final long HOUR = 3_600_000;
    private static final int FEEDS = 6;
    private static final double EVERYWHERE = 100_000;
    private static final short[] ONE = {0};
    private static final float[] ALWAYS = {1};

    private final WorldSettings settings;
    private final List<Station> shore = new ArrayList<>();
    private final List<Station> satellites = new ArrayList<>();
    private final Station relay;
    private final List<Truth> facts = new ArrayList<>();

    Stations(WorldSettings settings, Sea sea) {
        this.settings = settings;
        if (settings.isPerfect()) {
            shore.add(new Station(0, "SYN-ALL", "SYN-ALL", null, EVERYWHERE, 1, 0));
        } else {
            for (int i = 0; i < settings.receivers(); i++) {
                shore.add(onShore(i, sea));
            }
        }
        for (int i = 0; i < settings.satellites(); i++) {
            int index = shore.size() + i;
            satellites.add(
                    new Station(
                            index,
                            String.format(Locale.ROOT, "SYN-SAT%d", i + 1),
                            "SYN-SAT",
                            null,
                            Orbit.FOOTPRINT_MILES,
                            0.6,
                            0));
        }
        relay =
                new Station(
                        shore.size() + satellites.size(), "SYN-RELAY", "SYN-RELAY", null, 0, 1, 0);
        for (Station station : all()) {
            facts.add(
                    new Truth.Receiver(
                            station.name,
                            station.feed,
                            station.place,
                            station.rangeMiles,
                            station.clockOffsetMillis / 1e3));
        }
        if (settings.outages()) {
            fail();
        }
    }

    private Station onShore(int i, Sea sea) {
        var dice = Dice.of(settings.seed(), 40, i);
        var port = sea.ports().get(i % sea.ports().size());
        var place = Geometry.ahead(port.place(), dice.between(0, 360), dice.between(0, 12));
        return new Station(
                i,
                String.format(Locale.ROOT, "SYN-%s%d", port.code(), 1 + i / sea.ports().size()),
                "SYN-FEED" + (1 + i % FEEDS),
                place,
                dice.between(22, 60),
                dice.between(0.85, 0.99),
                clockOffset(dice));
    }

    /// Most clocks are right; some drift, and a few are set to another zone.
    private static long clockOffset(Dice dice) {
        double draw = dice.unit();
        if (draw < 0.80) {
            return 0;
        }
        if (draw < 0.92) {
            return (long) dice.between(-4_000, 4_000);
        }
        if (draw < 0.97) {
            return (long) dice.between(20_000, 90_000) * (dice.chance(0.5) ? 1 : -1);
        }
        return dice.chance(0.5) ? HOUR : -HOUR;
    }

    private void fail() {
        long days = Math.max(1, (settings.toMillis() - settings.fromMillis()) / (24 * HOUR) + 1);
        for (Station station : shore) {
            for (int day = 0; day < days; day++) {
                var dice = Dice.of(settings.seed(), 41 + day * 64L, station.index);
                if (dice.chance(0.08)) {
                    long from = settings.fromMillis() + (day * 24 + dice.below(24)) * HOUR;
                    long to = from + dice.hours(0.5, 14);
                    station.fails(new Station.Down(from, to, Truth.Cause.RECEIVER_DOWN));
                    outage(Truth.Cause.RECEIVER_DOWN, station.name, from, to);
                }
            }
        }
        for (int feed = 1; feed <= FEEDS; feed++) {
            for (int day = 0; day < days; day++) {
                var dice = Dice.of(settings.seed(), 42 + day * 64L, feed);
                if (dice.chance(0.12)) {
                    long from = settings.fromMillis() + (day * 24 + dice.below(24)) * HOUR;
                    long to = from + dice.hours(2.2, 5);
                    String name = "SYN-FEED" + feed;
                    for (Station station : shore) {
                        if (station.feed.equals(name)) {
                            station.fails(new Station.Down(from, to, Truth.Cause.FEED_OUTAGE));
                        }
                    }
                    outage(Truth.Cause.FEED_OUTAGE, name, from, to);
                }
            }
        }
    }

    private void outage(Truth.Cause cause, String of, long from, long to) {
        facts.add(
                new Truth.Outage(cause, of, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
    }

    void tell(Consumer<Truth> truth) {
        facts.forEach(truth);
    }

    List<Station> shore() {
        return shore;
    }

    List<Station> satellites() {
        return satellites;
    }

    Station relay() {
        return relay;
    }

    List<Station> all() {
        var all = new ArrayList<>(shore);
        all.addAll(satellites);
        all.add(relay);
        return all;
    }

    /// Remembers for a while who can hear the ship here, and how well.
    void range(Ship ship, Motion motion, long until) {
        ship.rangeKnownUntil = until;
        if (settings.isPerfect()) {
            ship.inRange = ONE;
            ship.chance = ALWAYS;
            return;
        }
        short[] near = new short[8];
        float[] chance = new float[8];
        int count = 0;
        for (int i = 0; i < shore.size() && count < near.length; i++) {
            var station = shore.get(i);
            float heard = chance(station, station.place, motion, ship.isClassA);
            if (heard > 0) {
                near[count] = (short) i;
                chance[count++] = heard;
            }
        }
        ship.inRange = Arrays.copyOf(near, count);
        ship.chance = Arrays.copyOf(chance, count);
    }

    /// Falls with the fourth power of distance; class B sends at an eighth of the power or less.
    private static float chance(
            Station station,
            org.fairlead.seas.distance.@Nullable Place place,
            Motion motion,
            boolean isClassA) {
        double range = isClassA ? station.rangeMiles : station.rangeMiles * 0.45;
        if (place == null
                || Math.abs(place.latitudeDegrees() - motion.latitude) * Geometry.MILES_PER_DEGREE
                        > range) {
            return 0;
        }
        double share =
                Geometry.nearMiles(
                                place.latitudeDegrees(),
                                place.longitudeDegrees(),
                                motion.latitude,
                                motion.longitude)
                        / range;
        return share >= 1 ? 0 : (float) (station.quality * (1 - share * share * share * share));
    }
}
