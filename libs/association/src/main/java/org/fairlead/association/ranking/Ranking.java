package org.fairlead.association.ranking;

import java.util.List;

/// All silences held against one sighting.
///
/// @param candidates those that can have been there, the likeliest first; their posteriors and
///   `never` sum to 1
/// @param never the posterior of a ship that never transmits
/// @param others the nearest of the rest, the nearest first: excluded, or beyond reach and
///   undecided
/// @param touched how many silences span some instant of the sighting
/// @param consistent how many of them are consistent
/// @param undecided how many are undecided, far ones among them
/// @param excluded how many are excluded
public record Ranking(
        List<Candidate> candidates,
        double never,
        List<IndexedSilence> others,
        int touched,
        int consistent,
        int undecided,
        int excluded) {

    public Ranking {
        candidates = List.copyOf(candidates);
        others = List.copyOf(others);
    }

    /// How far a search by sea has to go to measure every candidate, and some way beyond, so that
    /// those it excludes are measured as well.
    public double searchNauticalMiles() {
        double farthest = 0;
        for (Candidate candidate : candidates) {
            var way = candidate.passage();
            double hours = Math.max(way.hoursIn(), way.hoursOut());
            farthest = Math.max(farthest, candidate.silence().exclusionKnots() * hours);
        }
        return 2 * farthest + 500;
    }
}
