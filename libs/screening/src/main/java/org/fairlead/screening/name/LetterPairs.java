package org.fairlead.screening.name;

/// Which pairs of neighbouring letters a text has, as a set of 64 bits, several pairs to a bit.
///
/// An edit touches at most two pairs of a text, a transposition three, and an edit costs 1, or 0.7
/// for some letters exchanged for each other ([TokenSimilarity]): so a text that can be edited into
/// another at some cost has at most three times as many pairs that the other lacks.
public final class LetterPairs {

    private static final float PAIRS_PER_COST = 3f;

    private LetterPairs() {}

    public static long of(String text) {
        long pairs = 0;
        for (int i = 1; i < text.length(); i++) {
            int hash = (text.charAt(i - 1) * 37 + text.charAt(i)) * 0x9E3779B1;
            pairs |= 1L << (hash >>> 26);
        }
        return pairs;
    }

    /// A cost below which no way of editing one text into the other can be.
    public static float leastCost(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a)) / PAIRS_PER_COST;
    }
}
