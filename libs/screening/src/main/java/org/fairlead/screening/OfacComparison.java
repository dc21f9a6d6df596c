package org.fairlead.screening;

import java.util.List;
import org.fairlead.screening.compat.OfacScore;

/// A pair as OFAC's own tool scores it: names and aliases, nothing else.
final class OfacComparison {

    private OfacComparison() {}

    static double score(Subject query, Subject listed) {
        int best = 0;
        for (SubjectName ours : query.names()) {
            for (SubjectName theirs : listed.names()) {
                best = Math.max(best, OfacScore.of(ours.text(), theirs.text()));
            }
        }
        return best / 100.0;
    }

    static Comparison of(Subject query, Subject listed) {
        for (SubjectName ours : query.names()) {
            for (SubjectName theirs : listed.names()) {
                int score = OfacScore.of(ours.text(), theirs.text());
                if (score > 0 && score / 100.0 == score(query, listed)) {
                    return of(ours, theirs, score);
                }
            }
        }
        return new Comparison(0, Comparison.Band.WEAK, List.of(), List.of(), List.of());
    }

    private static Comparison of(SubjectName ours, SubjectName theirs, int score) {
        return new Comparison(
                score / 100.0,
                Comparison.Band.of(score / 100.0, false),
                List.of(
                        new MatchedName(
                                ours.text(), theirs.text(), theirs.strength(), score / 100.0)),
                List.of(
                        new Explanation(
                                "name",
                                ours.text(),
                                theirs.text(),
                                score / 100.0,
                                "OFAC's own search would show about %d for these names; it looks at nothing else."
                                        .formatted(score))),
                List.of());
    }
}
