package org.fairlead.seas.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Test;

class LocalTest {

    /// To a fifth of a metre over twice the size of the largest cell, poles and antimeridian among
    /// them: the corners themselves are kept in steps of two metres.
    @Test
    void placesLieWhereTheirMetresSay() {
        var random = new Random(5);
        for (int draw = 0; draw < 20_000; draw++) {
            double latitude =
                    draw % 5 == 0
                            ? Math.copySign(90 - random.nextDouble(), random.nextInt() - 0.5)
                            : 180 * random.nextDouble() - 90;
            double longitude =
                    draw % 7 == 0
                            ? 180 - random.nextDouble() / 50
                            : 360 * random.nextDouble() - 180;
            var centre = new Place(latitude, longitude);
            double east = 60_000 * (random.nextDouble() - 0.5);
            double north = 60_000 * (random.nextDouble() - 0.5);

            var place = new Local.Plane(centre).place(east, north);

            double[] back = Local.metres(centre, place.latitudeDegrees(), place.longitudeDegrees());
            assertThat(back[0]).as("east of %s", centre).isCloseTo(east, within(0.2));
            assertThat(back[1]).as("north of %s", centre).isCloseTo(north, within(0.2));
            assertThat(
                            GreatCircle.nauticalMiles(centre, place)
                                    * GreatCircle.METRES_PER_NAUTICAL_MILE)
                    .isCloseTo(Math.hypot(east, north), within(0.2));
        }
    }
}
