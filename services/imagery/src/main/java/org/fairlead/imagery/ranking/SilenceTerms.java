package org.fairlead.imagery.ranking;

import java.time.Instant;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.imagery.silence.KnownSilence;

/// What verdicts take a silence for; ranking must not take it for anything else.
public interface SilenceTerms {

    /// She was never faster.
    double exclusionKnots(KnownSilence known);

    /// Until when the silence is held against sightings.
    Instant end(Silence silence);
}
