package org.fairlead.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationConfigTest {

    private static VerificationConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(VerificationConfig.class)
                .withDefaultValues(values)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(VerificationConfig.class);
    }

    @Test
    void looksAtEverythingOnceADay() {
        assertThat(config(Map.of()).every()).isEqualTo(Duration.ofDays(1));
        assertThat(config(Map.of()).batchItems()).isEqualTo(200);
    }

    @Test
    void hasTheseKeys() {
        var config =
                config(
                        Map.of(
                                "cases.verification.every", "1h",
                                "cases.verification.batch-items", "3"));

        assertThat(config.every()).isEqualTo(Duration.ofHours(1));
        assertThat(config.batchItems()).isEqualTo(3);
    }
}
