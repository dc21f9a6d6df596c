package org.fairlead.bench.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Areas in which every ship's reported position is false for a while.
final class Zones {

    private static final double RADIUS_MILES = 22;

    private final List<Truth.Zone> zones = new ArrayList<>();

    Zones(WorldSettings settings, Sea sea) {
        long span = settings.toMillis() - settings.fromMillis();
        for (int i = 0; i < settings.zones(); i++) {
            var dice = Dice.of(settings.seed(), 60, i);
            var port = sea.ports().get(dice.below(sea.ports().size()));
            long from = settings.fromMillis() + (long) (dice.between(0.1, 0.5) * span);
            zones.add(
                    new Truth.Zone(
                            i,
                            port.place(),
                            RADIUS_MILES,
                            i % 2 == 0 ? Truth.Falsehood.CIRCLE : Truth.Falsehood.TELEPORT,
                            Geometry.ahead(
                                    port.place(), dice.between(0, 360), dice.between(40, 120)),
                            Instant.ofEpochMilli(from),
                            Instant.ofEpochMilli(from + dice.hours(4, 30))));
        }
    }

    void tell(Consumer<Truth> truth) {
        zones.forEach(truth);
    }

    /// The zone a ship is in, whether or not it is its time; -1 for none.
    int at(Motion motion) {
        for (int i = 0; i < zones.size(); i++) {
            var place = zones.get(i).place();
            if (Math.abs(place.latitudeDegrees() - motion.latitude) < 0.5
                    && Geometry.nearMiles(
                                    place.latitudeDegrees(),
                                    place.longitudeDegrees(),
                                    motion.latitude,
                                    motion.longitude)
                            <= RADIUS_MILES) {
                return i;
            }
        }
        return -1;
    }

    Truth.Zone get(int index) {
        return zones.get(index);
    }

    boolean isTime(int index, long millis) {
        var zone = zones.get(index);
        return millis >= zone.from().toEpochMilli() && millis < zone.to().toEpochMilli();
    }
}
