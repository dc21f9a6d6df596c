package org.fairlead.imagery.verdict;

import io.smallrye.config.SmallRyeConfigBuilder;

/// The configuration as it is when nobody sets anything.
final class TestVerdictConfig {

    static final VerdictConfig DEFAULTS =
            new SmallRyeConfigBuilder()
                    .withMapping(VerdictConfig.class)
                    .addDiscoveredConverters()
                    .withConverter(
                            java.time.Duration.class,
                            200,
                            new io.quarkus.runtime.configuration.DurationConverter())
                    .build()
                    .getConfigMapping(VerdictConfig.class);

    private TestVerdictConfig() {}
}
