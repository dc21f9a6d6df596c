package org.fairlead.ais.loitering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Loitering;
import org.junit.jupiter.api.Test;

class LoiteringRuleTest {

    private static final Predicate<Sample> AT_SEA = sample -> false;

    private static List<Finding> of(Voyager ship, Predicate<Sample> isNearPort) {
        var rule =
                new LoiteringRule(
                        273000001, Configured.defaults(LoiteringConfig.class), isNearPort);
        ship.samples().forEach(rule::accept);
        return rule.findings();
    }

    private static Voyager ship() {
        return new Voyager("2024-01-02T00:00:00Z", 30, 124).sails(Duration.ofHours(3), 12, 90);
    }

    @Test
    void aShipThatDriftsForFiveHoursLoiters() {
        var found =
                of(
                        ship().sails(Duration.ofHours(5), 0.9, 180)
                                .sails(Duration.ofHours(3), 12, 90),
                        AT_SEA);

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.isOpen()).isFalse();
                    assertThat(one.durationHours()).isBetween(4.5, 5.5);
                    assertThat(((Loitering) one.details()).isLong()).isTrue();
                    assertThat(((Loitering) one.details()).meanSpeedKnots()).isBetween(0.8, 1.5);
                });
    }

    @Test
    void threeHoursAreKeptButNotLong() {
        var found =
                of(
                        ship().sails(Duration.ofHours(3), 0.9, 180)
                                .sails(Duration.ofHours(3), 12, 90),
                        AT_SEA);

        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(((Loitering) one.details()).isLong()).isFalse());
    }

    @Test
    void anHourIsNothing() {
        assertThat(
                        of(
                                ship().sails(Duration.ofMinutes(80), 0.9, 180)
                                        .sails(Duration.ofHours(3), 12, 90),
                                AT_SEA))
                .isEmpty();
    }

    @Test
    void whatGoesOnIsOpen() {
        assertThat(of(ship().sails(Duration.ofHours(5), 0.9, 180), AT_SEA))
                .singleElement()
                .satisfies(one -> assertThat(one.isOpen()).isTrue());
    }

    @Test
    void aShipThatWaitsNearAPortDoesNotLoiter() {
        assertThat(of(ship().sails(Duration.ofHours(9), 0.5, 180), sample -> true)).isEmpty();
    }

    @Test
    void aShipAtAnchorDoesNotLoiter() {
        assertThat(of(ship().says(1).lies(Duration.ofHours(30)), AT_SEA)).isEmpty();
    }

    @Test
    void aTrawlerAtThreeKnotsDoesNotLoiter() {
        assertThat(of(ship().sails(Duration.ofHours(9), 3.2, 180), AT_SEA)).isEmpty();
    }

    @Test
    void aSilenceIsNotBridged() {
        var found =
                of(
                        ship().sails(Duration.ofHours(3), 0.9, 180)
                                .isSilent(Duration.ofHours(6), 0.1, 180)
                                .sails(Duration.ofHours(3), 0.9, 180),
                        AT_SEA);

        assertThat(found).hasSize(2);
    }

    /// Satellites pass every hour and a half.
    @Test
    void whoIsHeardBySatellitesAloneLoitersAllTheSame() {
        var drifter = ship();
        for (int pass = 0; pass < 5; pass++) {
            drifter =
                    drifter.sails(Duration.ofMinutes(10), 0.9, 180)
                            .isSilent(Duration.ofMinutes(90), 0.9, 180);
        }

        assertThat(of(drifter.sails(Duration.ofMinutes(10), 0.9, 180), AT_SEA))
                .singleElement()
                .satisfies(one -> assertThat(((Loitering) one.details()).isLong()).isTrue());
    }
}
