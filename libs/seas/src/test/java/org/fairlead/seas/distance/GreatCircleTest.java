package org.fairlead.seas.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreatCircleTest {

    private static final double SAME = 1e-9;

    private final Random random = new Random(20240209);

    @Nested
    class KnownDistances {

        /// Geodesics on WGS 84 by numerical integration elsewhere; a sphere is within 0.6 % of
        /// them.
        @ParameterizedTest
        @CsvSource({
            "42.225, 130.30, 42.87, 132.345, 98",
            "42.225, 130.30, 42.73, 133.06, 126",
            "42.225, 130.30, 43.09, 131.88, 87",
            "42.225, 130.30, 30.15, 122.2, 823",
            "42.233, 130.300, 38.717, 125.400, 308"
        })
        void agreeWithTheReferenceTable(
                double north1, double east1, double north2, double east2, double miles) {
            var distance =
                    GreatCircle.nauticalMiles(new Place(north1, east1), new Place(north2, east2));

            assertThat(distance).isCloseTo(miles, within(miles * 0.006 + 0.6));
        }

        @Test
        void areAQuarterOfTheGlobeFromPoleToEquator() {
            assertThat(GreatCircle.centralAngle(new Place(90, 0), new Place(0, 77)))
                    .isCloseTo(Math.PI / 2, within(SAME));
        }

        /// Near places are reckoned by another formula than far ones; held here against the angle
        /// between two vectors from the centre of the earth.
        @Test
        void areTheSameByTheAngleBetweenVectorsNearAndFar() {
            for (int i = 0; i < 100_000; i++) {
                double apart = Math.pow(10, random.nextDouble(-6, 2));
                double north = random.nextDouble(-90, 90);
                double east = random.nextDouble(-180, 180);
                var from = new Place(north, east);
                var to =
                        new Place(
                                Math.clamp(north + random.nextGaussian() * apart, -90, 90),
                                Math.IEEEremainder(east + random.nextGaussian() * apart, 360));

                assertThat(GreatCircle.centralAngle(from, to))
                        .as("%s to %s", from, to)
                        .isCloseTo(angle(vector(from), vector(to)), within(2e-15));
            }
        }

        private static double[] vector(Place place) {
            double north = Math.toRadians(place.latitudeDegrees());
            double east = Math.toRadians(place.longitudeDegrees());
            return new double[] {
                Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)
            };
        }

        private static double angle(double[] a, double[] b) {
            double x = a[1] * b[2] - a[2] * b[1];
            double y = a[2] * b[0] - a[0] * b[2];
            double z = a[0] * b[1] - a[1] * b[0];
            return Math.atan2(
                    Math.sqrt(x * x + y * y + z * z), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
        }

        @Test
        void doNotDependOnTheLongitudeOfAPole() {
            assertThat(GreatCircle.nauticalMiles(new Place(90, -120), new Place(90, 45)))
                    .isCloseTo(0, within(1e-6));
        }

        @Test
        void areHalfTheGlobeBetweenOppositePlaces() {
            assertThat(GreatCircle.centralAngle(new Place(40, 10), new Place(-40, -170)))
                    .isCloseTo(Math.PI, within(SAME));
        }
    }

    @Nested
    class AcrossTheAntimeridian {

        @Test
        void theShortWayIsTaken() {
            var distance = GreatCircle.nauticalMiles(new Place(0, 179.5), new Place(0, -179.5));

            assertThat(distance).isCloseTo(60.04, within(0.01));
        }

        @Test
        void bothNamesOfTheMeridianAreOnePlace() {
            assertThat(GreatCircle.nauticalMiles(new Place(55, 180), new Place(55, -180)))
                    .isCloseTo(0, within(1e-6));
        }
    }

    @Nested
    class TheLowerBound {

        /// One degree along the meridian at the equator is 110,574.3 m on WGS 84, its shortest.
        @Test
        void isExactWhereTheEarthIsMostCurved() {
            double shortestDegree = 110_574.3 / GreatCircle.METRES_PER_NAUTICAL_MILE;

            double bound =
                    GreatCircle.lowerBoundNauticalMiles(new Place(-0.5, 20), new Place(0.5, 20));

            assertThat(bound).isLessThanOrEqualTo(shortestDegree).isCloseTo(59.705, within(0.001));
        }

        @Test
        void isNeverAboveTheWayOfAShipOnTheEllipsoid() {
            for (int run = 0; run < 300; run++) {
                var from = anyPlace();
                var to = anyPlace();
                double sailed = sailedOnTheEllipsoid(from, to);

                assertThat(GreatCircle.lowerBoundNauticalMiles(from, to))
                        .as("%s to %s", from, to)
                        .isLessThanOrEqualTo(sailed + 1e-6);
            }
        }

        @Test
        void isNeverAboveTheWayOverOtherPlaces() {
            for (int run = 0; run < 2_000; run++) {
                var from = anyPlace();
                var at = from;
                double along = 0;
                for (int leg = 0; leg < 5; leg++) {
                    var next = anyPlace();
                    along += GreatCircle.lowerBoundNauticalMiles(at, next);
                    at = next;
                }

                assertThat(GreatCircle.lowerBoundNauticalMiles(from, at))
                        .isLessThanOrEqualTo(along + SAME);
            }
        }

        @Test
        void isBelowTheDistanceShown() {
            for (int run = 0; run < 2_000; run++) {
                var from = anyPlace();
                var to = anyPlace();

                assertThat(GreatCircle.lowerBoundNauticalMiles(from, to))
                        .isLessThanOrEqualTo(GreatCircle.nauticalMiles(from, to));
            }
        }

        /// Length on WGS 84 of the path whose latitude and longitude change evenly: some ship's
        /// way, measured with the true radii of curvature in 20,000 steps.
        private static double sailedOnTheEllipsoid(Place from, Place to) {
            double a = 6_378_137.0;
            double e2 = 6.694_379_990_14e-3;
            int steps = 20_000;
            double north = Math.toRadians(to.latitudeDegrees() - from.latitudeDegrees()) / steps;
            double turn = to.longitudeDegrees() - from.longitudeDegrees();
            double shortTurn = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
            double east = Math.toRadians(shortTurn) / steps;
            double metres = 0;
            for (int step = 0; step < steps; step++) {
                double at = Math.toRadians(from.latitudeDegrees()) + north * (step + 0.5);
                double w = Math.sqrt(1 - e2 * Math.sin(at) * Math.sin(at));
                double along = a * (1 - e2) / (w * w * w) * north;
                double across = a / w * Math.cos(at) * east;
                metres += Math.hypot(along, across);
            }
            return metres / GreatCircle.METRES_PER_NAUTICAL_MILE;
        }
    }

    @Test
    void isTheSameBothWays() {
        for (int run = 0; run < 2_000; run++) {
            var from = anyPlace();
            var to = anyPlace();

            assertThat(GreatCircle.nauticalMiles(from, to))
                    .isCloseTo(GreatCircle.nauticalMiles(to, from), within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {90.0001, -91, Double.NaN, Double.POSITIVE_INFINITY})
    void aPlaceHasALatitudeThatExists(double latitude) {
        assertThatThrownBy(() -> new Place(latitude, 0)).hasMessageContaining("latitude");
    }

    @ParameterizedTest
    @ValueSource(doubles = {180.0001, -181, Double.NaN})
    void aPlaceHasALongitudeThatExists(double longitude) {
        assertThatThrownBy(() -> new Place(0, longitude)).hasMessageContaining("longitude");
    }

    /// Evenly over the sphere, so that the poles are not visited more than the tropics.
    private Place anyPlace() {
        double latitude = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        return new Place(latitude, 360 * random.nextDouble() - 180);
    }
}
