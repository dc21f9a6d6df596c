package org.fairlead.ais.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByShipTest {

    private record Row(int mmsi, String text) {}

    @Test
    void givesWhatCameOfEachInTheOrderInWhichItCame() {
        var rows =
                List.of(
                        new Row(999_999_999, "a"),
                        new Row(273_000_000, "b"),
                        new Row(999_999_999, "c"),
                        new Row(0, "d"),
                        new Row(273_000_000, "b"));

        assertThat(ByShip.of(rows, Row::mmsi))
                .containsExactly(
                        List.of(rows.get(3)),
                        List.of(rows.get(1), rows.get(4)),
                        List.of(rows.get(0), rows.get(2)));
    }

    @Test
    void givesNothingOfNothing() {
        assertThat(ByShip.of(List.<Row>of(), Row::mmsi)).isEmpty();
    }
}
