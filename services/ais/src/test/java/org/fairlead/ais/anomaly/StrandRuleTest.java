package org.fairlead.ais.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Cloning;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.junit.jupiter.api.Test;

class StrandRuleTest {

    private static List<Finding> of(List<Sample> samples) {
        var rule = new StrandRule(273000001, Configured.defaults(AnomalyConfig.class));
        samples.stream().sorted(Sample.ORDER).forEach(rule::accept);
        return rule.findings();
    }

    private static Voyager ship() {
        return new Voyager("2024-01-02T00:00:00Z", 30, 124).sails(Duration.ofHours(3), 12, 90);
    }

    @Test
    void aJumpOfFourDegreesIsATeleport() {
        var found = of(ship().jumps(34, 124).sails(Duration.ofHours(3), 12, 90).samples());

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    var jump = (Teleport) one.details();
                    assertThat(jump.distanceNauticalMiles()).isBetween(230.0, 250.0);
                    assertThat(jump.impliedSpeedKnots()).isGreaterThan(2000);
                    assertThat(jump.attribution()).isEqualTo("ship");
                    assertThat(one.parameters())
                            .containsEntry("ais.anomaly.teleport-above-knots", "50.0");
                });
    }

    @Test
    void twoReportsElsewhereAreNoise() {
        var found =
                of(
                        ship().jumps(34, 124)
                                .sails(Duration.ofMinutes(10), 12, 90)
                                .jumps(30, 124.7)
                                .sails(Duration.ofHours(3), 12, 90)
                                .samples());

        assertThat(found).isEmpty();
    }

    @Test
    void theThirdReportElsewhereRaisesTheFlag() {
        assertThat(of(ship().jumps(34, 124).sails(Duration.ofMinutes(15), 12, 90).samples()))
                .hasSize(1);
    }

    @Test
    void aFastFerryDoesNotTeleport() {
        assertThat(
                        of(
                                new Voyager("2024-01-02T00:00:00Z", 30, 124)
                                        .sails(Duration.ofHours(5), 42, 90)
                                        .samples()))
                .isEmpty();
    }

    @Test
    void aSilenceExplainsAnyDistanceSheCanHaveSailed() {
        assertThat(
                        of(
                                ship().isSilent(Duration.ofDays(4), 14, 45)
                                        .sails(Duration.ofHours(3), 12, 90)
                                        .samples()))
                .isEmpty();
    }

    @Test
    void twoShipsUnderOneNumberAreCloning() {
        var samples = new ArrayList<>(ship().sails(Duration.ofHours(5), 12, 90).samples());
        samples.addAll(
                new Voyager("2024-01-02T02:02:00Z", 10, 118)
                        .sails(Duration.ofHours(5), 10, 0)
                        .samples());

        var found = of(samples);

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    var cloning = (Cloning) one.details();
                    assertThat(cloning.overlapMinutes()).isBetween(280.0, 310.0);
                    assertThat(cloning.distanceNauticalMiles()).isGreaterThan(1000);
                });
    }

    @Test
    void aShorterOverlapIsNoCloning() {
        var samples = new ArrayList<>(ship().sails(Duration.ofMinutes(20), 12, 90).samples());
        samples.addAll(
                new Voyager("2024-01-02T03:02:00Z", 10, 118)
                        .sails(Duration.ofHours(5), 10, 0)
                        .samples());

        assertThat(of(samples))
                .allSatisfy(one -> assertThat(one.details()).isInstanceOf(Teleport.class));
    }

    @Test
    void shipsThatPassThroughTheAntimeridianDoNotTeleport() {
        assertThat(
                        of(
                                new Voyager("2024-01-02T00:00:00Z", 30, 179.5)
                                        .sails(Duration.ofHours(8), 12, 90)
                                        .samples()))
                .isEmpty();
    }
}
