package org.fairlead.contracts.imagery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.imagery.verdict.v1`: what one sighting says of one silence.
///
/// @param supersedes the version before, absent for the first
/// @param silenceVersion the version of the silence it was reached on
/// @param method how distances were bounded: `great-circle-lower-bound` where the straight line was
///   enough to exclude or no sea graph served, else `sea-lower-bound`
/// @param margins hours to spare; negative where the ship would have had to be faster than allowed
/// @param otherCandidates silences of other vessels that are consistent with the same sighting
public record Verdict(
        UUID id,
        int version,
        @Nullable Integer supersedes,
        UUID sightingId,
        UUID silenceId,
        int silenceVersion,
        VesselRef vessel,
        Outcome outcome,
        String method,
        @Nullable Margins margins,
        int otherCandidates,
        String explanation,
        boolean synthetic,
        Instant reachedAt) {

    public static final String TYPE = "org.fairlead.imagery.verdict.v1";
    public static final String GREAT_CIRCLE_LOWER_BOUND = "great-circle-lower-bound";
    public static final String SEA_LOWER_BOUND = "sea-lower-bound";

    /// The proof: distances never longer than the ship's way, and a speed she cannot have exceeded.
    ///
    /// @param pathFromStartNauticalMiles a plausible way by sea, for showing; absent where only the
    ///   straight line was measured
    /// @param pathToEndNauticalMiles the same on to the first report after
    public record Margins(
            double lowerBoundFromStartNauticalMiles,
            @Nullable Double lowerBoundToEndNauticalMiles,
            double exclusionSpeedKnots,
            double arrivalHours,
            @Nullable Double departureHours,
            @Nullable Double pathFromStartNauticalMiles,
            @Nullable Double pathToEndNauticalMiles) {}

    public enum Outcome {
        @JsonProperty("consistent")
        CONSISTENT,
        @JsonProperty("excluded")
        EXCLUDED,
        @JsonProperty("undecided")
        UNDECIDED,
        /// The silence or the sighting no longer stands, so neither does the verdict.
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
