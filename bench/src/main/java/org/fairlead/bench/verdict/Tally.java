package org.fairlead.bench.verdict;

import org.fairlead.association.ranking.Ranking;

/// Posteriors with ships that never transmit among the possibilities, and what was so: every
/// sighting counts for as many ship hours as it stands for.
final class Tally {

    final Reliability candidates =
            new Reliability(0, 1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.2, 0.4, 0.6, 0.8, 1.01);
    final Reliability strangers =
            new Reliability(0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01);

    /// @param truth where the true ship stands; -1 where she is none of them
    void add(Ranking ranking, int truth, boolean isStranger, double weight) {
        for (int at = 0; at < ranking.candidates().size(); at++) {
            candidates.add(ranking.candidates().get(at).posterior(), at == truth, weight);
        }
        if (!ranking.candidates().isEmpty()) {
            strangers.add(ranking.never(), isStranger, weight);
        }
    }
}
