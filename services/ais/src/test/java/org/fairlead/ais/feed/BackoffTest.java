package org.fairlead.ais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static Backoff backoff(double random) {
        return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.3, () -> random);
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToABound() {
        var backoff = backoff(0.5);

        assertThat(new long[] {next(backoff), next(backoff), next(backoff), next(backoff)})
                .containsExactly(1_000, 2_000, 4_000, 8_000);
        assertThat(next(backoff)).isEqualTo(10_000);
        assertThat(next(backoff)).isEqualTo(10_000);
    }

    @Test
    void isLongerOrShorterByChance() {
        assertThat(next(backoff(0))).isEqualTo(700);
        assertThat(next(backoff(1))).isEqualTo(1_300);
    }

    @Test
    void beginsAnewWhenItWorked() {
        var backoff = backoff(0.5);
        var unused = next(backoff) + next(backoff);

        backoff.reset();

        assertThat(next(backoff)).isEqualTo(1_000);
    }

    private static long next(Backoff backoff) {
        return backoff.nextMillis();
    }
}
