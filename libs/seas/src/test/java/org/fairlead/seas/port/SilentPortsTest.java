package org.fairlead.seas.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SilentPortsTest {

    private static final String HEADER =
            "id,name,aliases,kind,latitude_degrees,longitude_degrees,radius_nautical_miles,country,"
                    + "why_ais_misses_it,source,unlocode,outline,berths,valid_from,valid_to\n";

    @Nested
    class TheRegister {

        private final SilentPorts register = SilentPorts.register();

        @Test
        void holdsThePortsOfTheReferenceCase() {
            assertThat(register.called("Najin"))
                    .extracting(SilentPort::id)
                    .containsExactly("rajin");
            assertThat(register.called("dunay"))
                    .extracting(SilentPort::id)
                    .containsExactly("dunai");
            assertThat(register.called("xinya"))
                    .extracting(SilentPort::kind)
                    .containsExactly(PortKind.SHIPYARD);
        }

        @Test
        void saysOfEachPortWhyAndFromWhere() {
            assertThat(register.all())
                    .allSatisfy(port -> {
                        assertThat(port.whyAisMissesIt()).as(port.id()).endsWith(".");
                        assertThat(port.source()).as(port.id()).startsWith("Position: ");
                        assertThat(port.id()).matches("[a-z0-9-]+");
                    });
        }

        @Test
        void namesThePortAShipWasSeenIn() {
            assertThat(register.within(new Place(42.24, 130.31), 0))
                    .extracting(SilentPort::id)
                    .containsExactly("rajin");
        }

        @Test
        void namesNoneOnTheOpenSea() {
            assertThat(register.within(new Place(40.0, 135.0), 10)).isEmpty();
        }

        @Test
        void findsTheNearestFromAnywhere() {
            assertThat(register.nearest(new Place(42.9, 132.2)))
                    .hasValueSatisfying(port -> assertThat(port.id()).isEqualTo("dunai"));
        }
    }

    @Nested
    class AFaultyRow {

        @Test
        void isNamedWithItsFault() {
            assertThatThrownBy(() -> read("x,X,,port,91,0,5,KP,because.,Position: none,,,,,"))
                    .hasMessageContaining("port x")
                    .hasMessageContaining("latitude");
        }

        @Test
        void ofAnUnknownKindIsRefused() {
            assertThatThrownBy(() -> read("x,X,,harbour,1,0,5,KP,because.,Position: none,,,,,"))
                    .hasMessageContaining("port x");
        }

        @Test
        void thatRepeatsAnIdIsRefused() {
            var row = "x,X,,port,1,0,5,KP,because.,Position: none,,,,,\n";

            assertThatThrownBy(() -> read(row + row)).hasMessageContaining("twice: x");
        }

        private static void read(String rows) throws Exception {
            var csv = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
            SilentPorts.read(new ByteArrayInputStream(csv));
        }
    }
}
