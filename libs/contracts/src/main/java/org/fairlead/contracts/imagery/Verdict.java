package org.fairlead.contracts.imagery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
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
/// @param proof what the outcome rests on beside the margins; absent in events of earlier versions
///   and in withdrawn verdicts
/// @param association what people say of this sighting and this vessel; absent where nobody has
///   said anything
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
        Instant reachedAt,
        @Nullable Proof proof,
        @Nullable AssociationRef association) {

    public static final String TYPE = "org.fairlead.imagery.verdict.v1";
    public static final String GREAT_CIRCLE_LOWER_BOUND = "great-circle-lower-bound";
    public static final String SEA_LOWER_BOUND = "sea-lower-bound";

    /// Without what it rests on beside the margins, and what people say of it.
    public Verdict(
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
        this(
                id,
                version,
                supersedes,
                sightingId,
                silenceId,
                silenceVersion,
                vessel,
                outcome,
                method,
                margins,
                otherCandidates,
                explanation,
                synthetic,
                reachedAt,
                null,
                null);
    }

    /// What the outcome rests on beside the margins.
    ///
    /// @param toleranceNauticalMiles so much may be lacking without excluding: one mile and the
    ///   errors of the place
    /// @param lengthSeenMetres absent where the sighting states none
    /// @param statedLengthsMetres every length she ever stated
    /// @param wayFromStart a plausible way over water from the last report to the sighting, as
    ///   [longitude, latitude] pairs; absent where it was not drawn
    /// @param wayToEnd the same on to the first report after
    public record Proof(
            double toleranceNauticalMiles,
            @Nullable Double lengthSeenMetres,
            List<Integer> statedLengthsMetres,
            @Nullable List<List<Double>> wayFromStart,
            @Nullable List<List<Double>> wayToEnd) {

        // Jackson hands null where the field is absent.
        @SuppressWarnings("NullAway")
        public Proof {
            statedLengthsMetres =
                    statedLengthsMetres == null ? List.of() : List.copyOf(statedLengthsMetres);
        }
    }

    /// The newest version of what people say: see [Association].
    public record AssociationRef(UUID id, int version, Association.State state) {}

    /// The same with a newer word of what people say, as the next version.
    public Verdict with(AssociationRef newer, Instant at) {
        return new Verdict(
                id,
                version + 1,
                version,
                sightingId,
                silenceId,
                silenceVersion,
                vessel,
                outcome,
                method,
                margins,
                otherCandidates,
                explanation,
                synthetic,
                at,
                proof,
                newer);
    }

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
