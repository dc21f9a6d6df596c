package org.fairlead.contracts.ais;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.ais.identity.v1`: what one transmitter says of itself, newest claims merged.
/// `version` rises by one with every change; the topic is compacted by MMSI.
///
/// @param flagClaimedByMid ISO 3166-1 alpha-2 of the MMSI's first three digits: a claim, not proof
/// @param synthetic true when any of it was made for a demonstration or a test
public record VesselIdentity(
        String mmsi,
        int version,
        @Nullable String imo,
        @Nullable String name,
        @Nullable String callSign,
        @Nullable Integer shipTypeCode,
        @Nullable Integer lengthMetres,
        @Nullable Integer beamMetres,
        @Nullable String flagClaimedByMid,
        Instant firstSeenAt,
        Instant lastSeenAt,
        boolean synthetic,
        List<String> sources) {

    public static final String TYPE = "org.fairlead.ais.identity.v1";

    public VesselIdentity {
        sources = List.copyOf(sources);
    }

    public VesselRef ref() {
        return new VesselRef(mmsi, imo, name);
    }
}
