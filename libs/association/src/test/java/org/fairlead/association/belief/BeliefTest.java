package org.fairlead.association.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BeliefTest {

    @Nested
    class APosterior {

        @Test
        void sumsToOneToTheLastBit() {
            var random = new Random(3);
            for (int round = 0; round < 2_000; round++) {
                double[] weights = new double[random.nextInt(40)];
                for (int at = 0; at < weights.length; at++) {
                    weights[at] = Math.exp(random.nextGaussian() * 8) * random.nextInt(3);
                }

                var posterior = Posterior.of(weights, Math.exp(random.nextGaussian() * 8));

                double sum = 0;
                for (double share : posterior.shares()) {
                    assertThat(share).isBetween(0.0, 1.0);
                    sum += share;
                }
                assertThat(sum + posterior.never()).isEqualTo(1.0);
            }
        }

        @Test
        void followsBayesRule() {
            var posterior = Posterior.of(new double[] {3, 1}, 4);

            assertThat(posterior.shares()).containsExactly(0.375, 0.125);
            assertThat(posterior.never()).isEqualTo(0.5);
        }

        @Test
        void leavesRoomForAShipThatNeverTransmits() {
            assertThat(Posterior.of(new double[] {}, 1).never()).isEqualTo(1);
            assertThatThrownBy(() -> Posterior.of(new double[] {1}, 0))
                    .hasMessageContaining("never transmits");
            assertThatThrownBy(() -> Posterior.of(new double[] {Double.NaN}, 1))
                    .hasMessageContaining("weight not 0 or more");
        }
    }

    @Nested
    class AChanceRate {

        @Test
        void isWhatRandomTimesFind() {
            var random = new Random(4);
            for (int round = 0; round < 50; round++) {
                var rate = new ChanceRate(0, 1_000_000);
                long[][] spans = new long[random.nextInt(12)][];
                for (int at = 0; at < spans.length; at++) {
                    long first = random.nextInt(1_200_000) - 100_000;
                    spans[at] = new long[] {first, first + random.nextInt(200_000)};
                    rate.add(spans[at][0], spans[at][1]);
                }
                int hits = 0;
                for (int draw = 0; draw < 40_000; draw++) {
                    long time = random.nextInt(1_000_000);
                    boolean isHit = false;
                    for (long[] span : spans) {
                        isHit |= time >= span[0] && time < span[1];
                    }
                    hits += isHit ? 1 : 0;
                }

                assertThat(rate.rate()).isCloseTo(hits / 40_000.0, within(0.01));
            }
        }

        @Test
        void isNothingWithoutASilenceThatFits() {
            var rate = new ChanceRate(0, 10);
            rate.add(5, 5);
            rate.add(8, 7);
            rate.add(11, 20);

            assertThat(rate.rate()).isZero();
        }

        @Test
        void isOneForAShipAlwaysSilentNearby() {
            var rate = new ChanceRate(0, 10);
            rate.add(-5, 20);
            rate.add(3, 4);

            assertThat(rate.rate()).isEqualTo(1);
        }
    }

    @Nested
    class EmptyScenes {

        private static final Instant NOON = Instant.parse("2024-01-20T12:00:00Z");

        @Test
        void leaveWhatEachWouldHaveMissed() {
            var scenes =
                    List.of(
                            new EmptyScene(NOON, 0.9),
                            new EmptyScene(NOON.plusSeconds(7_200), 0.5));

            assertThat(EmptyScene.factor(EmptyScene.independent(scenes, Duration.ofHours(1))))
                    .isCloseTo(0.05, within(1e-12));
        }

        @Test
        void ofOnePassCountOnceByTheBest() {
            var scenes =
                    List.of(
                            new EmptyScene(NOON, 0.5),
                            new EmptyScene(NOON.plusSeconds(60), 0.8),
                            new EmptyScene(NOON.plusSeconds(120), 0.7));

            assertThat(EmptyScene.independent(scenes, Duration.ofHours(1)))
                    .containsExactly(new EmptyScene(NOON.plusSeconds(60), 0.8));
        }

        @Test
        void areNoneWhereThereIsNoScene() {
            assertThat(EmptyScene.factor(List.of())).isEqualTo(1);
        }

        @Test
        void needARecallThatIsAShare() {
            assertThatThrownBy(() -> new EmptyScene(NOON, 90)).hasMessageContaining("0 to 1");
        }
    }

    @Nested
    class APlausibleSpeed {

        @Test
        void isTheNinetiethPercentileOfWhatSheReportedUnderWay() {
            double[] knots = {0, 0.1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};

            assertThat(PlausibleSpeed.of(knots, 1, 5)).hasValue(19);
        }

        @Test
        void isNotKnownOfAShipThatReportedLittle() {
            assertThat(PlausibleSpeed.of(new double[] {12, 12, 0, 0, 0}, 1, 3)).isEmpty();
        }
    }
}
