package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivationConfigTest {

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .withMapping(DerivationConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter());
    }

    @Test
    void hasTheseDefaults() {
        var read = builder().build().getConfigMapping(DerivationConfig.class);

        assertThat(
                        new DerivationDefaults(
                                read.orderWithin(),
                                read.gatherWithin(),
                                read.gatherMost(),
                                read.idleAfter()))
                .isEqualTo(DerivationDefaults.VALUES);
    }

    @Test
    void isReadFromTheseKeys() {
        var read =
                builder()
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of(
                                                "ais.derivation.order-within", "3m",
                                                "ais.derivation.gather-within", "5m",
                                                "ais.derivation.gather-most", "9",
                                                "ais.derivation.idle-after", "4s"),
                                        "test",
                                        500))
                        .build()
                        .getConfigMapping(DerivationConfig.class);

        assertThat(read.orderWithin()).isEqualTo(Duration.ofMinutes(3));
        assertThat(read.gatherWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read.gatherMost()).isEqualTo(9);
        assertThat(read.idleAfter()).isEqualTo(Duration.ofSeconds(4));
    }
}
