package org.fairlead.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedeliveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void waitsAsLongAsTheDatabaseIsAway() {
        Redelivery.untilHandled(() ->
                        tries.incrementAndGet() < 5
                                ? Uni.createFrom().failure(new IOException("Connection refused"))
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(LIMIT);

        assertThat(tries).hasValue(5);
    }

    @Test
    void givesUpAtOnceOnWhatCannotBeRead() {
        assertThatThrownBy(() -> failing(new UnprocessableEvent("no vessel")))
                .hasMessageContaining("no vessel");

        assertThat(tries).hasValue(1);
    }

    @Test
    void givesUpAtOnceOnTextThatIsNotOfItsContractThoughJacksonCallsItAnIoFault() {
        var event = new IncomingEvent("1", "org.fairlead.test.v1", "{\"id\": [");
        Throwable unreadable = catchThrowable(() -> EventJson.read(event, Map.class));

        assertThat(unreadable).isInstanceOf(UnprocessableEvent.class);
        assertThatThrownBy(() -> failing((UnprocessableEvent) unreadable))
                .hasMessageContaining("does not fit its contract");
        assertThat(tries).hasValue(1);
    }

    @Test
    void triesAFaultOfOursThreeTimesSoThatItCannotBlockThePartition() {
        assertThatThrownBy(() -> failing(new IllegalStateException("bug")));

        assertThat(tries).hasValue(3);
    }

    @Test
    void tellsAShutdownFromABrokenConstraint() {
        assertThat(Redelivery.isPassing(new PgException("shutting down", "FATAL", "57P01", "")))
                .isTrue();
        assertThat(Redelivery.isPassing(new PgException("duplicate", "ERROR", "23505", "")))
                .isFalse();
        assertThat(
                        Redelivery.isPassing(
                                new RuntimeException(new PgException("x", "ERROR", "40001", ""))))
                .isTrue();
    }

    private void failing(RuntimeException fault) {
        Redelivery.untilHandled(
                        () -> {
                            tries.incrementAndGet();
                            return Uni.createFrom().failure(fault);
                        })
                .await()
                .atMost(LIMIT);
    }
}
