package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pins keys and defaults: they are what operators write down.
class ListConfigTest {

    private static <T> T mapped(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withValidateUnknown(false)
                .withConverter(
                        Duration.class,
                        200,
                        new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(mapping);
    }

    @Test
    void aFileMayHave256MebibytesByDefault() {
        assertThat(mapped(ListConfig.class, Map.of()).maxFileBytes()).isEqualTo(256L * 1024 * 1024);
    }

    @Test
    void acceptanceIsFivePercentLossAndThirtyGrowthInNinetyDays() {
        var policy = mapped(AcceptancePolicy.class, Map.of());

        assertThat(policy.largestLoss()).isEqualTo(0.05);
        assertThat(policy.largestGrowth()).isEqualTo(0.30);
        assertThat(policy.period()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void theKeysAreTheDocumentedOnes() {
        var config = mapped(ListConfig.class, Map.of("fairlead.sanctions.max-file-bytes", "7"));
        var policy =
                mapped(
                        AcceptancePolicy.class,
                        Map.of(
                                "fairlead.sanctions.acceptance.largest-loss", "0.1",
                                "fairlead.sanctions.acceptance.largest-growth", "0.2",
                                "fairlead.sanctions.acceptance.period", "7d"));

        assertThat(config.maxFileBytes()).isEqualTo(7);
        assertThat(policy.largestLoss()).isEqualTo(0.1);
        assertThat(policy.largestGrowth()).isEqualTo(0.2);
        assertThat(policy.period()).isEqualTo(Duration.ofDays(7));
    }
}
