package org.fairlead.association.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Test;

class ReachableAreaTest {

    private final ReachableArea area =
            new ReachableArea(WaterShare.of((latitude, longitude) -> longitude > 0), 50);

    @Test
    void countsOnlyWater() {
        double atSea = area.between(new Place(0, 90), null).within(200, 0);
        double onTheCoast = area.between(new Place(0, 0), null).within(200, 0);

        assertThat(atSea).isCloseTo(SphericalLens.cap(200), within(1.0));
        assertThat(onTheCoast / atSea).isCloseTo(0.5, within(0.1));
    }

    @Test
    void isLeastWhereSheHadNoTimeToStray() {
        assertThat(area.between(new Place(0, 90), new Place(0, 92)).within(60, 60.08))
                .isEqualTo(50);
    }

    @Test
    void liesWhereTheCirclesMeet() {
        // Between a place on land and one at sea, nearer to the latter.
        double near = area.between(new Place(0, -10), new Place(0, 10)).within(900, 400);

        assertThat(near).isCloseTo(SphericalLens.area(1_200.8, 900, 400), within(0.02 * near));
    }
}
