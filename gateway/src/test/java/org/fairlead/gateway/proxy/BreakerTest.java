package org.fairlead.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(2));

    @Test
    void admitsUntilFailuresFollowEachOther() {
        breaker.failed(0);
        breaker.failed(0);
        breaker.succeeded();
        breaker.failed(0);
        breaker.failed(0);

        assertThat(breaker.admits(0)).isTrue();
    }

    @Nested
    class AfterThreeFailures {

        @BeforeEach
        void fail() {
            breaker.failed(0);
            breaker.failed(0);
            breaker.failed(0);
        }

        @Test
        void leavesTheServiceAlone() {
            assertThat(breaker.admits(SECOND)).isFalse();
        }

        @Test
        void letsOneCallTryAndNoSecondBesideIt() {
            assertThat(breaker.admits(2 * SECOND)).isTrue();
            assertThat(breaker.admits(2 * SECOND)).isFalse();
        }

        @Test
        void goesOnWhenThatCallSucceeds() {
            assertThat(breaker.admits(2 * SECOND)).isTrue();
            breaker.succeeded();

            assertThat(breaker.admits(2 * SECOND)).isTrue();
            assertThat(breaker.admits(2 * SECOND)).isTrue();
        }

        @Test
        void waitsAgainWhenThatCallFails() {
            assertThat(breaker.admits(2 * SECOND)).isTrue();
            breaker.failed(2 * SECOND);

            assertThat(breaker.admits(3 * SECOND)).isFalse();
            assertThat(breaker.admits(4 * SECOND)).isTrue();
        }

        @Test
        void letsAnotherTryWhenThatCallersCallerLeft() {
            assertThat(breaker.admits(2 * SECOND)).isTrue();
            breaker.toldNothing();

            assertThat(breaker.admits(2 * SECOND)).isTrue();
        }
    }
}
