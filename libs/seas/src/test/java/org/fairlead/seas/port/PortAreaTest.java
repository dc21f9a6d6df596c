package org.fairlead.seas.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortAreaTest {

    @Nested
    class ACircle {

        private final PortArea area = PortArea.circle(new Place(0, 179.95), 5);

        @Test
        void holdsPlacesBeyondTheAntimeridian() {
            assertThat(area.holds(new Place(0, -179.99))).isTrue();
            assertThat(area.holds(new Place(0, -179.90))).isFalse();
        }

        @Test
        void saysHowFarOutsideAPlaceLies() {
            assertThat(area.milesOutside(new Place(0.25, 179.95))).isCloseTo(9.93, within(0.01));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
        void hasASensibleRadius(double radius) {
            assertThatThrownBy(() -> PortArea.circle(new Place(0, 0), radius))
                    .hasMessageContaining("radius");
        }
    }

    /// An L around the antimeridian: the square in its corner is outside.
    @Nested
    class AnOutline {

        private final PortArea area =
                PortArea.outlined(
                        new Place(0.05, 179.95),
                        List.of(
                                new Place(0, 179.9),
                                new Place(0, -179.9),
                                new Place(0.1, -179.9),
                                new Place(0.1, 180),
                                new Place(0.2, 180),
                                new Place(0.2, 179.9)));

        @Test
        void holdsWhatIsInsideOnly() {
            assertThat(area.holds(new Place(0.15, 179.95))).isTrue();
            assertThat(area.holds(new Place(0.05, -179.95))).isTrue();
            assertThat(area.holds(new Place(0.15, -179.95))).isFalse();
        }

        @Test
        void isAsFarAsItsNearestEdge() {
            assertThat(area.milesOutside(new Place(0.15, -179.95))).isCloseTo(3, within(0.05));
        }

        @Test
        void liesInItsRadius() {
            assertThat(area.outline())
                    .allSatisfy(corner ->
                            assertThat(
                                            PortArea.circle(
                                                            area.centre(),
                                                            area.radiusNauticalMiles())
                                                    .holds(corner))
                                    .isTrue());
        }

        @Test
        void hasThreeCornersAtLeast() {
            assertThatThrownBy(() ->
                            PortArea.outlined(
                                    new Place(0, 0), List.of(new Place(0, 0.1), new Place(0.1, 0))))
                    .hasMessageContaining("three corners");
        }
    }
}
