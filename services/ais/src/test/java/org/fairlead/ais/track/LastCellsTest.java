package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LastCellsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 9);

    private final LastCells cells = new LastCells();

    private static Map<Segment.Key, TreeSet<Integer>> heard(LocalDate day, Integer... cells) {
        return Map.of(new Segment.Key(273000001, day), new TreeSet<>(Arrays.asList(cells)));
    }

    @Test
    void leaveOutOnlyWhatIsKnownToBeThere() {
        assertThat(cells.without(heard(DAY, 7))).isEqualTo(heard(DAY, 7));
        cells.committed(heard(DAY, 7));

        assertThat(cells.without(heard(DAY, 7))).isEmpty();
        assertThat(cells.without(heard(DAY, 8))).isEqualTo(heard(DAY, 8));
        assertThat(cells.without(heard(DAY, 7, 8))).isEqualTo(heard(DAY, 7, 8));
        assertThat(cells.without(heard(DAY.plusDays(1), 7))).isNotEmpty();
    }
}
