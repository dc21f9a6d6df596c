package org.fairlead.screening.name;

/// How alike two words are, 0 or from the floor to 1.
///
/// Damerau–Levenshtein (optimal string alignment) on the folds: a vowel taken for another costs
/// 0.7, letters that are mistaken for each other 0.7, anything else 1; over the longer length.
/// Equal folds of different spellings give 0.96. An initial agrees with any word it begins.
///
/// No bound is guessed: with lengths a and b the cost is at least |a - b|, and at least that of the
/// letters that one side has and the other lacks ([LetterCounts#leastCost]).
public final class TokenSimilarity {

    /// The cheapest edit there is.
    public static final float LEAST_EDIT = 0.7f;

    static final float VOWEL_COST = LEAST_EDIT;

    /// Of words that fold to the same.
    public static final float SPELLING = 0.96f;

    static final float INITIAL = 0.85f;
    static final float GIVEN_NAME = 0.82f;
    static final float VOWELLESS = 0.92f;

    private static final float FAR = 1e6f;

    /// Letters that are mistaken for each other.
    private static final String[] MISTAKEN = {"gk", "bp", "dt", "mn", "fv", "gh", "js", "hk", "gj"};

    /// Costs of one letter for another, `left << 7 | right`.
    private static final float[] EXCHANGE = exchanges();

    private TokenSimilarity() {}

    /// @param floor below it the words are taken for different ones: 0
    /// @param isShortForgiven one letter of three may differ
    public static float of(Token a, Token b, float floor, boolean isShortForgiven) {
        if (a.kind() == TokenKind.INITIAL || b.kind() == TokenKind.INITIAL) {
            return initials(a, b);
        }
        if (a.isVowelless() != b.isVowelless()) {
            return consonants(a, b, floor);
        }
        if (a.text().equals(b.text())) {
            return 1f;
        }
        if (a.fold().equals(b.fold())) {
            return SPELLING;
        }
        if (areTwoGivenNames(a, b) || isFatherAndSon(a, b)) {
            return 0f;
        }
        float edited = spelled(a, b, floor, isShortForgiven);
        return isSameGivenName(a, b) ? Math.max(edited, GIVEN_NAME) : edited;
    }

    private static float spelled(Token a, Token b, float floor, boolean isShortForgiven) {
        int longer = Math.max(a.fold().length(), b.fold().length());
        return a.letters().leastCost(b.letters()) > budget(longer, floor, isShortForgiven)
                ? 0f
                : edited(a.fold(), b.fold(), SPELLING, floor, isShortForgiven);
    }

    private static boolean areTwoGivenNames(Token a, Token b) {
        return a.givenName() != null
                && b.givenName() != null
                && GivenNames.areTwo(a.givenName(), b.givenName());
    }

    /// Ivanovich is the son of an Ivan, and no Ivanov.
    private static boolean isFatherAndSon(Token a, Token b) {
        if ((a.kind() == TokenKind.PATRONYMIC) == (b.kind() == TokenKind.PATRONYMIC)) {
            return false;
        }
        String son = a.kind() == TokenKind.PATRONYMIC ? a.fold() : b.fold();
        String other = a.kind() == TokenKind.PATRONYMIC ? b.fold() : a.fold();
        return son.startsWith(other) && son.length() - other.length() >= 2;
    }

    private static boolean isSameGivenName(Token a, Token b) {
        return a.givenName() != null && a.givenName().equals(b.givenName());
    }

    private static float initials(Token a, Token b) {
        if (a.text().charAt(0) != b.text().charAt(0)) {
            return 0f;
        }
        return a.kind() == b.kind() ? 1f : INITIAL;
    }

    private static float consonants(Token a, Token b, float floor) {
        String ours = a.skeleton();
        String theirs = b.skeleton();
        if (ours.isEmpty() || theirs.isEmpty()) {
            return 0f;
        }
        return ours.equals(theirs) ? VOWELLESS : edited(ours, theirs, VOWELLESS, floor, false);
    }

    /// Whether a word and one of which only the fold is known are at all alike: what [#of(Token,
    /// Token, float, boolean)] says of two words that are no initials and no given names.
    public static boolean areAlike(Token a, String fold, boolean isVowelless, float floor) {
        if (a.isVowelless() != isVowelless) {
            String ours = a.skeleton();
            String theirs = Folding.skeleton(fold);
            return !ours.isEmpty()
                    && !theirs.isEmpty()
                    && (ours.equals(theirs) || edited(ours, theirs, VOWELLESS, floor, false) > 0);
        }
        return a.fold().equals(fold) || edited(a.fold(), fold, SPELLING, floor, false) > 0;
    }

    private static float edited(
            String a, String b, float top, float floor, boolean isShortForgiven) {
        int longer = Math.max(a.length(), b.length());
        float budget = budget(longer, top, floor, isShortForgiven);
        float cost = cost(a, b, budget);
        return cost > budget ? 0f : Math.max(floor, top * (1 - cost / longer));
    }

    /// What edits between two words may cost at most.
    ///
    /// @param longer length of the longer one
    public static float budget(int longer, float floor, boolean isShortForgiven) {
        return budget(longer, SPELLING, floor, isShortForgiven);
    }

    /// The same between words whose vowels are left out.
    ///
    /// @param longer length of the longer one without them
    public static float budgetWithoutVowels(int longer, float floor) {
        return budget(longer, VOWELLESS, floor, false);
    }

    private static float budget(int longer, float top, float floor, boolean isShortForgiven) {
        float budget = longer * (1 - floor / top) + 1e-4f;
        return isShortForgiven && longer == 3 ? Math.max(budget, 1f) : budget;
    }

    /// More than the budget when it is above it, though not how much.
    ///
    /// Only a band about the diagonal is filled: to leave it takes more insertions than the budget
    /// has.
    static float cost(String a, String b, float budget) {
        int n = a.length();
        int m = b.length();
        int band = (int) budget;
        if (Math.abs(n - m) > band) {
            return FAR;
        }
        float[] before = new float[m + 2];
        float[] last = new float[m + 2];
        float[] row = new float[m + 2];
        for (int j = 0; j <= m; j++) {
            last[j] = j <= band ? j : FAR;
        }
        float bestBefore = 0;
        for (int i = 1; i <= n; i++) {
            int from = Math.max(1, i - band);
            int to = Math.min(m, i + band);
            row[from - 1] = from == 1 && i <= band ? i : FAR;
            last[to] = to == i + band && i + band <= m ? FAR : last[to];
            float best = row[from - 1];
            for (int j = from; j <= to; j++) {
                char left = a.charAt(i - 1);
                char right = b.charAt(j - 1);
                float cost = Math.min(last[j], row[j - 1]) + 1;
                cost = Math.min(cost, last[j - 1] + exchange(left, right));
                if (i > 1
                        && j > 1
                        && left == b.charAt(j - 2)
                        && right == a.charAt(i - 2)
                        && left != right) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                best = Math.min(best, cost);
            }
            row[to + 1] = FAR;
            // A transposition may still start from the row before this one.
            if (best > budget && bestBefore > budget) {
                return FAR;
            }
            bestBefore = best;
            float[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[m];
    }

    private static float exchange(char left, char right) {
        return left == right ? 0f : left < 128 && right < 128 ? EXCHANGE[left << 7 | right] : 1f;
    }

    private static float[] exchanges() {
        var costs = new float[1 << 14];
        java.util.Arrays.fill(costs, 1f);
        for (String pair : MISTAKEN) {
            set(costs, pair.charAt(0), pair.charAt(1));
        }
        for (char left : "aeiou".toCharArray()) {
            for (char right : "aeiou".toCharArray()) {
                set(costs, left, right);
            }
        }
        return costs;
    }

    private static void set(float[] costs, char left, char right) {
        costs[left << 7 | right] = VOWEL_COST;
        costs[right << 7 | left] = VOWEL_COST;
    }
}
