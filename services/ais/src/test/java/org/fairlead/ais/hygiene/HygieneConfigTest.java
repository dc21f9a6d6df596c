package org.fairlead.ais.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HygieneConfigTest {

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .withMapping(HygieneConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter());
    }

    private static HygieneDefaults values(HygieneConfig read) {
        return new HygieneDefaults(
                read.duplicateWithin(),
                read.secondWithin(),
                read.clockTolerance(),
                read.clockEvidence(),
                read.fastestKnots(),
                read.timeSlack(),
                read.agreeWithin(),
                read.betterFixFor(),
                read.jumpAfter(),
                read.jumpConfirmedBy(),
                read.jumpGivenUpAfter());
    }

    @Test
    void hasTheseDefaults() {
        var read = builder().build().getConfigMapping(HygieneConfig.class);

        assertThat(values(read)).isEqualTo(HygieneDefaults.PUBLISHED);
    }

    @Test
    void isReadFromTheseKeys() {
        var read =
                builder()
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.ofEntries(
                                                Map.entry("ais.hygiene.duplicate-within", "1s"),
                                                Map.entry("ais.hygiene.second-within", "2s"),
                                                Map.entry("ais.hygiene.clock-tolerance", "3s"),
                                                Map.entry("ais.hygiene.clock-evidence", "4"),
                                                Map.entry("ais.hygiene.fastest-knots", "5"),
                                                Map.entry("ais.hygiene.time-slack", "6s"),
                                                Map.entry("ais.hygiene.agree-within", "7s"),
                                                Map.entry("ais.hygiene.better-fix-for", "8s"),
                                                Map.entry("ais.hygiene.jump-after", "9s"),
                                                Map.entry("ais.hygiene.jump-confirmed-by", "10"),
                                                Map.entry("ais.hygiene.jump-given-up-after", "11")),
                                        "test",
                                        500))
                        .build()
                        .getConfigMapping(HygieneConfig.class);

        assertThat(values(read))
                .isEqualTo(
                        new HygieneDefaults(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                4,
                                5,
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(9),
                                10,
                                11));
    }
}
