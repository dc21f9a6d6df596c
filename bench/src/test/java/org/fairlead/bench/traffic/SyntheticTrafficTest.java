package org.fairlead.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fairlead.bench.decode.DecodePass;
import org.junit.jupiter.api.Test;

class SyntheticTrafficTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void isTheSameForTheSameSeedAndOtherShipsForAnother() {
        assertThat(traffic(1).sentences()).isEqualTo(traffic(1).sentences());
        assertThat(traffic(1).sentences()).isNotEqualTo(traffic(2).sentences());
    }

    /// Three lines to two messages at first, for an identity takes two sentences.
    @Test
    void isUnderstoodByTheDecoderToTheLastLine() {
        var pass = DecodePass.over(traffic(3).sentences());

        assertThat(pass.lines()).isEqualTo(50 * 2 + 50 * 20);
        assertThat(pass.decoded()).isEqualTo(50 + 50 * 20);
    }

    private static SyntheticTraffic traffic(int seed) {
        return new SyntheticTraffic(seed, 50, 20, START, Duration.ofMinutes(1));
    }
}
