package org.fairlead.sanctions.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DownloadConfigTest {

    private final DownloadConfig config =
            new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(DownloadConfig.class)
                    .build()
                    .getConfigMapping(DownloadConfig.class);

    @Test
    void hasTheseDefaults() {
        assertThat(config.addresses()).isEmpty();
        assertThat(config.every()).isEqualTo(Duration.ofHours(6));
        assertThat(config.firstRetry()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.longestRetry()).isEqualTo(Duration.ofHours(24));
        assertThat(config.timeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.userAgent()).startsWith("Fairlead/1 ");
    }
}
