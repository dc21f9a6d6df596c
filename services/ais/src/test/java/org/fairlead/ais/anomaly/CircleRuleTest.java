package org.fairlead.ais.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Circling;
import org.junit.jupiter.api.Test;

class CircleRuleTest {

    private static List<Finding> of(List<Sample> samples) {
        var rule = new CircleRule(273000001, Configured.defaults(AnomalyConfig.class));
        samples.forEach(rule::accept);
        return rule.findings();
    }

    private static List<Sample> ring(
            double longitude, double radiusMiles, Duration turn, Duration time, double sweep) {
        var samples = new ArrayList<Sample>();
        for (long s = 0; s < time.toSeconds(); s += 300) {
            double angle = 2 * Math.PI * s / turn.toSeconds();
            angle = sweep >= 2 * Math.PI ? angle : Math.sin(angle) * sweep / 2;
            samples.add(
                    new Sample(
                            1_704_153_600_000L + s * 1000,
                            (int) ((30 + radiusMiles / 60 * Math.cos(angle)) * 600_000),
                            (int)
                                    (Math.IEEEremainder(
                                                    longitude
                                                            + radiusMiles
                                                                    / 60
                                                                    / Math.cos(Math.toRadians(30))
                                                                    * Math.sin(angle),
                                                    360)
                                            * 600_000),
                            200,
                            0,
                            0,
                            false,
                            "pier"));
        }
        return samples;
    }

    @Test
    void positionsThatGoRoundAndRoundAreFound() {
        var found = of(ring(124, 0.4, Duration.ofMinutes(60), Duration.ofHours(5), 7));

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    var ring = (Circling) one.details();
                    assertThat(ring.radiusNauticalMiles()).isBetween(0.35, 0.45);
                    assertThat(ring.centreLatitudeDegrees()).isBetween(29.99, 30.01);
                    assertThat(ring.turns()).isGreaterThanOrEqualTo(2);
                    assertThat(one.isOpen()).isTrue();
                });
    }

    @Test
    void alsoAcrossTheAntimeridian() {
        assertThat(of(ring(180, 0.4, Duration.ofMinutes(60), Duration.ofHours(5), 7)))
                .singleElement()
                .satisfies(one ->
                        assertThat(Math.abs(((Circling) one.details()).centreLongitudeDegrees()))
                                .isGreaterThan(179.9));
    }

    @Test
    void aShipThatSwingsAtAnchorDoesNotCircle() {
        // An arc of 200°, to and fro with the tide.
        assertThat(of(ring(124, 0.2, Duration.ofHours(12), Duration.ofHours(48), 3.5))).isEmpty();
    }

    @Test
    void aShipThatDriftsAboutDoesNotCircle() {
        var random = new Random(5);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 200; i++) {
            samples.add(
                    new Sample(
                            1_704_153_600_000L + i * 300_000L,
                            18_000_000 + (int) (random.nextGaussian() * 1500),
                            74_400_000 + (int) (random.nextGaussian() * 1500),
                            5,
                            0,
                            0,
                            false,
                            "pier"));
        }

        assertThat(of(samples)).isEmpty();
    }

    @Test
    void aTugThatWorksWithinASmallAreaFastDoesNotCircle() {
        assertThat(of(ring(124, 1.5, Duration.ofMinutes(60), Duration.ofHours(5), 7))).isEmpty();
    }

    @Test
    void aShipThatSailsOnDoesNot() {
        assertThat(
                        of(
                                new Voyager("2024-01-02T00:00:00Z", 30, 124)
                                        .sails(Duration.ofHours(9), 2, 90)
                                        .samples()))
                .isEmpty();
    }
}
