package org.fairlead.imagery.verdict;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.jspecify.annotations.Nullable;

/// A verdict as the API answers it: the published record with the silence it is about. What belongs
/// to a stored verdict only is absent where nothing is stored.
///
/// @param likelihood of a candidate for a sighting; absent elsewhere, and where she is excluded
public record VerdictView(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable Integer supersedes,
        @Nullable UUID sightingId,
        UUID silenceId,
        int silenceVersion,
        VesselRef vessel,
        Verdict.Outcome outcome,
        String method,
        Verdict.@Nullable Margins margins,
        int otherCandidates,
        String explanation,
        boolean synthetic,
        @Nullable Instant reachedAt,
        @Nullable SilenceView silence,
        @Nullable Sighting sighting,
        Verdict.@Nullable Proof proof,
        Verdict.@Nullable AssociationRef association,
        @Nullable Likelihood likelihood) {

    static VerdictView of(Verdict verdict, @Nullable Silence silence, @Nullable Sighting sighting) {
        return new VerdictView(
                verdict.id(),
                verdict.version(),
                verdict.supersedes(),
                verdict.sightingId(),
                verdict.silenceId(),
                verdict.silenceVersion(),
                verdict.vessel(),
                verdict.outcome(),
                verdict.method(),
                verdict.margins(),
                verdict.otherCandidates(),
                verdict.explanation(),
                verdict.synthetic(),
                verdict.reachedAt(),
                silence == null ? null : SilenceView.of(silence),
                sighting,
                verdict.proof(),
                verdict.association(),
                null);
    }

    /// The same without what only a stored verdict has.
    VerdictView unstored() {
        return copy(false, otherCandidates, proof, likelihood);
    }

    VerdictView with(int others, @Nullable Likelihood newer) {
        return copy(true, others, proof, newer);
    }

    VerdictView with(Verdict.Proof newer) {
        return copy(true, otherCandidates, newer, likelihood);
    }

    private VerdictView copy(
            boolean isStored,
            int others,
            Verdict.@Nullable Proof newProof,
            @Nullable Likelihood newLikelihood) {
        return new VerdictView(
                isStored ? id : null,
                isStored ? version : null,
                isStored ? supersedes : null,
                isStored ? sightingId : null,
                silenceId,
                silenceVersion,
                vessel,
                outcome,
                method,
                margins,
                others,
                explanation,
                synthetic,
                isStored ? reachedAt : null,
                silence,
                sighting,
                newProof,
                association,
                newLikelihood);
    }

    /// The silence in its newest version.
    public record SilenceView(
            UUID id,
            int version,
            Silence.State state,
            ReportedPosition start,
            @Nullable ReportedPosition end,
            double durationHours) {

        static SilenceView of(Silence silence) {
            return new SilenceView(
                    silence.id(),
                    silence.version(),
                    silence.state(),
                    silence.start(),
                    silence.end(),
                    silence.durationHours());
        }
    }
}
