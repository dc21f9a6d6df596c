package org.fairlead.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fairlead.ais.activity.Threshold;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.history.HistoryConfig;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sample.SampleConfig;
import org.junit.jupiter.api.Test;

/// Pins every key and default of the rules: a rename fails it.
class ActivityConfigTest {

    @Test
    void samplesHaveTheseDefaultsAndKeys() {
        assertThat(Configured.defaults(SampleConfig.class))
                .returns(Duration.ofMinutes(5), SampleConfig::every)
                .returns(60, SampleConfig::rememberedDays)
                .returns(8000, SampleConfig::shipsInMemory)
                .returns(7, SampleConfig::promptDays);
        assertThat(
                        Configured.with(
                                SampleConfig.class,
                                Map.of(
                                        "ais.sample.every", "1m",
                                        "ais.sample.remembered-days", "2",
                                        "ais.sample.ships-in-memory", "3",
                                        "ais.sample.prompt-days", "4")))
                .returns(Duration.ofMinutes(1), SampleConfig::every)
                .returns(2, SampleConfig::rememberedDays)
                .returns(3, SampleConfig::shipsInMemory)
                .returns(4, SampleConfig::promptDays);
    }

    @Test
    void portCallsHaveTheseDefaultsAndKeys() {
        assertThat(Configured.defaults(PortCallConfig.class))
                .returns(3.0, PortCallConfig::entryKilometres)
                .returns(4.0, PortCallConfig::exitKilometres)
                .returns(0.2, PortCallConfig::stopBelowKnots)
                .returns(0.5, PortCallConfig::movingAboveKnots)
                .returns(Duration.ofMinutes(240), PortCallConfig::silentInPort)
                .returns(Duration.ofHours(24), PortCallConfig::endsAfterSilence)
                .returns(14.0, PortCallConfig::inferredSpeedKnots)
                .returns(Duration.ofHours(24), PortCallConfig::inferredFromSilence)
                .returns(Duration.ofHours(12), PortCallConfig::inferredCall)
                .returns(24.0, PortCallConfig::corroborationNauticalMiles)
                .returns(30.0, PortCallConfig::corroborationCourseDegrees)
                .returns(Duration.ofDays(180), PortCallConfig::corroborationCalledWithin);
        assertThat(
                        Configured.with(
                                PortCallConfig.class,
                                Map.ofEntries(
                                        Map.entry("ais.port-call.entry-kilometres", "1"),
                                        Map.entry("ais.port-call.exit-kilometres", "2"),
                                        Map.entry("ais.port-call.stop-below-knots", "3"),
                                        Map.entry("ais.port-call.moving-above-knots", "4"),
                                        Map.entry("ais.port-call.silent-in-port", "5m"),
                                        Map.entry("ais.port-call.ends-after-silence", "25h"),
                                        Map.entry("ais.port-call.inferred-speed-knots", "6"),
                                        Map.entry("ais.port-call.inferred-from-silence", "7m"),
                                        Map.entry("ais.port-call.inferred-call", "8m"),
                                        Map.entry(
                                                "ais.port-call.corroboration-nautical-miles", "9"),
                                        Map.entry(
                                                "ais.port-call.corroboration-course-degrees", "10"),
                                        Map.entry(
                                                "ais.port-call.corroboration-called-within",
                                                "11m"))))
                .returns(1.0, PortCallConfig::entryKilometres)
                .returns(2.0, PortCallConfig::exitKilometres)
                .returns(3.0, PortCallConfig::stopBelowKnots)
                .returns(4.0, PortCallConfig::movingAboveKnots)
                .returns(Duration.ofMinutes(5), PortCallConfig::silentInPort)
                .returns(Duration.ofHours(25), PortCallConfig::endsAfterSilence)
                .returns(6.0, PortCallConfig::inferredSpeedKnots)
                .returns(Duration.ofMinutes(7), PortCallConfig::inferredFromSilence)
                .returns(Duration.ofMinutes(8), PortCallConfig::inferredCall)
                .returns(9.0, PortCallConfig::corroborationNauticalMiles)
                .returns(10.0, PortCallConfig::corroborationCourseDegrees)
                .returns(Duration.ofMinutes(11), PortCallConfig::corroborationCalledWithin);
    }

    @Test
    void loiteringHasTheseDefaultsAndKeys() {
        assertThat(Configured.defaults(LoiteringConfig.class))
                .returns(2.0, LoiteringConfig::belowKnots)
                .returns(Duration.ofHours(2), LoiteringConfig::keptFrom)
                .returns(Duration.ofHours(4), LoiteringConfig::longFrom)
                .returns(Duration.ofHours(2), LoiteringConfig::bridged)
                .returns(10.0, LoiteringConfig::fromPortKilometres);
        assertThat(
                        Configured.with(
                                LoiteringConfig.class,
                                Map.of(
                                        "ais.loitering.below-knots", "1",
                                        "ais.loitering.kept-from", "2m",
                                        "ais.loitering.long-from", "3m",
                                        "ais.loitering.bridged", "4m",
                                        "ais.loitering.from-port-kilometres", "5")))
                .returns(1.0, LoiteringConfig::belowKnots)
                .returns(Duration.ofMinutes(2), LoiteringConfig::keptFrom)
                .returns(Duration.ofMinutes(3), LoiteringConfig::longFrom)
                .returns(Duration.ofMinutes(4), LoiteringConfig::bridged)
                .returns(5.0, LoiteringConfig::fromPortKilometres);
    }

    @Test
    void encountersHaveTheseDefaults() {
        assertThat(Configured.defaults(EncounterConfig.class))
                .returns(Duration.ofMinutes(10), EncounterConfig::every)
                .returns(Duration.ofHours(1), EncounterConfig::bridged)
                .returns(500.0, EncounterConfig::wideMetres)
                .returns(Duration.ofHours(2), EncounterConfig::wideLasts)
                .returns(250.0, EncounterConfig::closeMetres)
                .returns(Duration.ofMinutes(30), EncounterConfig::closeLasts)
                .returns(2.0, EncounterConfig::medianBelowKnots)
                .returns(5.0, EncounterConfig::pointBelowKnots)
                .returns(10.0, EncounterConfig::fromPortKilometres)
                .returns(10, EncounterConfig::crowd)
                .returns(Duration.ofHours(4), EncounterConfig::mergedWithin)
                .returns(
                        List.of(31, 32, 33, 34, 50, 51, 52, 53, 54, 55, 58),
                        EncounterConfig::serviceTypes)
                .returns(List.of(30), EncounterConfig::fishingTypes);
        assertThat(
                        Configured.with(
                                EncounterConfig.class,
                                Map.of(
                                        "ais.encounter.wide-metres", "1",
                                        "ais.encounter.wide-lasts", "2m",
                                        "ais.encounter.close-metres", "3",
                                        "ais.encounter.close-lasts", "4m",
                                        "ais.encounter.crowd", "6",
                                        "ais.encounter.service-types", "5")))
                .returns(1.0, EncounterConfig::wideMetres)
                .returns(Duration.ofMinutes(2), EncounterConfig::wideLasts)
                .returns(3.0, EncounterConfig::closeMetres)
                .returns(Duration.ofMinutes(4), EncounterConfig::closeLasts)
                .returns(6, EncounterConfig::crowd)
                .returns(List.of(5), EncounterConfig::serviceTypes);
    }

    @Test
    void anomaliesHaveTheseDefaults() {
        assertThat(Configured.defaults(AnomalyConfig.class))
                .returns(50.0, AnomalyConfig::teleportAboveKnots)
                .returns(Duration.ofHours(1), AnomalyConfig::teleportWithin)
                .returns(5.0, AnomalyConfig::teleportNauticalMiles)
                .returns(3, AnomalyConfig::raisedAfter)
                .returns(5, AnomalyConfig::loweredAfter)
                .returns(Duration.ofHours(3), AnomalyConfig::strandIdleAfter)
                .returns(Duration.ofHours(48), AnomalyConfig::strandReturnsWithin)
                .returns(Duration.ofMinutes(30), AnomalyConfig::cloningOverlaps)
                .returns(2.0, AnomalyConfig::circleRadiusNauticalMiles)
                .returns(0.15, AnomalyConfig::circleLeastRadiusNauticalMiles)
                .returns(3.0, AnomalyConfig::circleKnots)
                .returns(0.5, AnomalyConfig::circleRadiusVariation)
                .returns(2.0, AnomalyConfig::circleTurns)
                .returns(3, AnomalyConfig::zoneShips)
                .returns(0.5, AnomalyConfig::zoneDegrees)
                .returns(Duration.ofHours(2), AnomalyConfig::zoneWithin);
    }

    @Test
    void identitiesHaveTheseDefaults() {
        assertThat(Configured.defaults(HistoryConfig.class))
                .returns(Duration.ofMinutes(30), HistoryConfig::atOnceFor)
                .returns(5, HistoryConfig::sizeDiffersMetres)
                .returns(0.5, HistoryConfig::draughtDiffersMetres)
                .returns(Duration.ofDays(3), HistoryConfig::draughtWithin)
                .returns(500, HistoryConfig::remembered);
    }

    @Test
    void thresholdsSayWhatTheyMeanAndWhereTheyComeFrom() {
        assertThat(Threshold.of("ais.encounter.close-metres"))
                .hasValueSatisfying(one -> {
                    assertThat(one.source()).isEqualTo("Skylight");
                    assertThat(one.status()).isEqualTo("adopted");
                });
        assertThat(Threshold.of("ais.identity.draught-differs-metres"))
                .hasValueSatisfying(one -> assertThat(one.status()).isEqualTo("ours"));
        assertThat(Threshold.of("no.such.key")).isEmpty();
    }
}
