package org.fairlead.imagery.candidate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.fairlead.imagery.verdict.SilentCandidates;
import org.fairlead.imagery.verdict.VerdictView;
import org.jspecify.annotations.Nullable;

/// Who could it be.
///
/// @param sightingId absent for a question of which no record is kept
/// @param method how distances were bounded
/// @param silent with [SilentCandidates.Counts] of all, listed or not
/// @param neverTransmitting whose posterior, that of all candidates listed and
///   `posteriorOfUnlisted` sum to 1
public record Candidates(
        @Nullable UUID sightingId,
        String method,
        List<VerdictView> silent,
        SilentCandidates.Counts counts,
        SilentCandidates.NeverTransmitting neverTransmitting,
        double posteriorOfUnlisted,
        List<NearbyVessels.Nearby> transmitting,
        TransmittingState transmittingState) {

    /// Whether the list of transmitting ships can be relied on.
    public enum TransmittingState {
        @JsonProperty("ok")
        OK,
        @JsonProperty("unavailable")
        UNAVAILABLE
    }
}
