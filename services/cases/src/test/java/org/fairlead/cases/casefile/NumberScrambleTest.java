package org.fairlead.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberScrambleTest {

    private final NumberScramble scramble = NumberScramble.of(new byte[32]);

    @Test
    void givesEveryNumberOfFourDigitsOnceThenThoseOfFive() {
        var seen = new BitSet();
        IntStream.range(1, 10_000).map(scramble::at).forEach(seen::set);

        assertThat(seen.cardinality()).isEqualTo(9_999);
        assertThat(seen.nextSetBit(0)).isEqualTo(1);
        assertThat(seen.length() - 1).isEqualTo(9_999);
        assertThat(IntStream.range(10_000, 10_100).map(scramble::at).distinct())
                .hasSize(100)
                .allMatch(number -> number >= 10_000 && number <= 99_999);
    }

    @Test
    void sumsUpToNoOrder() {
        long rises =
                IntStream.range(1, 2_000)
                        .filter(count -> scramble.at(count + 1) > scramble.at(count))
                        .count();

        assertThat(rises).isBetween(900L, 1_100L);
    }

    @Test
    void differsWithTheKey() {
        var other = NumberScramble.of(NumberScramble.newKey());

        assertThat(IntStream.range(1, 100).filter(n -> other.at(n) == scramble.at(n)).count())
                .isLessThan(5);
    }

    @Test
    void countsFromOne() {
        assertThatThrownBy(() -> scramble.at(0)).hasMessageContaining("below 1: 0");
    }
}
