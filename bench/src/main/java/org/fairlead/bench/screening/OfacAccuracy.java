package org.fairlead.bench.screening;

import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.fairlead.screening.compat.OfacScore;

/// How far scores lie from those that OFAC's own tool showed.
///
/// @param meanError in points of 100; `baselineError` that of plain Jaro–Winkler
record OfacAccuracy(int pairs, double meanError, double baselineError) {

    static OfacAccuracy of(Path file) {
        var jaroWinkler = new JaroWinklerSimilarity();
        int pairs = 0;
        double error = 0;
        double baseline = 0;
        for (Map<String, String> row : LabelledPairs.read(file)) {
            int seen = Integer.parseInt(row.getOrDefault("ofac_score", ""));
            if (seen >= 0) {
                String query = row.getOrDefault("query_name", "");
                String result = row.getOrDefault("result_name", "");
                pairs++;
                error += Math.abs(OfacScore.of(query, result) - seen);
                baseline +=
                        Math.abs(
                                100
                                                * jaroWinkler.apply(
                                                        query.toUpperCase(java.util.Locale.ROOT),
                                                        result.toUpperCase(java.util.Locale.ROOT))
                                        - seen);
            }
        }
        return new OfacAccuracy(pairs, error / pairs, baseline / pairs);
    }
}
