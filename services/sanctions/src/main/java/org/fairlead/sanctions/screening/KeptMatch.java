package org.fairlead.sanctions.screening;

import org.fairlead.contracts.sanctions.ScreeningHit;

/// A pair as it is kept: the record told to others, and where the pair stands.
record KeptMatch(MatchState state, ScreeningHit match) {

    /// True when the two say the same, leaving aside when it was looked at and in which version.
    boolean saysTheSameAs(KeptMatch other) {
        return state == other.state
                && match.vessel().equals(other.match.vessel())
                && match.listing().equals(other.match.listing())
                && match.matchedBy().equals(other.match.matchedBy())
                && match.contradictions().equals(other.match.contradictions())
                && match.synthetic() == other.match.synthetic();
    }
}
