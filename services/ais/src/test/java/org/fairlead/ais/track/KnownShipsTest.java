package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.fairlead.ais.track.KnownShips.Known;
import org.junit.jupiter.api.Test;

class KnownShipsTest {

    private static final int SHE = 273000001;
    private static final long DAY = LocalDate.of(2024, 2, 9).toEpochDay();

    private final KnownShips ships = new KnownShips();

    @Test
    void nothingIsKnownUntilItIsCommitted() {
        assertThat(ships.of(SHE)).isNull();
    }

    @Test
    void knowTheLastCellAndThePieceWithRoomOfADay() {
        ships.committed(Map.of(SHE, new Known(DAY, 7, 3, 40, 200)));

        assertThat(ships.of(SHE))
                .satisfies(known -> {
                    assertThat(known.isIn(DAY, 7)).isTrue();
                    assertThat(known.isIn(DAY, 8)).isFalse();
                    assertThat(known.isIn(DAY + 1, 7)).isFalse();
                    assertThat(known.hasRoom(DAY)).isTrue();
                    assertThat(known.hasRoom(DAY + 1)).isFalse();
                });
        assertThat(new Known(DAY, 7, Known.NONE, 0, 0).hasRoom(DAY)).isFalse();
    }

    @Test
    void whatComesLateForAnEarlierDayLeavesTheLastOneKnown() {
        ships.committed(Map.of(SHE, new Known(DAY, 7, 3, 40, 200)));
        ships.committed(Map.of(SHE, new Known(DAY - 1, 9, 0, 2, 30)));
        assertThat(ships.of(SHE)).isEqualTo(new Known(DAY, 7, 3, 40, 200));

        ships.committed(Map.of(SHE, new Known(DAY, 8, 4, 1, 30)));

        assertThat(ships.of(SHE)).isEqualTo(new Known(DAY, 8, 4, 1, 30));
    }
}
