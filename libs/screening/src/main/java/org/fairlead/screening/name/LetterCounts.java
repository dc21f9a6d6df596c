package org.fairlead.screening.name;

/// How often a text has each letter and digit, to three, as sets of bits: a bit in `once` for one
/// occurrence at least, in `twice` for two, in `thrice` for three. What one text has beyond another
/// can so be counted with three instructions a set.
public record LetterCounts(long once, long twice, long thrice) {

    private static final long VOWELS = bits("aeiou");

    /// What [Folding#skeleton] leaves out.
    private static final long UNWRITTEN = VOWELS | bits("vh");

    /// Letters of which some may be exchanged for less ([TokenSimilarity]).
    private static final long CHEAP = VOWELS | bits("gkbpdtmnfvsjh");

    public static LetterCounts of(String text) {
        long once = 0;
        long twice = 0;
        long thrice = 0;
        for (int i = 0; i < text.length(); i++) {
            long bit = 1L << place(text.charAt(i));
            thrice |= twice & bit;
            twice |= once & bit;
            once |= bit;
        }
        return new LetterCounts(once, twice, thrice);
    }

    private static long bits(String text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= 1L << place(text.charAt(i));
        }
        return bits;
    }

    private static int place(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '0' && letter <= '9' ? 26 + letter - '0' : 36;
    }

    /// A cost below which no way of editing one text into the other can be: an edit takes at most
    /// one letter away, for 1, or for 0.7 where the letter can be exchanged for that.
    public float leastCost(LetterCounts other) {
        return leastCost(once, twice, thrice, other.once, other.twice, other.thrice);
    }

    public static float leastCost(long a1, long a2, long a3, long b1, long b2, long b3) {
        return Math.max(
                missing(a1 & ~b1, a2 & ~b2, a3 & ~b3), missing(b1 & ~a1, b2 & ~a2, b3 & ~a3));
    }

    /// A cost below which no way of editing a skeleton into that of a fold can be. A skeleton has
    /// each consonant of its fold, though not as often: letters that come together become one.
    ///
    /// @param b1 letters of the fold, as are `b2` and `b3`
    public float leastCostWithoutVowels(long b1, long b2, long b3) {
        return Math.max(
                missing(once & ~b1, twice & ~b2, thrice & ~b3),
                missing(b1 & ~UNWRITTEN & ~once, 0, 0));
    }

    private static float missing(long once, long twice, long thrice) {
        int cheap =
                Long.bitCount(once & CHEAP)
                        + Long.bitCount(twice & CHEAP)
                        + Long.bitCount(thrice & CHEAP);
        int all = Long.bitCount(once) + Long.bitCount(twice) + Long.bitCount(thrice);
        return all - (1 - TokenSimilarity.VOWEL_COST) * cheap;
    }
}
