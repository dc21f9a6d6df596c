package org.fairlead.seas.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LandMaskTest {

    private static final LandMask LAND = LandMask.ofSources();

    @Nested
    class TheNearestLand {

        @Test
        void ofThePacificFarFromAllOfItIsBeyondTheLimit() {
            assertThat(LAND.nauticalMilesFromLand(new Place(-48.9, -123.4), 200)).isEmpty();
        }

        @Test
        void ashoreIsHere() {
            assertThat(LAND.nauticalMilesFromLand(new Place(52.5, 13.4), 200)).hasValue(0);
        }

        /// The strait of Dover is 18 nm wide.
        @Test
        void amidTheStraitOfDoverIsNineMilesAway() {
            assertThat(LAND.nauticalMilesFromLand(new Place(51.0, 1.45), 200).orElseThrow())
                    .isBetween(6.0, 12.0);
        }

        /// Taveuni of Fiji lies on the antimeridian.
        @Test
        void overTheAntimeridianIsFound() {
            double west = LAND.nauticalMilesFromLand(new Place(-17.0, 179.4), 200).orElseThrow();
            double east = LAND.nauticalMilesFromLand(new Place(-17.0, -179.4), 200).orElseThrow();

            assertThat(west).isLessThan(40);
            assertThat(east).isLessThan(40);
        }

        /// Against looking in all directions in small steps.
        @Test
        void isWhatLookingAroundFinds() {
            var random = new Random(7);
            int compared = 0;
            while (compared < 40) {
                var place =
                        new Place(
                                -60 + 120 * random.nextDouble(), -180 + 360 * random.nextDouble());
                double seen = lookingAround(place, 60);
                var found = LAND.nauticalMilesFromLand(place, 60);
                if (seen <= 55) {
                    assertThat(found.orElseThrow()).as("%s", place).isCloseTo(seen, within(1.2));
                    compared++;
                }
            }
        }

        private double lookingAround(Place from, double most) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double miles = 0; miles <= most && miles < nearest; miles += 0.25) {
                for (double bearing = 0; bearing < 360; bearing += miles < 5 ? 15 : 0.5) {
                    var there = ahead(from, bearing, miles);
                    if (LAND.isLand(there.latitudeDegrees(), there.longitudeDegrees())) {
                        nearest = Math.min(nearest, GreatCircle.nauticalMiles(from, there));
                    }
                }
            }
            return nearest;
        }

        private Place ahead(Place from, double bearing, double miles) {
            double arc = Math.toRadians(miles / 60.04);
            double north = Math.toRadians(from.latitudeDegrees());
            double course = Math.toRadians(bearing);
            double latitude =
                    Math.asin(
                            Math.sin(north) * Math.cos(arc)
                                    + Math.cos(north) * Math.sin(arc) * Math.cos(course));
            double east =
                    Math.atan2(
                            Math.sin(course) * Math.sin(arc) * Math.cos(north),
                            Math.cos(arc) - Math.sin(north) * Math.sin(latitude));
            double longitude =
                    Math.IEEEremainder(from.longitudeDegrees() + Math.toDegrees(east), 360);
            return new Place(Math.toDegrees(latitude), Math.clamp(longitude, -180, 180));
        }
    }
}
