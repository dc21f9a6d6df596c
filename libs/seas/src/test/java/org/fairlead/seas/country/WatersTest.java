package org.fairlead.seas.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatersTest {

    private final Waters waters = new Waters(List.of());

    @ParameterizedTest
    @CsvSource({
        "42.25, 130.28, KP",
        "43.10, 131.90, RU",
        "35.10, 129.00, KR",
        "-16.80, 179.98, FJ",
        "-16.80, -179.98, FJ",
        "51.90, 4.40, NL"
    })
    void aPlaceAshoreIsInItsCountry(double north, double east, String country) {
        assertThat(waters.at(new Place(north, east)))
                .isEqualTo(new Waters.Answer.Country(List.of(country)));
    }

    @Test
    void aDisputedPlaceIsOfBoth() {
        assertThat(waters.at(new Place(45.0, 34.1)).names()).containsExactly("RU", "UA");
        assertThat(Waters.words(waters.at(new Place(45.0, 34.1)))).startsWith("disputed");
    }

    @Test
    void withoutZonesTheHighSeaHasANearestCoastAndNoMore() {
        assertThat(Waters.words(waters.at(new Place(40, 135)))).startsWith("no imported zone");
    }

    @Test
    void overlappingClaimsStaySeveral() {
        double[] square = {134, 39, 136, 39, 136, 41, 134, 41, 134, 39};
        var zone = new Zone("Both", List.of("A", "B"), new Shape("Both", List.of(square)));

        assertThat(Waters.words(new Waters(List.of(zone)).at(new Place(40, 135))))
                .isEqualTo("claims overlap: A and B (Both)");
    }
}
