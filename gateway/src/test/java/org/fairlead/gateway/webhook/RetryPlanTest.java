package org.fairlead.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final RetryPlan PLAN =
            new RetryPlan(List.of(Duration.ofSeconds(10), Duration.ofMinutes(5)));

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        assertThat(PLAN.after(1, 0.5)).contains(Duration.ofSeconds(10));
        assertThat(PLAN.after(2, 0.5)).contains(Duration.ofMinutes(5));
        assertThat(PLAN.after(3, 0.5)).isEmpty();
    }

    @Test
    void spreadsByAFifth() {
        assertThat(PLAN.after(1, 0)).contains(Duration.ofSeconds(8));
        assertThat(PLAN.after(1, 1)).contains(Duration.ofSeconds(12));
    }

    @Test
    void goesOnForADayByDefault() {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(WebhookConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .build()
                        .getConfigMapping(WebhookConfig.class);

        Duration all = config.retries().stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(23), Duration.ofHours(25));
        assertThat(config.retries()).hasSize(10);
        assertThat(config.privateAddresses()).isFalse();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.oldSecretFor()).isEqualTo(Duration.ofHours(24));
        assertThat(config.kept()).isEqualTo(Duration.ofDays(30));
    }
}
