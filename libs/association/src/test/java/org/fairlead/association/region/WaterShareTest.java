package org.fairlead.association.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.LandMask;
import org.junit.jupiter.api.Test;

class WaterShareTest {

    private final WaterShare eastIsWater =
            WaterShare.of((latitude, longitude) -> longitude > 0 && longitude < 179.5);

    @Test
    void isHalfOnAStraightCoast() {
        assertThat(eastIsWater.about(new Place(0, 0), 300)).isCloseTo(0.5, within(0.06));
    }

    @Test
    void isWholeOffshoreAndNeverNothing() {
        assertThat(eastIsWater.about(new Place(20, 90), 600)).isCloseTo(1, within(1e-9));
        assertThat(eastIsWater.about(new Place(20, -90), 600)).isEqualTo(0.02);
    }

    @Test
    void goesRoundTheAntimeridian() {
        assertThat(eastIsWater.about(new Place(0, 179.9), 300)).isCloseTo(0.45, within(0.06));
        assertThat(eastIsWater.about(new Place(0, -179.9), 300)).isCloseTo(0.45, within(0.06));
    }

    @Test
    void isAboutSevenTenthsOfTheEarth() {
        var share = WaterShare.of(LandMask.ofSources());

        assertThat(share.about(new Place(0, 0), 10_799)).isCloseTo(0.71, within(0.02));
        assertThat(share.about(new Place(0, -140), 600)).isGreaterThan(0.99);
        assertThat(share.about(new Place(47, 100), 300)).isEqualTo(0.02);
    }
}
