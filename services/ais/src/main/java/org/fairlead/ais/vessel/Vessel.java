package org.fairlead.ais.vessel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.ais.ReportedPosition;
import org.jspecify.annotations.Nullable;

/// A transmitter as the API tells it: what it says of itself and where it was.
///
/// @param identities every claim, newest first; only where one vessel is asked for
public record Vessel(
        String mmsi,
        @Nullable String imo,
        @Nullable String name,
        @Nullable String callSign,
        @Nullable Integer shipTypeCode,
        @Nullable String shipType,
        @Nullable Integer lengthMetres,
        @Nullable Integer beamMetres,
        @Nullable String flagClaimedByMid,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable ReportedPosition lastPosition,
        long fixes,
        boolean synthetic,
        List<String> sources,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Claim> identities) {

    /// One claim with its dates.
    public record Claim(
            @Nullable String imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipTypeCode,
            @Nullable Integer lengthMetres,
            @Nullable Integer beamMetres,
            Instant firstSeenAt,
            Instant lastSeenAt,
            String source,
            boolean synthetic) {

        static Claim of(IdentityClaim claim) {
            var said = claim.said();
            return new Claim(
                    said.imo(),
                    said.name(),
                    said.callSign(),
                    said.shipTypeCode(),
                    said.lengthMetres(),
                    said.beamMetres(),
                    claim.firstSeenAt(),
                    claim.lastSeenAt(),
                    claim.source(),
                    claim.synthetic());
        }
    }

    Vessel with(List<Claim> claims) {
        return new Vessel(
                mmsi,
                imo,
                name,
                callSign,
                shipTypeCode,
                shipType,
                lengthMetres,
                beamMetres,
                flagClaimedByMid,
                firstSeenAt,
                lastSeenAt,
                lastPosition,
                fixes,
                synthetic,
                sources,
                claims);
    }
}
