package org.fairlead.ais.portcall;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    private final Harbours all;

    /// Those that come with Fairlead.
    public RegisteredHarbours() {
        this(Ports.register());
    }

    @Inject
    RegisteredHarbours(SeaConfig config) {
        this(config.imported().map(RegisteredHarbours::imported).orElseGet(Ports::register));
    }

    private RegisteredHarbours(Ports ports) {
        all =
                Harbours.of(
                        ports.all().stream()
                                .filter(port -> port.kind() != PortKind.TRANSFER_AREA)
                                .map(RegisteredHarbours::harbour)
                                .toList());
    }

    private static Ports imported(Path directory) {
        try {
            return new Imported(directory).ports();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public List<Harbour> near(Place place, double kilometres) {
        return all.near(place, kilometres);
    }

    @Override
    public boolean isNear(Place place, double kilometres) {
        return all.isNear(place, kilometres);
    }

    @Override
    public List<Harbour> silent() {
        return all.silent();
    }

    private static Harbour harbour(Port port) {
        return new Harbour(
                new PortRef(port.id(), port.name(), port.country()), port.area(), port.isSilent());
    }
}
