package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void ofABoxHoldThoseOfEveryPlaceInIt() {
        var random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            int south = random.nextInt(-54_000_000, 53_000_000);
            int west = random.nextInt(-108_000_000, 108_000_000);
            int north = south + random.nextInt(1_000_000);
            long east = west + (long) random.nextInt(3_000_000);
            var ranges = Cells.of(new TrackStore.Bounds(south, north, west, (int) east, false));
            int latitude = south + random.nextInt(Math.max(1, north - south));
            long eastward = west + (long) random.nextInt((int) Math.max(1, east - west));
            int longitude = (int) (eastward > 108_000_000 ? eastward - 216_000_000 : eastward);
            int cell = Cells.of(latitude, longitude);

            assertThat(ranges).anyMatch(range -> cell >= range.from() && cell <= range.to());
        }
    }

    @Test
    void haveTheirCornerInTheSouthWest() {
        int cell = Cells.of((int) (10.3 * 600_000), (int) (-20.1 * 600_000));

        assertThat(Cells.southDegrees(cell)).isEqualTo(10.25);
        assertThat(Cells.westDegrees(cell)).isEqualTo(-20.25);
    }
}
