package org.fairlead.sanctions.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2024-05-04T12:00:00Z");

    @Test
    void isSecondsOrADate() {
        assertThat(RetryAfter.of("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.of("Sat, 4 May 2024 13:00:00 GMT", NOW))
                .isEqualTo(Duration.ofHours(1));
        assertThat(RetryAfter.of("Sat, 4 May 2024 11:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void isNothingWhenItCannotBeRead() {
        assertThat(RetryAfter.of(null, NOW)).isNull();
        assertThat(RetryAfter.of("soon", NOW)).isNull();
        assertThat(RetryAfter.of("-1", NOW)).isNull();
    }

    @Test
    void isHeededUpToTheLongestWait() {
        var backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(24));

        assertThat(backoff.after(1, 0.5, null)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.after(1, 0.5, Duration.ofSeconds(10))).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.after(1, 0.5, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
        assertThat(backoff.after(1, 0.5, Duration.ofDays(9))).isEqualTo(Duration.ofHours(24));
    }
}
