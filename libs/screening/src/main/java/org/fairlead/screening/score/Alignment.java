package org.fairlead.screening.score;

import java.util.List;

/// How two names stand to each other.
///
/// @param similarity 0 to 1, after all factors
/// @param pairs words that stand for each other
/// @param queryOnly words of the query without a counterpart
/// @param listedOnly words of the listing without one
/// @param numbers how their numbers compare
/// @param way by which comparison the similarity came about
public record Alignment(
        float similarity,
        List<Pair> pairs,
        List<String> queryOnly,
        List<String> listedOnly,
        Numbers numbers,
        Way way) {

    public Alignment {
        pairs = List.copyOf(pairs);
        queryOnly = List.copyOf(queryOnly);
        listedOnly = List.copyOf(listedOnly);
    }

    public record Pair(String query, String listed, float similarity) {}

    public enum Numbers {
        NONE,
        SAME,
        ONE_SIDE,
        DIFFERENT
    }

    public enum Way {
        WORDS,
        JOINED,
        ACRONYM
    }
}
