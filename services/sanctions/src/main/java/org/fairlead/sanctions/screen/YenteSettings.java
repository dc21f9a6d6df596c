package org.fairlead.sanctions.screen;

import java.util.List;
import java.util.Map;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Question;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Settings of yente's `POST /match/{dataset}`.
///
/// @param changedSince refused: what changed is told by the lists themselves
/// @param topics all listings are of the topic `sanction`
record YenteSettings(
        @Nullable Double threshold,
        @Nullable Double cutoff,
        @Nullable Integer limit,
        @Nullable String algorithm,
        List<String> includeDataset,
        List<String> excludeDataset,
        List<String> excludeSchema,
        List<String> excludeEntityIds,
        List<String> topics,
        @Nullable String changedSince) {

    private static final int MOST_ANSWERS = 500;
    private static final int USUAL_ANSWERS = 5;
    private static final double CUTOFF = 0.5;

    double match() {
        return bounded("threshold", threshold == null ? Profile.PARTY.threshold() : threshold);
    }

    /// Never above the threshold: a match would else be left out.
    double lowest() {
        return Math.max(
                Question.LEAST_THRESHOLD,
                Math.min(match(), bounded("cutoff", cutoff == null ? CUTOFF : cutoff)));
    }

    int most() {
        int most = limit == null ? USUAL_ANSWERS : limit;
        if (most < 1 || most > MOST_ANSWERS) {
            throw ProblemException.invalid("limit", "expected 1 to " + MOST_ANSWERS);
        }
        return most;
    }

    boolean isOfSanctions() {
        return topics.isEmpty() || topics.contains("sanction");
    }

    boolean leavesOut(Map<String, Object> entity) {
        return excludeSchema.contains(entity.get("schema"))
                || excludeEntityIds.contains(entity.get("id"));
    }

    /// More are asked for than shown where some will be left out.
    int asked() {
        return excludeSchema.isEmpty() && excludeEntityIds.isEmpty()
                ? most()
                : CheckedRequest.MOST_ANSWERS;
    }

    private static double bounded(String pointer, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw ProblemException.invalid(pointer, "expected a score from 0 to 1");
        }
        return value;
    }
}
