package org.fairlead.sanctions.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenConfigTest {

    @Test
    void keysAndDefaultsStayAsTheyAre() {
        var config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(ScreenConfig.class)
                        .build()
                        .getConfigMapping(ScreenConfig.class);

        assertThat(config.corporaKept()).isEqualTo(4);
        assertThat(config.mostQueries()).isEqualTo(10_000);
        assertThat(config.streamedAbove()).isEqualTo(100);
        assertThat(config.waitForNewest()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aKeyCanBeSet() {
        var config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(ScreenConfig.class)
                        .withDefaultValue("fairlead.sanctions.screen.corpora-kept", "9")
                        .build()
                        .getConfigMapping(ScreenConfig.class);

        assertThat(config.corporaKept()).isEqualTo(9);
    }
}
