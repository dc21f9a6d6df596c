package org.fairlead.screening.score;

/// How rare a word is among the names of a corpus.
public interface Rarity {

    float LEAST = 0.7f;
    float MOST = 1.15f;

    /// Without a corpus every word is as rare as any other.
    Rarity NONE =
            new Rarity() {
                @Override
                public float weight(String fold) {
                    return 1f;
                }

                @Override
                public boolean isCommon(String fold) {
                    return false;
                }
            };

    /// What a word weighs, a clamped inverse document frequency: from [#LEAST] for a word in every
    /// name to [#MOST] for one in none.
    float weight(String fold);

    /// True for a word that three names or more have.
    boolean isCommon(String fold);

    /// @param names how many names have the word, of how many
    static float weight(int names, int of) {
        if (of == 0) {
            return 1f;
        }
        double share = Math.log((of + 1.0) / (names + 1.0)) / Math.log(of + 1.0);
        return (float) (LEAST + (MOST - LEAST) * share);
    }
}
