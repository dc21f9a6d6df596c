package org.fairlead.ais.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairlead.ais.portcall.Harbour;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.RegisteredHarbours;
import org.fairlead.bench.world.World;
import org.fairlead.seas.distance.Place;

/// The register and the sixty ports of the made world, as if an operator had imported them: these
/// lie up to some tens of kilometres from where lists have the ports they are named after.
final class MadeHarbours implements Harbours {

    private static final double RADIUS_NAUTICAL_MILES = 1.5;

    private final Harbours registered = new RegisteredHarbours();
    private final Harbours made = Harbours.of(read());

    private static List<Harbour> read() {
        try (var in =
                        Objects.requireNonNull(
                                World.class.getResourceAsStream("ports.csv"), "ports.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(MadeHarbours::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Harbour of(String[] row) {
        return Harbours.harbour(
                "made-" + row[0].toLowerCase(Locale.ROOT),
                row[1],
                row[2],
                Double.parseDouble(row[3]),
                Double.parseDouble(row[4]),
                RADIUS_NAUTICAL_MILES);
    }

    @Override
    public List<Harbour> near(Place place, double kilometres) {
        return Stream.concat(
                        made.near(place, kilometres).stream(),
                        registered.near(place, kilometres).stream())
                .sorted(Comparator.comparingDouble(one -> one.kilometresTo(place)))
                .toList();
    }

    @Override
    public boolean isNear(Place place, double kilometres) {
        return made.isNear(place, kilometres) || registered.isNear(place, kilometres);
    }

    /// None of the made ones is silent.
    @Override
    public List<Harbour> silent() {
        return registered.silent();
    }
}
