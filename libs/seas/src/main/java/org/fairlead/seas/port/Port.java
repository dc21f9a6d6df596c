package org.fairlead.seas.port;

import java.util.List;
import java.util.Optional;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// A port, anchorage, yard or transfer area, silent or not.
///
/// @param id lower-kebab, or the UN/LOCODE in small letters; never changes
/// @param unlocode five letters and digits; absent where there is none
/// @param country ISO 3166-1 alpha-2 of whose port it is; absent on the high seas
/// @param isSilent ships call here without showing up in lists derived from AIS: see {@link
///   SilentPorts} for the reason
/// @param source where position and names come from
public record Port(
        String id,
        String name,
        List<String> aliases,
        PortKind kind,
        PortArea area,
        @Nullable String unlocode,
        @Nullable String country,
        boolean isSilent,
        String source) {

    public Port {
        aliases = List.copyOf(aliases);
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a port without id or name: '" + id + "'");
        }
    }

    static Port of(SilentPort port) {
        return new Port(
                port.id(),
                port.name(),
                port.aliases(),
                port.kind(),
                port.area(),
                port.unlocode().orElse(null),
                port.country().isEmpty() ? null : port.country(),
                true,
                port.source());
    }

    public Place place() {
        return area.centre();
    }

    public double radiusNauticalMiles() {
        return area.radiusNauticalMiles();
    }

    public Optional<String> code() {
        return Optional.ofNullable(unlocode);
    }
}
