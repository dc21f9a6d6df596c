package org.fairlead.imagery.port;

import java.time.LocalDate;
import java.util.List;
import org.fairlead.seas.port.SilentPort;
import org.jspecify.annotations.Nullable;

/// A silent port as the API answers it.
///
/// @param validFrom the first day on which AIS misses it; absent: as long as there is AIS
/// @param why why lists derived from AIS miss it
/// @param source where its position and names come from
public record PortView(
        String id,
        String name,
        List<String> aliases,
        String kind,
        @Nullable String country,
        double latitudeDegrees,
        double longitudeDegrees,
        double radiusNauticalMiles,
        @Nullable String unlocode,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean isSilent,
        String why,
        String source) {

    static PortView of(SilentPort port) {
        return new PortView(
                port.id(),
                port.name(),
                port.aliases(),
                port.kind().slug(),
                port.country().isEmpty() ? null : port.country(),
                port.place().latitudeDegrees(),
                port.place().longitudeDegrees(),
                port.radiusNauticalMiles(),
                port.details().unlocode(),
                port.details().validFrom(),
                port.details().validTo(),
                true,
                port.whyAisMissesIt(),
                port.source());
    }
}
