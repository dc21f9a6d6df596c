package org.fairlead.ais.silence;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.fairlead.ais.reception.ReceptionConfig;

/// The settings as they are when nobody sets any, and with some set. [SilenceConfigTest] pins them.
final class Defaults {

    static final SilenceConfig VALUES = silence(Map.of());

    /// Everything looked at is reported too, as before reception was modelled.
    static final SilenceConfig ALL_LONG = silence(Map.of("ais.silence.raw-after", "6h"));

    static final ReceptionConfig RECEPTION =
            builder(Map.of())
                    .withMapping(ReceptionConfig.class)
                    .build()
                    .getConfigMapping(ReceptionConfig.class);

    private Defaults() {}

    static SilenceConfig silence(Map<String, String> set) {
        return builder(set)
                .withMapping(SilenceConfig.class)
                .build()
                .getConfigMapping(SilenceConfig.class);
    }

    /// As Quarkus reads it, which knows `6h`.
    static SmallRyeConfigBuilder builder(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(set, "test", 500));
    }
}
