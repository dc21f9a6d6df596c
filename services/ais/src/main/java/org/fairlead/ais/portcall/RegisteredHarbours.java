package org.fairlead.ais.portcall;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.fairlead.ais.sea.SeaConfig;
import org.fairlead.contracts.ais.PortRef;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.intake.Imported;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.PortKind;
import org.fairlead.seas.port.Ports;

/// The ports of the register, listed and silent, and those an operator imported.
@Singleton
public class RegisteredHarbours implements Harbours {

    private static final double KILOMETRES_PER_NAUTICAL_MILE = 1.852;

    /// Wider than any rule asks.
    private static final double MOST_KILOMETRES = 20;

    private static final double KILOMETRES_PER_DEGREE = 110.5;
    private static final int CELLS_PER_DEGREE = 4;
    private static final int COLUMNS = 360 * CELLS_PER_DEGREE;

    private final Ports ports;

    /// Cells of a quarter of a degree that a port is near to: most of the sea is in none.
    private final BitSet nearPorts = new BitSet();

    /// Those that come with Fairlead.
    public RegisteredHarbours() {
        this(Ports.register());
    }

    @Inject
    RegisteredHarbours(SeaConfig config) {
        this(config.imported().map(RegisteredHarbours::imported).orElseGet(Ports::register));
    }

    private RegisteredHarbours(Ports ports) {
        this.ports = ports;
        ports.all().stream().filter(RegisteredHarbours::isHarbour).forEach(this::mark);
    }

    private static Ports imported(Path directory) {
        try {
            return new Imported(directory).ports();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void mark(Port port) {
        double kilometres =
                MOST_KILOMETRES + port.radiusNauticalMiles() * KILOMETRES_PER_NAUTICAL_MILE;
        double north = kilometres / KILOMETRES_PER_DEGREE;
        var place = port.place();
        double farthest = Math.min(89, Math.abs(place.latitudeDegrees()) + north);
        double east = Math.min(180, north / Math.cos(Math.toRadians(farthest)));
        int last = row(place.latitudeDegrees() + north);
        for (int row = row(place.latitudeDegrees() - north); row <= last; row++) {
            int end = column(place.longitudeDegrees() + east);
            for (int column = column(place.longitudeDegrees() - east); column <= end; column++) {
                nearPorts.set(row * COLUMNS + Math.floorMod(column, COLUMNS));
            }
        }
    }

    private static int row(double latitudeDegrees) {
        return (int) Math.floor((Math.clamp(latitudeDegrees, -90, 90) + 90) * CELLS_PER_DEGREE);
    }

    private static int column(double longitudeDegrees) {
        return (int) Math.floor(longitudeDegrees * CELLS_PER_DEGREE);
    }

    @Override
    public List<Harbour> near(Place place, double kilometres) {
        int cell =
                row(place.latitudeDegrees()) * COLUMNS
                        + Math.floorMod(column(place.longitudeDegrees()), COLUMNS);
        if (kilometres <= MOST_KILOMETRES && !nearPorts.get(cell)) {
            return List.of();
        }
        return ports.near(place, kilometres / KILOMETRES_PER_NAUTICAL_MILE).stream()
                .filter(RegisteredHarbours::isHarbour)
                .map(RegisteredHarbours::harbour)
                .toList();
    }

    @Override
    public List<Harbour> silent() {
        return ports.all().stream()
                .filter(Port::isSilent)
                .filter(RegisteredHarbours::isHarbour)
                .map(RegisteredHarbours::harbour)
                .toList();
    }

    private static boolean isHarbour(Port port) {
        return port.kind() != PortKind.TRANSFER_AREA;
    }

    private static Harbour harbour(Port port) {
        return new Harbour(
                new PortRef(port.id(), port.name(), port.country()), port.area(), port.isSilent());
    }
}
