package org.fairlead.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicInteger asked = new AtomicInteger();
    private boolean isAway;
    private Instant now = Instant.EPOCH;

    private final Remembered<Integer> remembered =
            new Remembered<>(
                    () ->
                            Uni.createFrom()
                                    .item(() -> {
                                        if (isAway) {
                                            throw new IllegalStateException("away");
                                        }
                                        return asked.incrementAndGet();
                                    }),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    });

    @Test
    void asksOnceWhileTheAnswerIsFresh() {
        assertThat(value()).isEqualTo(1);
        now = now.plusSeconds(59);
        assertThat(value()).isEqualTo(1);
        now = now.plusSeconds(2);
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void servesTheLastAnswerWhileTheSourceIsAwayForAMoment() {
        assertThat(value()).isEqualTo(1);
        isAway = true;
        now = now.plus(Duration.ofMinutes(9));

        assertThat(value()).isEqualTo(1);
    }

    @Test
    void failsWhenTheSourceStaysAwayAndRecoversWithIt() {
        assertThat(value()).isEqualTo(1);
        isAway = true;
        now = now.plus(Duration.ofMinutes(11));

        assertThatThrownBy(this::value).hasMessage("away");

        isAway = false;
        assertThat(value()).isEqualTo(2);
    }

    private int value() {
        return remembered.get().await().indefinitely();
    }
}
