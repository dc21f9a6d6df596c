package org.fairlead.ais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedConfigTest {

    @Test
    void hasTheseDefaults() {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(FeedConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .build()
                        .getConfigMapping(FeedConfig.class);

        assertThat(config.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(config.spoolMaxBytes()).isEqualTo(256L << 20);
        assertThat(config.recordingBytes()).isEqualTo(16L << 20);
        assertThat(config.recordingFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.passOnEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.futureTolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.reconnectAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.reconnectAtMostAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.reconnectJitter()).isEqualTo(0.3);
        assertThat(config.silentFor()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.connections()).isEqualTo(64);
        assertThat(config.leaseFor()).isEqualTo(Duration.ofSeconds(20));
    }
}
