package org.fairlead.screening.index;

import java.util.Arrays;
import org.fairlead.screening.name.LetterCounts;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.name.TokenSimilarity;

/// Words without their vowels, for names from scripts that write none.
final class Skeletons {

    private final int[] ids;
    private final byte[] lengths;
    private final LetterCounts[] letters;

    Skeletons(Token[] tokens, int[] ids) {
        this.ids = ids;
        this.lengths = new byte[ids.length];
        this.letters = new LetterCounts[ids.length];
        for (int i = 0; i < ids.length; i++) {
            String skeleton = tokens[ids[i]].skeleton();
            lengths[i] = (byte) skeleton.length();
            letters[i] = LetterCounts.of(skeleton);
        }
    }

    /// Those that a query's own skeleton may reach.
    int[] near(Token query, float floor) {
        String skeleton = query.skeleton();
        var counts = LetterCounts.of(skeleton);
        var near = new int[16];
        int size = 0;
        for (int i = 0; i < ids.length && !skeleton.isEmpty(); i++) {
            int longer = Math.max(lengths[i], skeleton.length());
            float budget = TokenSimilarity.budgetWithoutVowels(longer, floor);
            if (Math.abs(lengths[i] - skeleton.length()) <= budget
                    && counts.leastCost(letters[i]) <= budget) {
                near = size == near.length ? Arrays.copyOf(near, 2 * size) : near;
                near[size++] = ids[i];
            }
        }
        return Arrays.copyOf(near, size);
    }
}
