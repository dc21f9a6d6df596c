package org.fairlead.sanctions.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class WatchPolicyTest {

    @Test
    void keysAndDefaultsStayAsTheyAre() {
        assertThat(policy("fairlead.unrelated", "1").leastByName()).isEqualTo(0.85);
        assertThat(policy("fairlead.sanctions.watch.least-by-name", "0.9").leastByName())
                .isEqualTo(0.9);
    }

    private static WatchPolicy policy(String key, String value) {
        return new SmallRyeConfigBuilder()
                .withMapping(WatchPolicy.class)
                .withDefaultValue(key, value)
                .build()
                .getConfigMapping(WatchPolicy.class);
    }
}
