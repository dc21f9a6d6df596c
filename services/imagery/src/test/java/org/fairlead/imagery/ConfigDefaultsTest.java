package org.fairlead.imagery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.imagery.absence.AbsenceConfig;
import org.fairlead.imagery.batch.BatchConfig;
import org.fairlead.imagery.candidate.CandidateConfig;
import org.fairlead.imagery.candidate.MatchConfig;
import org.fairlead.imagery.chip.ChipConfig;
import org.fairlead.imagery.ranking.RankingConfig;
import org.fairlead.imagery.reach.ReachConfig;
import org.fairlead.imagery.scene.SceneConfig;
import org.fairlead.imagery.sea.SeaConfig;
import org.fairlead.imagery.sighting.SightingConfig;
import org.fairlead.imagery.verdict.VerdictConfig;
import org.junit.jupiter.api.Test;

/// Keys and defaults operators rely on: a rename fails here.
class ConfigDefaultsTest {

    @Test
    void keysAndDefaultsStayAsTheyAre() {
        assertThat(defaults())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("fairlead.sighting.position-error-metres", "500"),
                                Map.entry("fairlead.sighting.latest-ahead", "1h"),
                                Map.entry("fairlead.sighting.longest-interval", "31d"),
                                Map.entry("fairlead.sighting.outside-acquisition", "1m"),
                                Map.entry("fairlead.sighting.outside-footprint-sigmas", "3"),
                                Map.entry("fairlead.sighting.azimuth-shift-error-metres", "250"),
                                Map.entry("fairlead.scene.longest-acquisition", "24h"),
                                Map.entry(
                                        "fairlead.scene.largest-footprint-square-kilometres",
                                        "10000000"),
                                Map.entry("fairlead.scene.latest-ahead", "1h"),
                                Map.entry("fairlead.chip.largest-bytes", "67108864"),
                                Map.entry("fairlead.chip.most-pixels", "100000000"),
                                Map.entry("fairlead.chip.directory", "required"),
                                Map.entry("fairlead.chip.s3.region", "us-east-1"),
                                Map.entry("fairlead.chip.s3.prefix", "chips/"),
                                Map.entry("fairlead.chip.s3.path-style", "true"),
                                Map.entry("fairlead.chip.s3.timeout", "10s"),
                                Map.entry("fairlead.batch.largest-bytes", "33554432"),
                                Map.entry("fairlead.batch.most-rows", "100000"),
                                Map.entry("fairlead.batch.rows-per-transaction", "200"),
                                Map.entry("fairlead.batch.longest-value", "65536"),
                                Map.entry("fairlead.batch.most-rejects-listed", "1000"),
                                Map.entry("fairlead.candidate.deadline", "2s"),
                                Map.entry("fairlead.candidate.radius-nautical-miles", "5"),
                                Map.entry("fairlead.candidate.most-radius-nautical-miles", "100"),
                                Map.entry("fairlead.reach.touch-hours", "1"),
                                Map.entry("fairlead.reach.partial-hours", "12"),
                                Map.entry("fairlead.reach.full-hours", "36"),
                                Map.entry("fairlead.reach.run-call-hours", "12,24,36"),
                                Map.entry("fairlead.reach.run-from", "rajin"),
                                Map.entry("fairlead.reach.run-to", "dunai"),
                                Map.entry("fairlead.reach.most-cells", "20000"),
                                Map.entry("fairlead.verdict.own-speed-factor", "1.10"),
                                Map.entry("fairlead.verdict.own-speed-ignored-from-knots", "40"),
                                Map.entry("fairlead.verdict.tolerance-nautical-miles", "1.0"),
                                Map.entry("fairlead.verdict.position-error-sigmas", "3"),
                                Map.entry("fairlead.verdict.length-tolerance", "0.20"),
                                Map.entry("fairlead.verdict.length-error-sigmas", "5"),
                                Map.entry("fairlead.verdict.length-tolerance-fine", "0.05"),
                                Map.entry("fairlead.verdict.fine-ground-resolution-metres", "1.0"),
                                Map.entry(
                                        "fairlead.verdict.unstated-length-error-fine-metres", "3"),
                                Map.entry("fairlead.verdict.unstated-length-error-metres", "15"),
                                Map.entry("fairlead.verdict.kept-within-nautical-miles", "1000"),
                                Map.entry("fairlead.verdict.open-silence-horizon", "30d"),
                                Map.entry("fairlead.verdict.most-ways-drawn", "10"),
                                Map.entry(
                                        "fairlead.ranking.never-transmitting-per-million-square-nautical-miles",
                                        "75"),
                                Map.entry("fairlead.ranking.faster-than-plausible-share", "0.10"),
                                Map.entry("fairlead.ranking.under-way-from-knots", "1.0"),
                                Map.entry("fairlead.ranking.fewest-speeds", "5"),
                                Map.entry(
                                        "fairlead.ranking.plausible-share-of-exclusion-speed",
                                        "0.65"),
                                Map.entry(
                                        "fairlead.ranking.least-area-square-nautical-miles", "100"),
                                Map.entry("fairlead.ranking.traffic-within-nautical-miles", "60"),
                                Map.entry("fairlead.ranking.traffic-weight", "1.0"),
                                Map.entry("fairlead.ranking.traffic-most", "9"),
                                Map.entry("fairlead.ranking.chance-window", "30d"),
                                Map.entry("fairlead.ranking.others-kept", "200"),
                                Map.entry("fairlead.ranking.most-candidates", "500"),
                                Map.entry("fairlead.ranking.hull.unstated-beam-error-metres", "4"),
                                Map.entry("fairlead.ranking.hull.stated-share", "0.03"),
                                Map.entry(
                                        "fairlead.ranking.hull.fleet-median-length-metres", "100"),
                                Map.entry("fairlead.ranking.hull.fleet-length-spread", "0.7"),
                                Map.entry("fairlead.ranking.hull.heading-error-degrees", "40"),
                                Map.entry("fairlead.ranking.hull.heading-known-share", "0.8"),
                                Map.entry("fairlead.ranking.hull.most-layout-factor", "20"),
                                Map.entry("fairlead.match.bracket-within", "30m"),
                                Map.entry("fairlead.match.gate-metres", "1500"),
                                Map.entry("fairlead.match.error-sigmas", "3"),
                                Map.entry("fairlead.match.report-error-metres", "10"),
                                Map.entry("fairlead.match.speed-spread-knots", "5"),
                                Map.entry("fairlead.match.time-scale", "1h"),
                                Map.entry("fairlead.match.potential-from", "0.05"),
                                Map.entry("fairlead.match.together-within-nautical-miles", "10"),
                                Map.entry("fairlead.match.most-together", "60"),
                                Map.entry("fairlead.absence.cloud-below", "0.2"),
                                Map.entry("fairlead.absence.within", "6h"),
                                Map.entry("fairlead.absence.independent-after", "1h"),
                                Map.entry("fairlead.absence.sighting-within", "30m"),
                                Map.entry("fairlead.absence.same-size-share", "0.20"),
                                Map.entry("fairlead.absence.most-scenes", "50"),
                                Map.entry("fairlead.absence.most-scenes-of-a-window", "500"),
                                Map.entry("fairlead.verdict.caps.cargo-knots", "20"),
                                Map.entry("fairlead.verdict.caps.container-knots", "26"),
                                Map.entry("fairlead.verdict.caps.container-from-metres", "170"),
                                Map.entry("fairlead.verdict.caps.tanker-knots", "18"),
                                Map.entry("fairlead.verdict.caps.fishing-knots", "15"),
                                Map.entry("fairlead.verdict.caps.passenger-knots", "30"),
                                Map.entry("fairlead.verdict.caps.high-speed-knots", "45"),
                                Map.entry("fairlead.verdict.caps.other-knots", "26")));
    }

    private static Map<String, String> defaults() {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(SightingConfig.class)
                        .withMapping(ChipConfig.class)
                        .withDefaultValue("fairlead.chip.directory", "required")
                        .withMapping(SceneConfig.class)
                        .withMapping(BatchConfig.class)
                        .withMapping(CandidateConfig.class)
                        .withMapping(ReachConfig.class)
                        .withMapping(SeaConfig.class)
                        .withMapping(VerdictConfig.class)
                        .withMapping(RankingConfig.class)
                        .withMapping(MatchConfig.class)
                        .withMapping(AbsenceConfig.class)
                        .build();
        var found = new TreeMap<String, String>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("fairlead.")) {
                found.put(name, config.getRawValue(name));
            }
        }
        return found;
    }
}
