package org.fairlead.bench.screening;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.fairlead.screening.compat.OfacScore;

/// How far scores lie from those that OFAC's own tool showed, in points of 100.
///
/// @param meanError with the constants as shipped, which were found from these scores
/// @param heldOutError with constants found from the scores of the other half of the queries
/// @param baselineError of plain Jaro–Winkler
record OfacAccuracy(int pairs, double meanError, double heldOutError, double baselineError) {

    private static final double[] PREFIX_SCALES = {0.08, 0.1, 0.11, 0.12, 0.13, 0.15};
    private static final double[] FLOORS = {0, 0.4, 0.5, 0.6, 0.7};
    private static final int[] SHORTEST_WORDS = {1, 2, 3, 4};

    private record Seen(String query, String result, int score) {}

    static OfacAccuracy of(Path file) {
        var seen =
                LabelledPairs.read(file).stream()
                        .map(row ->
                                new Seen(
                                        row.getOrDefault("query_name", ""),
                                        row.getOrDefault("result_name", ""),
                                        Integer.parseInt(row.getOrDefault("ofac_score", ""))))
                        .filter(each -> each.score >= 0)
                        .toList();
        double heldOut = 0;
        for (int half = 0; half < 2; half++) {
            heldOut += error(chosenOn(half(seen, 1 - half)), half(seen, half));
        }
        return new OfacAccuracy(
                seen.size(),
                seen.stream()
                        .mapToDouble(each ->
                                Math.abs(OfacScore.of(each.query, each.result) - each.score))
                        .average()
                        .orElse(0),
                heldOut / seen.size(),
                baseline(seen));
    }

    // By the query: what one search showed stays in one half.
    private static List<Seen> half(List<Seen> all, int which) {
        return all.stream()
                .filter(each -> Math.floorMod(each.query.hashCode() >> 4, 2) == which)
                .toList();
    }

    private static OfacScore chosenOn(List<Seen> half) {
        var best = new OfacScore(0.1, 0, 1);
        for (double scale : PREFIX_SCALES) {
            for (double floor : FLOORS) {
                for (int shortest : SHORTEST_WORDS) {
                    var other = new OfacScore(scale, floor, shortest);
                    best = error(other, half) < error(best, half) ? other : best;
                }
            }
        }
        return best;
    }

    /// Summed over all.
    private static double error(OfacScore score, List<Seen> seen) {
        return seen.stream()
                .mapToDouble(each -> Math.abs(score.score(each.query, each.result) - each.score))
                .sum();
    }

    private static double baseline(List<Seen> seen) {
        var jaroWinkler = new JaroWinklerSimilarity();
        return seen.stream()
                .mapToDouble(each ->
                        Math.abs(
                                100
                                                * jaroWinkler.apply(
                                                        each.query.toUpperCase(Locale.ROOT),
                                                        each.result.toUpperCase(Locale.ROOT))
                                        - each.score))
                .average()
                .orElse(0);
    }
}
