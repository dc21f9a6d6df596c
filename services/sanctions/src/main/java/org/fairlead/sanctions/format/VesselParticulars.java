package org.fairlead.sanctions.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list says of a ship. Numbers stay text as published: `99,144` may be tons or a misprint.
///
/// @param imo seven digits as published; not always a valid number ([ImoNumber])
/// @param mmsi nine digits
public record VesselParticulars(
        @Nullable String imo,
        @Nullable String mmsi,
        @Nullable String callSign,
        @Nullable String flag,
        List<String> formerFlags,
        @Nullable String vesselType,
        @Nullable String tonnage,
        @Nullable String grossTonnage,
        @Nullable String owner) {

    public static final VesselParticulars NONE =
            new VesselParticulars(null, null, null, null, List.of(), null, null, null, null);

    public VesselParticulars {
        formerFlags = List.copyOf(formerFlags);
    }
}
