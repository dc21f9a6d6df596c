package org.fairlead.imagery.candidate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// What the ais service answers to `vessels/near`.
@JsonIgnoreProperties(ignoreUnknown = true)
public record NearbyVessels(List<Nearby> items) {

    /// A transmitting ship near the place at the time.
    ///
    /// @param at the time asked for; filled in here
    /// @param before last report before it, passed on as it came
    /// @param after first report after it
    /// @param match what she is to the ship seen; filled in here
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Nearby(
            VesselRef vessel,
            double latitudeDegrees,
            double longitudeDegrees,
            double distanceNauticalMiles,
            @Nullable Instant at,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable Boolean isInterpolated,
            @Nullable Boolean synthetic,
            @Nullable Match match) {

        Nearby asked(Instant time) {
            return new Nearby(
                    vessel,
                    latitudeDegrees,
                    longitudeDegrees,
                    distanceNauticalMiles,
                    time,
                    before,
                    after,
                    isInterpolated,
                    synthetic,
                    match);
        }

        Nearby with(Match newer) {
            return new Nearby(
                    vessel,
                    latitudeDegrees,
                    longitudeDegrees,
                    distanceNauticalMiles,
                    at,
                    before,
                    after,
                    isInterpolated,
                    synthetic,
                    newer);
        }
    }
}
