package org.fairlead.screening.score;

/// Words that stand for each other, and what is left over on either side, as one number.
///
/// ```
/// S = Σ w·s / (Σ w + conflictWeight·K + querySurplus·Q + listedSurplus·L) · conflictFactor^K
/// ```
///
/// over assigned words, where K is the weight that is left over on *both* sides, Q and L what one
/// side has beyond that.
final class WordSum {

    private final NameModel model;

    WordSum(NameModel model) {
        this.model = model;
    }

    /// The words of one side.
    ///
    /// @param weights word by word
    /// @param isInitial word by word: a letter that stands for a name
    @SuppressWarnings("ArrayRecordComponent")
    record Side(float[] weights, boolean[] isInitial) {

        int size() {
            return weights.length;
        }
    }

    /// What a similarity rests on.
    ///
    /// @param assigned for each word of the query that of the listing, -1 for none
    @SuppressWarnings("ArrayRecordComponent")
    record Sum(float similarity, int[] assigned) {}

    /// @param alike query by listing, 0 for different words
    Sum of(Side query, Side listed, float[][] alike) {
        int n = query.size();
        int m = listed.size();
        var gain = new float[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (alike[i][j] > 0) {
                    gain[i][j] = pairWeight(query, i, listed, j) * alike[i][j];
                }
            }
        }
        int[] assigned = Assignment.best(gain);
        return new Sum(similarity(query, listed, gain, assigned), assigned);
    }

    private float similarity(Side query, Side listed, float[][] gain, int[] assigned) {
        double matched = 0;
        double weight = 0;
        boolean hasName = false;
        double ours = 0;
        boolean[] isTaken = new boolean[listed.size()];
        for (int i = 0; i < query.size(); i++) {
            int j = assigned[i];
            if (j < 0) {
                ours += query.weights[i];
            } else {
                isTaken[j] = true;
                matched += gain[i][j];
                weight += pairWeight(query, i, listed, j);
                hasName |= !query.isInitial[i] && !listed.isInitial[j];
            }
        }
        double theirs = 0;
        for (int j = 0; j < listed.size(); j++) {
            theirs += isTaken[j] ? 0 : listed.weights[j];
        }
        double conflict = Math.min(ours, theirs);
        double parts =
                weight
                        + model.conflictWeight() * conflict
                        + model.querySurplus() * (ours - conflict)
                        + model.listedSurplus() * (theirs - conflict);
        // Initials alone are nobody's name.
        return parts == 0 || !hasName
                ? 0f
                : (float) (matched / parts * Math.pow(model.conflictFactor(), conflict));
    }

    private static float pairWeight(Side query, int i, Side listed, int j) {
        return (query.weights[i] + listed.weights[j]) / 2;
    }
}
