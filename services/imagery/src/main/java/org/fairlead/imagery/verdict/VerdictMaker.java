package org.fairlead.imagery.verdict;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Makes the versions of verdicts. The id follows from sighting and silence, the version from the
/// one before.
final class VerdictMaker {

    private VerdictMaker() {}

    static UUID idOf(UUID sighting, UUID silence) {
        return OutboxEvent.idOf("verdict", sighting, silence);
    }

    static UUID eventId(Verdict verdict) {
        return OutboxEvent.idOf(Verdict.TYPE, verdict.id(), verdict.version());
    }

    static Verdict reached(
            @Nullable Verdict before,
            Sighting sighting,
            KnownSilence known,
            Judgement.Reached judgement,
            int otherCandidates,
            Instant now) {
        Silence silence = known.silence();
        return new Verdict(
                idOf(sighting.id(), silence.id()),
                before == null ? 1 : before.version() + 1,
                before == null ? null : Integer.valueOf(before.version()),
                sighting.id(),
                silence.id(),
                silence.version(),
                vessel(known),
                judgement.outcome(),
                judgement.method(),
                judgement.margins(),
                otherCandidates,
                judgement.explanation(),
                sighting.synthetic() || silence.synthetic(),
                now,
                judgement.proof(),
                before == null ? null : before.association());
    }

    static Verdict withdrawn(Verdict before, int silenceVersion, String why, Instant now) {
        return new Verdict(
                before.id(),
                before.version() + 1,
                before.version(),
                before.sightingId(),
                before.silenceId(),
                silenceVersion,
                before.vessel(),
                Verdict.Outcome.WITHDRAWN,
                before.method(),
                null,
                0,
                why,
                before.synthetic(),
                now,
                null,
                before.association());
    }

    /// True when the newer one would only repeat the older: nothing to publish.
    static boolean repeats(@Nullable Verdict before, Verdict after) {
        return before != null
                && before.outcome() == after.outcome()
                && before.method().equals(after.method())
                && before.silenceVersion() == after.silenceVersion()
                && before.explanation().equals(after.explanation())
                && java.util.Objects.equals(before.margins(), after.margins())
                && before.vessel().equals(after.vessel());
    }

    private static VesselRef vessel(KnownSilence known) {
        return known.vessel() == null ? known.silence().vessel() : known.vessel().identity().ref();
    }
}
