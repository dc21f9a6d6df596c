package org.fairlead.seas.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.WaterGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableSetTest {

    private static final SeaDistance SEA =
            WaterGraph.openOrBuild(Path.of("target/graph/seas.graph")).distances();
    private static final Ports PORTS = Ports.register();
    private static final ServiceTimes TIMES = new ServiceTimes(1, 12, 36);
    private static final Instant SINCE = Instant.parse("2024-01-10T00:00:00Z");
    private static final Place VLADIVOSTOK = new Place(43.09, 131.88);
    private static final Place KOREA_STRAIT = new Place(34.40, 129.30);
    private static final Place RAJIN = new Place(42.233, 130.300);
    private static final Place DUNAI = new Place(42.879, 132.335);

    private static ReachableSet set(Place from, @Nullable Place to, double hours, double knots) {
        var until = SINCE.plus(Duration.ofMinutes(Math.round(hours * 60)));
        return ReachableSet.of(SEA, new ReachQuestion(from, SINCE, to, until, knots));
    }

    @Nested
    class SixtyHoursFromVladivostokToTheKoreaStraitAtFourteenKnots {

        private final ReachableSet set = set(VLADIVOSTOK, KOREA_STRAIT, 60, 14);

        @Test
        void haveTimeForRajin() {
            assertThat(set.ports(PORTS.all(), TIMES))
                    .filteredOn(reached -> reached.port().id().equals("rajin"))
                    .singleElement()
                    .satisfies(reached -> {
                        assertThat(reached.slackHours()).isBetween(15.0, 22.0);
                        assertThat(reached.services())
                                .containsExactly(
                                        ReachablePort.Service.TOUCH, ReachablePort.Service.PARTIAL);
                        assertThat(reached.arrival()).isAfter(SINCE.plus(Duration.ofHours(4)));
                        assertThat(reached.departure()).isAfter(reached.arrival());
                    });
        }

        @Test
        void haveNoneForNampoThoughAStraightLineAdmitsIt() {
            assertThat(set.ports(PORTS.all(), TIMES))
                    .extracting(reached -> reached.port().id())
                    .doesNotContain("nampo");
            assertThat(set.excluded(PORTS.all()))
                    .filteredOn(port -> port.port().id().equals("nampo"))
                    .singleElement()
                    .satisfies(port -> {
                        assertThat(port.straightHours()).isLessThan(60);
                        assertThat(port.leastHours()).isGreaterThan(60);
                        assertThat(port.usualHours()).isCloseTo(99, within(3.0));
                    });
        }

        @Test
        void reachTheSeaOfJapanAndNotTheYellowSea() {
            assertThat(set.cells())
                    .anyMatch(cell -> isNear(cell, new Place(40.0, 131.5)))
                    .noneMatch(cell -> isNear(cell, new Place(36.0, 124.0)));
        }

        @Test
        void areInOnePlaceAtTheBeginningAndInAnotherAtTheEnd() {
            assertThat(set.cellsAt(SINCE))
                    .allMatch(cell -> GreatCircle.nauticalMiles(cell.centre(), VLADIVOSTOK) < 40);
            assertThat(set.cellsAt(SINCE.plus(Duration.ofHours(60))))
                    .allMatch(cell -> GreatCircle.nauticalMiles(cell.centre(), KOREA_STRAIT) < 40);
        }

        private static boolean isNear(ReachableCell cell, Place place) {
            return GreatCircle.nauticalMiles(cell.centre(), place) < 30;
        }
    }

    @Nested
    class WhateverTheEnds {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6})
        void aWayThatFitsLeadsThroughTheSetOnly(int seed) {
            var random = new Random(seed);
            var ports = PORTS.all().stream().filter(Port::isSilent).toList();
            var from = ports.get(random.nextInt(ports.size())).place();
            var over = ports.get(random.nextInt(ports.size())).place();
            var to = ports.get(random.nextInt(ports.size())).place();
            var out = SEA.between(from, over);
            var on = SEA.between(over, to);
            if (out.isEmpty() || on.isEmpty()) {
                return;
            }
            double miles = out.get().pathNauticalMiles() + on.get().pathNauticalMiles();
            if (miles / 14 > 24 * 60) {
                return;
            }

            var reached = set(from, to, miles / 14 + 0.1, 14).ports(ports, TIMES);

            // Ports that share a place share its times; the one sailed over must be among them.
            assertThat(reached).anyMatch(port -> port.port().place().equals(over));
        }

        @Test
        void cellsAtAnInstantAreCellsOfTheWhole() {
            var set = set(RAJIN, DUNAI, 72, 12);
            var whole = set.cells().stream().map(ReachableCell::centre).toList();

            for (int hour = 0; hour <= 72; hour += 12) {
                assertThat(whole)
                        .containsAll(
                                set.cellsAt(SINCE.plus(Duration.ofHours(hour))).stream()
                                        .map(ReachableCell::centre)
                                        .toList());
            }
        }

        @Test
        void moreTimeReachesNoLess() {
            var less =
                    set(RAJIN, DUNAI, 24, 12).cells().stream().map(ReachableCell::centre).toList();

            assertThat(set(RAJIN, DUNAI, 36, 12).cells())
                    .extracting(ReachableCell::centre)
                    .containsAll(less);
        }

        @Test
        void aShipThatNeverCameBackIsLimitedByWhereSheLeftOnly() {
            assertThat(set(RAJIN, null, 48, 12).ports(PORTS.all(), TIMES))
                    .extracting(reached -> reached.port().id())
                    .contains("rajin", "dunai", "chongjin")
                    .doesNotContain("nampo");
        }

        @Test
        void cornersLieAroundTheirCentre() {
            assertThat(set(RAJIN, DUNAI, 24, 12).cells())
                    .allSatisfy(cell ->
                            assertThat(cell.corners())
                                    .hasSize(6)
                                    .allMatch(corner ->
                                            GreatCircle.nauticalMiles(corner, cell.centre()) < 20));
        }
    }

    @Nested
    class RunsBetweenTwoPorts {

        @Test
        void areFewerTheLongerTheCalls() {
            var runs =
                    set(RAJIN, RAJIN, 24 * 30, 12)
                            .capacity(RAJIN, DUNAI, List.of(12.0, 24.0, 36.0));

            // There and back 17 h, and two calls: 720 h have room for 17, 11 and 8 (worked by hand
            // from 103 nm at 12 kn).
            assertThat(runs).extracting(Capacity::runs).containsExactly(17, 11, 8);
            assertThat(runs).allMatch(one -> one.mostRuns() >= one.runs());
        }

        @Test
        void areNoneWhereNotOneFits() {
            assertThat(set(RAJIN, DUNAI, 20, 12).capacity(RAJIN, DUNAI, List.of(12.0)))
                    .singleElement()
                    .returns(0, Capacity::runs);
        }
    }

    @Nested
    class AQuestion {

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, 60.1, Double.NaN})
        void hasASpeedThatCanBe(double knots) {
            assertThatThrownBy(() -> set(RAJIN, DUNAI, 24, knots)).hasMessageContaining("speed");
        }

        @Test
        void endsAfterItBegins() {
            assertThatThrownBy(() -> set(RAJIN, DUNAI, -1, 12)).hasMessageContaining("ends");
        }
    }
}
