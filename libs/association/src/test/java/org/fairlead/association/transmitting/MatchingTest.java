package org.fairlead.association.transmitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.hull.HullLikelihood;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.association.hull.HullSettings;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final long MINUTE = 60_000;
    private static final long NOON = 1_707_480_000_000L;

    private final Matching matching =
            new Matching(
                    new MatchSettings(
                            Duration.ofMinutes(30), 1_500, 3, 10, 5, Duration.ofHours(1), 0.05),
                    new HullLikelihood(new HullSettings(15, 4, 0.03, 100, 0.7, 40, 0.8, 20)));

    private static Matching.Seen seen(double latitude, double longitude, double length) {
        return new Matching.Seen(
                NOON, new Place(latitude, longitude), 50, HullSeen.ofLength(length, 10.0));
    }

    private static Report report(long minutes, double latitude, double longitude) {
        return new Report(NOON + minutes * MINUTE, new Place(latitude, longitude), 10.0);
    }

    private static Transmitting ship(String mmsi, Report before, Report after) {
        return new Transmitting(mmsi, before, after, new HullKnown(new int[] {100}, null, 70));
    }

    private Label label(Matching.Seen seen, Transmitting ship) {
        return matching.match(List.of(seen), List.of(ship)).labels()[0][0];
    }

    @Nested
    class AShipWithReportsOnBothSides {

        private final Transmitting ship =
                ship("1", report(-10, 30.0, 122.0), report(10, 30.1, 122.0));

        @Test
        void isWhereSheWasBetweenThem() {
            var fit = matching.fit(seen(30.05, 122, 100), ship);

            assertThat(fit.isBracketed()).isTrue();
            assertThat(fit.expected().latitudeDegrees()).isCloseTo(30.05, within(1e-6));
            assertThat(fit.metres()).isLessThan(1);
            assertThat(fit.gateMetres()).isEqualTo(1_500 + 3 * 60);
            assertThat(fit.score()).isGreaterThan(0.99);
            assertThat(label(seen(30.05, 122, 100), ship)).isEqualTo(Label.MATCH);
        }

        @Test
        void isMatchedJustInsideTheGateAndNotJustOutside() {
            double degrees = 1.0 / 111_195;

            assertThat(label(seen(30.05 + 1_675 * degrees, 122, 100), ship)).isEqualTo(Label.MATCH);
            assertThat(label(seen(30.05 + 1_690 * degrees, 122, 100), ship))
                    .isEqualTo(Label.POTENTIAL);
            assertThat(label(seen(30.05 + 4_000 * degrees, 122, 100), ship)).isEqualTo(Label.NONE);
        }

        @Test
        void isNotSheWhereTheLengthIsAnothers() {
            assertThat(label(seen(30.05, 122, 240), ship)).isEqualTo(Label.NONE);
        }
    }

    @Nested
    class AShipHeardLongBefore {

        @Test
        void isPotentialWhereSheCanHaveSailedThere() {
            var ship = ship("1", report(-40, 30, 122), report(200, 31, 122));

            var fit = matching.fit(seen(30.11, 122, 100), ship);

            assertThat(fit.isBracketed()).isFalse();
            assertThat(fit.neededKnots()).isBetween(7.0, 10.0);
            assertThat(label(seen(30.11, 122, 100), ship)).isEqualTo(Label.POTENTIAL);
        }

        @Test
        void isNobodyWhereSheWouldHaveHadToFly() {
            assertThat(
                            label(
                                    seen(32, 122, 100),
                                    ship("1", report(-40, 30, 122), report(40, 30, 122))))
                    .isEqualTo(Label.NONE);
        }

        @Test
        void countsLessTheLongerAgoItWas() {
            var seen = seen(30, 122, 100);
            double soon =
                    matching.fit(seen, ship("1", report(-40, 30, 122), report(90, 30, 122)))
                            .score();
            double late =
                    matching.fit(seen, ship("1", report(-80, 30, 122), report(90, 30, 122)))
                            .score();

            assertThat(soon).isGreaterThan(late);
        }

        @Test
        void fitsByOneReportAloneToo() {
            var only =
                    new Transmitting(
                            "1",
                            null,
                            report(5, 30, 122),
                            new HullKnown(new int[] {100}, null, 70));

            assertThat(label(seen(30, 122, 100), only)).isEqualTo(Label.POTENTIAL);
            assertThat(
                            label(
                                    seen(30, 122, 100),
                                    new Transmitting("1", null, null, HullKnown.NOTHING)))
                    .isEqualTo(Label.NONE);
        }
    }

    @Test
    void twoShipsSeenAndTwoHeardAreSharedOutSoThatBothFit() {
        // Both are nearest to the first ship; only together does each get one.
        var first = seen(30.000, 122.000, 100);
        var second = seen(30.006, 122.000, 100);
        var between = ship("1", report(-5, 30.002, 122), report(5, 30.002, 122));
        var beyond = ship("2", report(-5, 29.995, 122), report(5, 29.995, 122));

        var matched = matching.match(List.of(second, first), List.of(between, beyond));

        assertThat(matched.labels()[0]).containsExactly(Label.MATCH, Label.POTENTIAL);
        assertThat(matched.labels()[1]).containsExactly(Label.POTENTIAL, Label.MATCH);
    }

    @Test
    void crossesTheAntimeridian() {
        var ship =
                new Transmitting(
                        "1",
                        report(-10, 0, 179.9),
                        report(10, 0, -179.9),
                        new HullKnown(new int[] {100}, null, 70));

        assertThat(label(seen(0, 180, 100), ship)).isEqualTo(Label.MATCH);
    }
}
