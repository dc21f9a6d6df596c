package org.fairlead.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pins every key and default: a rename is a change for operators.
class SourceConfigTest {

    @Test
    void hasTheseKeysAndDefaults() {
        var config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(SourceConfig.class)
                        .withDefaultValues(
                                Map.of(
                                        "cases.source.ais-url", "a",
                                        "cases.source.imagery-url", "i",
                                        "cases.source.sanctions-url", "s"))
                        .build()
                        .getConfigMapping(SourceConfig.class);

        assertThat(config)
                .returns("a", SourceConfig::aisUrl)
                .returns("i", SourceConfig::imageryUrl)
                .returns("s", SourceConfig::sanctionsUrl)
                .returns(Duration.ofSeconds(3), SourceConfig::deadline)
                .returns(8_388_608, SourceConfig::largestBytes);
    }
}
