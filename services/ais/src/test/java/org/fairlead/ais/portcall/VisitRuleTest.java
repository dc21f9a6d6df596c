package org.fairlead.ais.portcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.VisitBasis;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitRuleTest {

    private static final Harbours DUNAI =
            Harbours.of(List.of(Harbours.harbour("dunai", "Dunai", "RU", 42.879, 132.335, 1)));

    private static List<Finding> of(Voyager ship) {
        var rule = new VisitRule(273000001, Configured.defaults(PortCallConfig.class), DUNAI);
        ship.samples().forEach(rule::accept);
        return rule.findings();
    }

    private static PortVisit visit(Finding finding) {
        return (PortVisit) finding.details();
    }

    /// Ten miles south of Dunai, bound for it.
    private static Voyager inbound() {
        return new Voyager("2024-01-02T00:00:00Z", 42.879 - 10 / 60.0, 132.335)
                .sails(Duration.ofHours(1), 10, 0);
    }

    @Nested
    class AShipThatComesLiesAndLeaves {

        private final List<Finding> found =
                of(inbound().lies(Duration.ofHours(20)).sails(Duration.ofHours(1), 10, 180));

        @Test
        void hasCalledWithTheHighestConfidence() {
            assertThat(found)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(visit(one).port().name()).isEqualTo("Dunai");
                        assertThat(visit(one).basis()).isEqualTo(VisitBasis.OBSERVED);
                        assertThat(visit(one).confidence()).isEqualTo(4);
                        assertThat(visit(one).stopped()).isTrue();
                        assertThat(one.isOpen()).isFalse();
                        assertThat(one.durationHours()).isBetween(20.0, 21.5);
                    });
        }

        @Test
        void saysWhatItRestsOnAndByWhichThresholds() {
            assertThat(found.getFirst().fixes()).hasSizeBetween(2, 12);
            assertThat(found.getFirst().parameters())
                    .containsEntry("ais.port-call.entry-kilometres", "3.0")
                    .containsEntry("ais.port-call.silent-in-port", "PT4H");
        }
    }

    @Test
    void aCallThatGoesOnIsOpen() {
        assertThat(of(inbound().lies(Duration.ofHours(3))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.isOpen()).isTrue();
                    assertThat(visit(one).confidence()).isEqualTo(3);
                    assertThat(one.to()).isNull();
                });
    }

    @Test
    void aSilenceOfFourHoursInPortCountsAsACall() {
        var ship =
                inbound()
                        .sails(Duration.ofMinutes(10), 1, 0)
                        .isSilent(Duration.ofHours(5), 0, 0)
                        .sails(Duration.ofHours(2), 10, 180);

        assertThat(of(ship))
                .singleElement()
                .satisfies(one -> {
                    assertThat(visit(one).silentInPort()).isTrue();
                    assertThat(visit(one).stopped()).isFalse();
                    assertThat(visit(one).confidence()).isEqualTo(4);
                });
    }

    @Test
    void whoFallsSilentInPortAndIsHeardElsewhereLeftUnobserved() {
        var ship =
                inbound()
                        .lies(Duration.ofHours(2))
                        .isSilent(Duration.ofDays(10), 0.5, 180)
                        .sails(Duration.ofHours(1), 10, 180);

        assertThat(of(ship))
                .singleElement()
                .satisfies(one -> {
                    assertThat(visit(one).leftAt()).isNull();
                    assertThat(visit(one).confidence()).isEqualTo(3);
                    assertThat(one.durationHours()).isLessThan(3);
                    assertThat(one.reason()).contains("not observed");
                });
    }

    @Test
    void whoFirstIsHeardInPortHasNoEntry() {
        var ship =
                new Voyager("2024-01-02T00:00:00Z", 42.879, 132.335)
                        .lies(Duration.ofHours(2))
                        .sails(Duration.ofHours(1), 10, 180);

        assertThat(of(ship))
                .singleElement()
                .satisfies(one -> assertThat(visit(one).confidence()).isEqualTo(3));
    }

    @Test
    void aShipThatPassesCloseByDoesNotCall() {
        var ship =
                new Voyager("2024-01-02T00:00:00Z", 42.879 - 10 / 60.0, 132.335)
                        .sails(Duration.ofHours(2), 12, 0);

        assertThat(of(ship))
                .singleElement()
                .satisfies(one -> {
                    assertThat(visit(one).confidence()).isEqualTo(1);
                    assertThat(visit(one).stopped()).isFalse();
                    assertThat(one.reason()).isEqualTo("Passed through Dunai without stopping.");
                });
    }

    @Test
    void aShipAtAnchorOutsideDoesNotCall() {
        var ship = new Voyager("2024-01-02T00:00:00Z", 42.75, 132.335).lies(Duration.ofDays(2));

        assertThat(of(ship)).isEmpty();
    }

    @Test
    void whoSwingsBetweenEntryAndExitStaysOneCall() {
        var ship = inbound();
        for (int i = 0; i < 10; i++) {
            // Between 3 and 4 km out, and back.
            ship.sails(Duration.ofMinutes(35), 3.5, 180).sails(Duration.ofMinutes(35), 3.5, 0);
        }

        assertThat(of(ship.lies(Duration.ofHours(1)))).hasSize(1);
    }

    @Nested
    class AShipThatFallsSilentInPortForAHundredDays {

        private final Voyager ship =
                inbound().lies(Duration.ofHours(2)).isSilent(Duration.ofDays(100), 0, 0);

        @Test
        void wasLastSeenThereAndMayHaveLeft() {
            var found = of(ship.lies(Duration.ofHours(3)));

            assertThat(found).hasSize(2);
            assertThat(found.getFirst())
                    .satisfies(one -> {
                        var notHeard = Objects.requireNonNull(visit(one).notHeard());
                        assertThat(one.isOpen()).isFalse();
                        assertThat(one.durationHours()).isBetween(2.0, 3.0);
                        assertThat(visit(one).leftAt()).isNull();
                        assertThat(visit(one).silentInPort()).isTrue();
                        assertThat(notHeard.from()).isEqualTo(one.to());
                        assertThat(Duration.between(notHeard.from(), notHeard.to()).toDays())
                                .isEqualTo(100);
                        assertThat(one.reason()).startsWith("Last seen in Dunai at 2024-01-02");
                    });
        }

        @Test
        void isInPortAgainWithoutAnEntry() {
            var again = of(ship.lies(Duration.ofHours(3))).getLast();

            assertThat(again.isOpen()).isTrue();
            assertThat(visit(again).enteredAt()).isNull();
            assertThat(visit(again).confidence()).isEqualTo(2);
        }

        @Test
        void isLostFromSightWhileTheSourceGoesOn() {
            var rule = new VisitRule(273000001, Configured.defaults(PortCallConfig.class), DUNAI);
            ship.samples().forEach(rule::accept);
            var lost = Objects.requireNonNull(rule.losesSightAt());

            assertThat(rule.findings(lost.minusMillis(1)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.isOpen()).isTrue());
            assertThat(rule.findings(lost))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.isOpen()).isFalse();
                        assertThat(Objects.requireNonNull(visit(one).notHeard()).to()).isNull();
                        assertThat(one.reason()).contains("not heard since");
                    });
        }
    }
}
