package org.fairlead.association.hull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HullLikelihoodTest {

    private final HullLikelihood likelihood =
            new HullLikelihood(new HullSettings(15, 4, 0.03, 100, 0.7, 40, 0.8, 20));

    private static final HullKnown CARGO_OF_100 = new HullKnown(new int[] {100}, 16, 70);

    private static HullSeen seen(double length) {
        return HullSeen.ofLength(length, 5.0);
    }

    private static HullSeen heading(double degrees, boolean isAmbiguous, boolean isStill) {
        return new HullSeen(null, null, null, null, degrees, 5.0, isAmbiguous, isStill, Set.of());
    }

    private static HullSeen layout(String... features) {
        return new HullSeen(null, null, null, null, null, null, false, false, Set.of(features));
    }

    @Test
    void saysNothingWithoutAnythingSeenOrKnown() {
        assertThat(likelihood.of(HullSeen.NOTHING, CARGO_OF_100, 90))
                .isEqualTo(HullFactors.NOTHING);
        assertThat(likelihood.of(seen(100), HullKnown.NOTHING)).isEqualTo(HullFactors.NOTHING);
    }

    @Nested
    class ALength {

        @Test
        void speaksForAShipOfItAndAgainstAnother() {
            assertThat(likelihood.of(seen(101), CARGO_OF_100).length()).isGreaterThan(5);
            assertThat(likelihood.of(seen(130), CARGO_OF_100).length()).isLessThan(0.01);
        }

        @Test
        void saysLessWithAGreaterError() {
            double sharp = likelihood.of(HullSeen.ofLength(100.0, 3.0), CARGO_OF_100).length();
            double blurred = likelihood.of(HullSeen.ofLength(100.0, 30.0), CARGO_OF_100).length();

            assertThat(sharp).isGreaterThan(blurred);
            assertThat(blurred).isGreaterThan(1);
        }

        @Test
        void mayBeAnyOfThoseSheStated() {
            var two = new HullKnown(new int[] {100, 130}, null, 70);

            assertThat(likelihood.of(seen(130), two).length()).isGreaterThan(1);
        }

        /// What it says of all ships together is nothing: over the fleet the ratio averages one.
        @Test
        void averagesOneOverTheLengthsOfTheFleet() {
            var random = new java.util.Random(5);
            double sum = 0;
            int ships = 200_000;
            for (int ship = 0; ship < ships; ship++) {
                double length = 100 * Math.exp(0.7 * random.nextGaussian());
                double measured = length + 5 * random.nextGaussian();
                sum += likelihood.of(seen(Math.max(5, measured)), CARGO_OF_100).length();
            }

            assertThat(sum / ships).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void aBeamSaysLittleThatTheLengthDoesNotSay() {
        var beam = new HullSeen(null, null, 16.0, 2.0, null, null, false, false, Set.of());
        var both = new HullSeen(100.0, 5.0, 16.0, 2.0, null, null, false, false, Set.of());

        assertThat(likelihood.of(beam, CARGO_OF_100).beam()).isGreaterThan(3);
        assertThat(likelihood.of(both, CARGO_OF_100).beam()).isBetween(1.0, 2.5);
        assertThat(
                        likelihood
                                .of(
                                        new HullSeen(
                                                100.0, 5.0, 30.0, 2.0, null, null, false, false,
                                                Set.of()),
                                        CARGO_OF_100)
                                .beam())
                .isLessThan(0.01);
    }

    @Nested
    class AHeading {

        @Test
        void speaksForAShipOnHerWay() {
            assertThat(likelihood.of(heading(92, false, false), CARGO_OF_100, 90).heading())
                    .isGreaterThan(2);
            assertThat(likelihood.of(heading(272, false, false), CARGO_OF_100, 90).heading())
                    .isLessThan(0.5);
        }

        @Test
        void countsItsOppositeTooWhereBowAndSternLookAlike() {
            double one = likelihood.of(heading(92, true, false), CARGO_OF_100, 90).heading();
            double other = likelihood.of(heading(272, true, false), CARGO_OF_100, 90).heading();

            assertThat(one).isCloseTo(other, within(1e-9)).isGreaterThan(1);
        }

        @Test
        void ofAShipAtRestSaysNothing() {
            assertThat(likelihood.of(heading(92, false, true), CARGO_OF_100, 90).heading())
                    .isEqualTo(1);
        }

        @Test
        void averagesOneOverTheCircle() {
            double sum = 0;
            for (int degrees = 0; degrees < 360; degrees++) {
                sum += likelihood.of(heading(degrees, false, false), CARGO_OF_100, 7).heading();
            }

            assertThat(sum / 360).isCloseTo(1, within(1e-3));
        }
    }

    @Nested
    class ALayout {

        @Test
        void speaksForAShipOfItsKind() {
            var tanker = new HullKnown(new int[0], null, 80);

            assertThat(likelihood.of(layout("deck-pipes"), tanker).layout()).isGreaterThan(3);
            assertThat(likelihood.of(layout("deck-pipes"), CARGO_OF_100).layout()).isLessThan(0.2);
            assertThat(likelihood.of(layout("ro-ro-ramp"), tanker).layout()).isLessThan(0.2);
        }

        @Test
        void isHeldWithinBounds() {
            var tanker = new HullKnown(new int[0], null, 80);

            assertThat(
                            likelihood
                                    .of(
                                            layout(
                                                    "container-stacks",
                                                    "hatch-covers",
                                                    "ro-ro-ramp"),
                                            tanker)
                                    .layout())
                    .isEqualTo(1.0 / 20);
        }

        @Test
        void saysNothingOfAnUnknownKindOrFeature() {
            assertThat(
                            likelihood
                                    .of(layout("deck-pipes"), new HullKnown(new int[0], null, null))
                                    .layout())
                    .isEqualTo(1);
            assertThat(likelihood.of(layout("helipad"), CARGO_OF_100).layout()).isEqualTo(1);
        }
    }
}
