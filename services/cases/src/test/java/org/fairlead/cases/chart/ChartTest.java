package org.fairlead.cases.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Path2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static Mark mark(String geometry) {
        try {
            return new Mark(new ObjectMapper().readTree(geometry), "E1");
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException(fault);
        }
    }

    private static Extent around(double... places) {
        var list =
                java.util.stream.IntStream.range(0, places.length / 2)
                        .mapToObj(i -> new double[] {places[2 * i], places[2 * i + 1]})
                        .toList();
        return Extent.around(list, (double) Chart.WIDTH / Chart.HEIGHT);
    }

    @Test
    void goesTheShortWayAroundTheWorld() {
        Extent extent = around(179, 52, -179, 53);

        assertThat(extent.width()).isLessThan(20);
        assertThat(extent.west()).isBetween(160.0, 179.0);
        assertThat(extent.east()).isGreaterThan(181);
        assertThat(extent.near(-179)).isEqualTo(181);
        assertThat(extent.near(179)).isEqualTo(179);
    }

    @Test
    void holdsEveryPlaceWithRoomAround() {
        for (double longitude = -180; longitude <= 180; longitude += 15) {
            for (double latitude = -85; latitude <= 85; latitude += 17) {
                Extent extent =
                        around(longitude, latitude, longitude + 3, Math.min(89, latitude + 2));

                assertThat(extent.near(longitude))
                        .as("%s %s", longitude, latitude)
                        .isBetween(extent.west(), extent.east());
                assertThat(latitude).isBetween(extent.south(), extent.north());
                assertThat(extent.north()).isLessThanOrEqualTo(90);
            }
        }
    }

    @Test
    void drawsALineOverTheAntimeridianWithoutCrossingThePicture() {
        var chart =
                Chart.of(
                                List.of(
                                        mark(
                                                "{\"type\":\"LineString\",\"coordinates\":[[178,50],[-178,51],[-176,51]]}")))
                        .orElseThrow();

        Path2D line =
                chart.drawn().stream()
                        .filter(drawn -> drawn.stroke().equals("#b3261e") && drawn.fill().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .path();
        assertThat(line.getBounds2D().getMinX()).isGreaterThan(0);
        assertThat(line.getBounds2D().getMaxX()).isLessThan(Chart.WIDTH);
        assertThat(line.getBounds2D().getWidth()).isGreaterThan(100);
    }

    /// Busan is on land, the strait before it is not.
    @Test
    void hasLandWhereThereIsLand() {
        var chart =
                Chart.of(
                                List.of(
                                        mark(
                                                "{\"type\":\"MultiPoint\",\"coordinates\":[[128,34],[131,37]]}")))
                        .orElseThrow();
        Path2D land =
                chart.drawn().stream()
                        .filter(drawn -> drawn.fill().equals("#d9d2c3"))
                        .findFirst()
                        .orElseThrow()
                        .path();
        Extent extent = around(128, 34, 131, 37);
        var projection = new Projection(extent, Chart.WIDTH, Chart.HEIGHT);

        assertThat(land.contains(projection.x(128.9), projection.y(35.3))).isTrue();
        assertThat(land.contains(projection.x(129.6), projection.y(34.9))).isFalse();
    }

    @Test
    void isTheSameEveryTimeAndSaysWhatItIsDrawnFrom() {
        var marks = List.of(mark("{\"type\":\"Point\",\"coordinates\":[122.1,29.9]}"));

        String svg = Svg.of(Chart.of(marks).orElseThrow(), "A map");
        assertThat(svg).isEqualTo(Svg.of(Chart.of(marks).orElseThrow(), "A map"));
        assertThat(svg).startsWith("<svg ").doesNotContain("NaN").doesNotContain("<script");
        assertThat(Chart.of(marks).orElseThrow().caption())
                .contains("Natural Earth")
                .contains("UTC")
                .contains("nautical miles");
    }

    @Test
    void isNotDrawnWhereNothingHasAPlace() {
        assertThat(Chart.of(List.of())).isEmpty();
        assertThat(Chart.of(List.of(mark("{\"type\":\"Point\",\"coordinates\":[]}")))).isEmpty();
        assertThat(Chart.of(List.of(mark("{\"type\":\"Odd\"}")))).isEmpty();
    }
}
