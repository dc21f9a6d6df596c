package org.fairlead.ais.portcall;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fairlead.contracts.ais.PortRef;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.PortKind;
import org.fairlead.seas.port.Ports;

/// The ports of the register, listed and silent.
@ApplicationScoped
public class RegisteredHarbours implements Harbours {

    private static final double KILOMETRES_PER_NAUTICAL_MILE = 1.852;

    private final Ports ports = Ports.register();

    @Override
    public List<Harbour> near(Place place, double kilometres) {
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
