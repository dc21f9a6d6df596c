package org.fairlead.seas.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

    private static final Ports PORTS = Ports.register();

    @Nested
    class TheRegister {

        @Test
        void holdsListedAndSilentPorts() {
            assertThat(PORTS.all()).hasSizeGreaterThan(1_800);
            assertThat(PORTS.all().stream().filter(Port::isSilent))
                    .hasSameSizeAs(SilentPorts.register().all());
        }

        @Test
        void holdsASilentPortOnceThoughAListNamesItToo() {
            assertThat(PORTS.all().stream().filter(port -> "KPCHO".equals(port.unlocode())))
                    .singleElement()
                    .returns(true, Port::isSilent);
        }

        @Test
        void namesTheCountryOfEveryListedPort() {
            assertThat(PORTS.all())
                    .filteredOn(port -> !port.isSilent())
                    .allSatisfy(port -> assertThat(port.country()).matches("[A-Z]{2}"));
        }

        /// Wrong by up to 5,897 nm in the list it comes from.
        @ParameterizedTest
        @CsvSource({
            "ISESK, 65.07, -14.02",
            "DZAAE, 36.92, 7.77",
            "EGALY, 31.17, 29.83",
            "USLAX, 33.74, -118.26"
        })
        void hasWrongRowsPutRight(String code, double north, double east) {
            assertThat(PORTS.near(new Place(north, east), 0))
                    .extracting(Port::unlocode)
                    .contains(code);
        }
    }

    @Nested
    class ByPlace {

        @Test
        void areTheNearestFirst() {
            assertThat(PORTS.near(new Place(42.87, 132.34), 30))
                    .extracting(Port::id)
                    .startsWith("dunai")
                    .contains("ruvvo");
        }

        @Test
        void areNoneOnTheOpenSea() {
            assertThat(PORTS.near(new Place(40, 135), 0)).isEmpty();
        }

        @Test
        void areTheSameAsByLookingAtEachOne() {
            var random = new Random(1874);
            for (int run = 0; run < 400; run++) {
                var place =
                        run % 4 == 0
                                ? new Place(random.nextDouble(-90, 90), random.nextDouble(178, 180))
                                : anyPort(random).place();
                double miles = random.nextInt(3) * random.nextDouble(150);

                assertThat(PORTS.near(place, miles))
                        .as("%s nm around %s", miles, place)
                        .containsExactlyInAnyOrderElementsOf(
                                PORTS.all().stream()
                                        .filter(port -> port.area().milesOutside(place) <= miles)
                                        .toList());
            }
        }

        @Test
        void areFoundAcrossTheAntimeridian() {
            var ports = new Ports(List.of(port("east", "East", -179.95)));

            assertThat(ports.near(new Place(0, 179.95), 2)).extracting(Port::id).contains("east");
        }

        private static Port anyPort(Random random) {
            return PORTS.all().get(random.nextInt(PORTS.all().size()));
        }
    }

    @Nested
    class ByName {

        @ParameterizedTest
        @CsvSource({
            "RAJIN, rajin",
            "najin, rajin",
            "KPRJN, rajin",
            "Дунай, dunai",
            "namp'o, nampo",
            "Hungnam, hungnam",
            "ruvvo, ruvvo",
            "VLADIVOSTOK, ruvvo",
            "zhoushan-xinya, zhoushan-xinya",
            "Zhoushan, cnzos",
            "Busan, krpus",
            "New York, usnyc"
        })
        void oneIsFound(String text, String id) {
            assertThat(PORTS.called(text)).extracting(Port::id).containsExactly(id);
        }

        @Test
        void severalOfOneNameAreAllNamed() {
            assertThat(PORTS.called("Cartagena"))
                    .extracting(Port::unlocode)
                    .containsExactlyInAnyOrder("COCTG", "ESCAR");
        }

        @ParameterizedTest
        @CsvSource({"Rajjin, rajin", "Vladivostock, ruvvo", "Rotterdm, nlrtm", "vladi, ruvvo"})
        void aMisspelledOneIsSuggested(String text, String id) {
            assertThat(PORTS.called(text)).isEmpty();
            assertThat(PORTS.like(text, 5)).extracting(Port::id).contains(id);
        }

        @Test
        void nothingIsLikeNonsense() {
            assertThat(PORTS.like("xqxqxqxqxqxq", 5)).isEmpty();
            assertThat(PORTS.like("--", 5)).isEmpty();
        }
    }

    @Nested
    class WithImportedOnes {

        @Test
        void addsWhatIsNotKnownYet() {
            var ports = Ports.with(List.of(port("xx-imported", "Imported", 10)));

            assertThat(ports.called("imported")).hasSize(1);
        }

        @Test
        void keepsItsOwnWhereTheCodeIsKnown() {
            var ports =
                    Ports.with(
                            List.of(
                                    new Port(
                                            "wpi-60510",
                                            "Najin",
                                            List.of(),
                                            PortKind.PORT,
                                            PortArea.circle(new Place(42, 130), 5),
                                            "KPRJN",
                                            "KP",
                                            false,
                                            "test")));

            assertThat(ports.byId("wpi-60510")).isEmpty();
            assertThat(ports.called("KPRJN")).extracting(Port::id).containsExactly("rajin");
        }
    }

    @Test
    void noIdIsThereTwice() {
        var port = port("one", "One", 0);

        assertThatThrownBy(() -> new Ports(List.of(port, port))).hasMessageContaining("one");
    }

    private static Port port(String id, String name, double east) {
        return new Port(
                id,
                name,
                List.of(),
                PortKind.PORT,
                PortArea.circle(new Place(0, east), 5),
                null,
                null,
                false,
                "test");
    }
}
