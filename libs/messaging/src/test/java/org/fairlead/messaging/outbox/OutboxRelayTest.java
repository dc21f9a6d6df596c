package org.fairlead.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    @Test
    void setsAsideWhatTheBrokerWillNeverTake() {
        assertThat(
                        OutboxRelay.isForGood(
                                new CompletionException(new RecordTooLargeException("2 MB"))))
                .isTrue();
    }

    @Test
    void keepsTryingWhileTheBrokerIsAway() {
        assertThat(OutboxRelay.isForGood(new TimeoutException("no leader"))).isFalse();
    }
}
