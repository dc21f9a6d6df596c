package org.fairlead.association.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SphericalLensTest {

    private static final double EARTH =
            4
                    * Math.PI
                    * SphericalLens.NAUTICAL_MILES_PER_RADIAN
                    * SphericalLens.NAUTICAL_MILES_PER_RADIAN;

    @ParameterizedTest
    @CsvSource({
        "600, 500, 400",
        "3000, 2500, 1500",
        "100, 2000, 1950",
        "9000, 8000, 7000",
        "2000, 9500, 9000",
        "10000, 9000, 8500",
        "10500, 10000, 9500"
    })
    void isWhatRandomPointsOfTheEarthFindInBothCaps(double apart, double first, double second) {
        var random = new Random(11);
        var here = new Place(0, 0);
        var there = new Place(0, apart / 60.0403);
        int inside = 0;
        int points = 400_000;
        for (int point = 0; point < points; point++) {
            double latitude = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            var place = new Place(latitude, random.nextDouble() * 360 - 180);
            if (GreatCircle.nauticalMiles(here, place) <= first
                    && GreatCircle.nauticalMiles(there, place) <= second) {
                inside++;
            }
        }
        double found = EARTH * inside / points;
        double deviation = EARTH * Math.sqrt(Math.max(1, inside)) / points;

        assertThat(SphericalLens.area(GreatCircle.nauticalMiles(here, there), first, second))
                .isCloseTo(found, within(4 * deviation));
    }

    @Test
    void isTheSmallerCapWhereOneLiesInTheOther() {
        assertThat(SphericalLens.area(10, 100, 5)).isEqualTo(SphericalLens.cap(5));
        assertThat(SphericalLens.cap(5)).isCloseTo(Math.PI * 25, within(0.001));
    }

    @Test
    void isNothingWhereTheyDoNotMeet() {
        assertThat(SphericalLens.area(100, 60, 39)).isZero();
        assertThat(SphericalLens.area(100, 0, 200)).isZero();
    }

    @Test
    void isThatOfThePlaneForSmallCircles() {
        double half = Math.acos(0.5);
        double plane = 2 * (half - Math.sin(half) * Math.cos(half)) * 400;

        assertThat(SphericalLens.area(20, 20, 20)).isCloseTo(plane, within(0.01));
    }

    @Test
    void isTheWholeEarthForShipsThatCanBeAnywhere() {
        assertThat(SphericalLens.area(500, 20_000, 20_000)).isCloseTo(EARTH, within(1e-3 * EARTH));
    }
}
