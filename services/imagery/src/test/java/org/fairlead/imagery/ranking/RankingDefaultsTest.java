package org.fairlead.imagery.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.fairlead.association.ranking.RankSettings;
import org.junit.jupiter.api.Test;

class RankingDefaultsTest {

    /// `./fairlead bench verdicts` measures with the library's defaults.
    @Test
    void whatIsMeasuredIsWhatAnInstallationHas() {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(RankingConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .build()
                        .getConfigMapping(RankingConfig.class);

        assertThat(config.settings(15, 1_000)).isEqualTo(RankSettings.DEFAULTS);
    }
}
