package org.fairlead.screening.compat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name's score as OFAC's own search tool shows it, 0 to 100, found from scores seen there: the
/// greater of Jaro–Winkler over the whole strings and the mean, over the query's words of three
/// letters or more, of the best word's. A prefix of up to four letters gives 0.12 a letter; a word
/// under 0.5 counts nothing. Other scripts than Latin are not read, as they are not there.
public final class OfacScore {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LATIN = Pattern.compile("[^a-z0-9]+");

    private static final OfacScore STANDARD = new OfacScore(0.12, 0.5, 3);

    private final double prefixScale;
    private final double floor;
    private final int shortestWord;

    /// @param prefixScale bonus for each letter of a common prefix
    /// @param floor a word less alike counts nothing
    /// @param shortestWord letters of a word that counts, where there is one
    public OfacScore(double prefixScale, double floor, int shortestWord) {
        this.prefixScale = prefixScale;
        this.floor = floor;
        this.shortestWord = shortestWord;
    }

    public static int of(String query, String listed) {
        return STANDARD.score(query, listed);
    }

    public int score(String query, String listed) {
        String[] ours = words(query);
        String[] theirs = words(listed);
        if (ours.length == 0 || theirs.length == 0) {
            return 0;
        }
        double whole =
                JaroWinkler.of(String.join(" ", ours), String.join(" ", theirs), prefixScale);
        return (int) Math.round(100 * Math.max(whole, mean(ours, theirs)));
    }

    private double mean(String[] ours, String[] theirs) {
        boolean hasLong = Arrays.stream(ours).anyMatch(this::isLong);
        double sum = 0;
        int count = 0;
        for (String word : ours) {
            if (isLong(word) || !hasLong) {
                double best = 0;
                for (String other : theirs) {
                    best = Math.max(best, JaroWinkler.of(word, other, prefixScale));
                }
                sum += best < floor ? 0 : best;
                count++;
            }
        }
        return sum / count;
    }

    private boolean isLong(String word) {
        return word.length() >= shortestWord;
    }

    private static String[] words(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace("'", "");
        String latin = NOT_LATIN.matcher(plain).replaceAll(" ").strip();
        return latin.isEmpty() ? new String[0] : latin.split(" ");
    }
}
