package org.fairlead.screening.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenSimilarityTest {

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void fillsOnlyABandAndGivesWhatTheWholeTableGives() {
        for (int i = 0; i < 20_000; i++) {
            String a = word();
            String b = random.nextInt(3) == 0 ? word() : changed(a);
            float budget = random.nextInt(5) + random.nextInt(10) / 10f;
            float full = TokenSimilarity.cost(a, b, 1_000);

            float banded = TokenSimilarity.cost(a, b, budget);

            if (full <= budget) {
                assertThat(banded).as(a + " " + b).isCloseTo(full, within(1e-4f));
            } else {
                assertThat(banded).as(a + " " + b).isGreaterThan(budget);
            }
        }
    }

    @Test
    void neverBoundsTheCostAboveWhatItIs() {
        for (int i = 0; i < 20_000; i++) {
            String a = word();
            String b = random.nextBoolean() ? word() : changed(a);

            float least = LetterCounts.of(a).leastCost(LetterCounts.of(b));

            assertThat(least)
                    .as(a + " " + b)
                    .isLessThanOrEqualTo(TokenSimilarity.cost(a, b, 1_000) + 1e-4f);
        }
    }

    @Test
    void isTheSameBothWays() {
        for (int i = 0; i < 5_000; i++) {
            Token a = Token.of(word(), TokenKind.WORD, false);
            Token b = Token.of(changed(a.text()), TokenKind.WORD, false);

            assertThat(TokenSimilarity.of(a, b, 0.6f, true))
                    .isCloseTo(TokenSimilarity.of(b, a, 0.6f, true), within(1e-5f));
        }
    }

    private String word() {
        var word = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String changed(String word) {
        var changed = new StringBuilder(word);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            char letter = (char) ('a' + random.nextInt(26));
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, letter);
                case 1 -> changed.insert(at, letter);
                default -> changed.append(changed.charAt(at));
            }
        }
        return changed.toString();
    }
}
