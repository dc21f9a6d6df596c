package org.fairlead.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final TokenBucket bucket = new TokenBucket(3, 2.0, 0);

    @Test
    void grantsABurstAndThenSaysHowLongToWait() {
        assertThat(bucket.take(0).left()).isEqualTo(2);
        assertThat(bucket.take(0).left()).isEqualTo(1);
        assertThat(bucket.take(0).left()).isZero();

        Allowance refused = bucket.take(0);

        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.until()).isEqualTo(Duration.ofMillis(500));
        assertThat(refused.waitSeconds()).isEqualTo(1);
    }

    @Test
    void gainsCallsAsTimePassesButNoMoreThanTheBurst() {
        for (int call = 0; call < 3; call++) {
            assertThat(bucket.take(0).isGranted()).isTrue();
        }

        assertThat(bucket.take(SECOND / 2).isGranted()).isTrue();
        assertThat(bucket.take(SECOND / 2).isGranted()).isFalse();
        assertThat(bucket.take(100 * SECOND).left()).isEqualTo(2);
    }
}
