package org.fairlead.ais.portcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.PortKind;
import org.fairlead.seas.port.Ports;
import org.junit.jupiter.api.Test;

class RegisteredHarboursTest {

    private final RegisteredHarbours harbours = new RegisteredHarbours();
    private final Ports ports = Ports.register();

    @Test
    void missesNoPortThatTheRegisterKnowsNear() {
        var random = new Random(7);
        var all = ports.all();
        for (int i = 0; i < 20_000; i++) {
            var near = all.get(random.nextInt(all.size())).place();
            var place =
                    i % 2 == 0
                            ? new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180))
                            : new Place(
                                    Math.clamp(
                                            near.latitudeDegrees() + random.nextGaussian() / 5,
                                            -90,
                                            90),
                                    Math.IEEEremainder(
                                            near.longitudeDegrees() + random.nextGaussian() / 5,
                                            360));
            double kilometres = i % 100 == 0 ? 35 : random.nextDouble(0, 20);
            var expected =
                    ports.near(place, kilometres / 1.852).stream()
                            .filter(port -> port.kind() != PortKind.TRANSFER_AREA)
                            .map(port -> port.id())
                            .toList();

            assertThat(harbours.near(place, kilometres))
                    .as("%s within %f km", place, kilometres)
                    .extracting(one -> one.ref().id())
                    .containsExactlyElementsOf(expected);
            assertThat(harbours.isNear(place, kilometres)).isEqualTo(!expected.isEmpty());
        }
    }
}
