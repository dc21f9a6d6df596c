package org.fairlead.seas.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fairlead.seas.port.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private final Places places = new Places(Ports.register());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42.2N 130.3E | 42.2 | 130.3",
                "42.2n130.3e | 42.2 | 130.3",
                "42.2, 130.3 | 42.2 | 130.3",
                "-33.86,151.29 | -33.86 | 151.29",
                "-33.86 -151.29 | -33.86 | -151.29",
                "33.86S 151.29W | -33.86 | -151.29",
                "130.3E 42.2N | 42.2 | 130.3",
                "42-15N 130-18E | 42.25 | 130.3",
                "42°15'N, 130°18'E | 42.25 | 130.3",
                "42 15.0 N 130 18.0 E | 42.25 | 130.3",
                "0N 180W | 0 | -180"
            })
    void coordinatesAreReadInEveryUsualForm(String text, double north, double east) {
        assertThat(places.find(text))
                .isInstanceOfSatisfying(
                        PlaceAnswer.Found.class,
                        found -> {
                            assertThat(found.place().latitudeDegrees())
                                    .isCloseTo(north, within(1e-9));
                            assertThat(found.place().longitudeDegrees())
                                    .isCloseTo(east, within(1e-9));
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"91N 10E", "42N 181E", "42N 43N", "42-75N 10E", "-42N 10E", "95, 10"})
    void coordinatesThatCannotBeAreNamedAsSuch(String text) {
        assertThat(places.find(text)).isInstanceOf(PlaceAnswer.Malformed.class);
    }

    @Test
    void severalPlacesInOneLineArePartedRightly() {
        assertThat(places.findAll(List.of("42.2N", "130.3E", "DUNAI")))
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(PlaceAnswer.Found.class));
        assertThat(places.findAll(List.of("RAJIN", "-33.8,151.2"))).hasSize(2);
    }

    @Test
    void aStraitHasAName() {
        assertThat(places.find("Korea Strait")).isInstanceOf(PlaceAnswer.Found.class);
    }

    @Test
    void aNameOfSeveralPortsAsksWhich() {
        assertThat(PlaceAnswer.sentence(places.find("Cartagena")))
                .contains("2 ports", "COCTG", "ESCAR");
    }

    @Test
    void aMisspelledNameIsAnsweredWithSuggestions() {
        assertThat(PlaceAnswer.sentence(places.find("Rajjin"))).contains("did you mean", "KPRJN");
    }

    @Test
    void nonsenseIsAnsweredWithTheWayOut() {
        assertThat(PlaceAnswer.sentence(places.find("xqxqxqxqxq"))).contains("sea import");
    }
}
