package org.fairlead.ais.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceConfigTest {

    /// As Quarkus reads it, which knows `6h`.
    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .withMapping(SilenceConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter());
    }

    @Test
    void hasTheseDefaults() {
        var config = builder().build();

        var read = config.getConfigMapping(SilenceConfig.class);
        assertThat(
                        new Defaults(
                                read.opensAfter(),
                                read.timesOwnHabit(),
                                read.leastIntervals(),
                                read.pauseAfter(),
                                read.sourceGapWithin(),
                                read.rememberedPauses()))
                .isEqualTo(Defaults.VALUES);
    }

    @Test
    void isReadFromTheseKeys() {
        var config =
                builder()
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of(
                                                "ais.silence.opens-after", "1h",
                                                "ais.silence.times-own-habit", "2",
                                                "ais.silence.least-intervals", "4",
                                                "ais.silence.pause-after", "10m",
                                                "ais.silence.source-gap-within", "5m",
                                                "ais.silence.remembered-pauses", "6"),
                                        "test",
                                        500))
                        .build()
                        .getConfigMapping(SilenceConfig.class);

        assertThat(config.opensAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(config.timesOwnHabit()).isEqualTo(2);
        assertThat(config.leastIntervals()).isEqualTo(4);
        assertThat(config.pauseAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.sourceGapWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.rememberedPauses()).isEqualTo(6);
    }
}
