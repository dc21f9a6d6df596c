package org.fairlead.screening;

import java.util.List;
import java.util.Locale;

/// What became of a pair.
///
/// @param score 0 to 0.999, four decimals; never 1, since two records are never certainly one thing
/// @param explanations the name first
/// @param counterfactuals what the score would be without its main reason
public record Comparison(
        double score,
        Band band,
        List<MatchedName> matchedNames,
        List<Explanation> explanations,
        List<String> counterfactuals) {

    public Comparison {
        matchedNames = List.copyOf(matchedNames);
        explanations = List.copyOf(explanations);
        counterfactuals = List.copyOf(counterfactuals);
    }

    /// What to do with a score.
    public enum Band {
        /// From 0.95: look at once.
        STRONG,
        /// From 0.70.
        LIKELY,
        /// From 0.50.
        POSSIBLE,
        WEAK,
        /// The names agree, a stronger fact says that they are two.
        CONTRADICTED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Band of(double score, boolean isContradicted) {
            if (isContradicted) {
                return CONTRADICTED;
            }
            if (score >= 0.95) {
                return STRONG;
            }
            return score >= 0.70 ? LIKELY : score >= 0.50 ? POSSIBLE : WEAK;
        }
    }
}
