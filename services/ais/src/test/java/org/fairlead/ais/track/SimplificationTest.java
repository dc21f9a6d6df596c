package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Test;

class SimplificationTest {

    private static final long NOON = 1_704_196_800_000L;
    private static final long PAUSE = 1_800_000;

    private static Fix at(long minute, int north, int east) {
        return new Fix(273000001, NOON + minute * 60_000, north, east, 100, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void leavesOutWhatAnEvenCourseTells() {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; i < 100; i++) {
            fixes.add(at(i, i * 1000, 0));
        }

        assertThat(Simplification.of(fixes, 10, PAUSE))
                .containsExactly(fixes.getFirst(), fixes.getLast());
    }

    /// Distance from the line alone would lose it.
    @Test
    void keepsAStopOnAStraightLine() {
        var fixes = List.of(at(0, 0, 0), at(10, 10_000, 0), at(30, 10_000, 0), at(40, 20_000, 0));

        assertThat(Simplification.of(fixes, 100, PAUSE)).isEqualTo(fixes);
    }

    @Test
    void keepsBothEndsOfAPause() {
        var fixes =
                List.of(at(0, 0, 0), at(10, 10_000, 0), at(100, 100_000, 0), at(110, 110_000, 0));

        assertThat(Simplification.of(fixes, 1000, PAUSE)).isEqualTo(fixes);
    }

    @Test
    void isNeverFartherOffThanAllowed() {
        var random = new Random(3);
        var fixes = new ArrayList<Fix>();
        int north = 0;
        int east = 107_999_000;
        for (int i = 0; i < 500; i++) {
            north += random.nextInt(-300, 1000);
            east += random.nextInt(-300, 300);
            int over = east > 108_000_000 ? east - 216_000_000 : east;
            fixes.add(at(i, north, over));
        }

        var kept = Simplification.of(fixes, 50, PAUSE);

        assertThat(kept.size()).isBetween(3, 499);
        int next = 1;
        for (Fix fix : fixes) {
            while (kept.get(next).epochMillis() < fix.epochMillis()) {
                next++;
            }
            assertThat(Simplification.metres(kept.get(next - 1), fix, kept.get(next)))
                    .isLessThanOrEqualTo(50.0001);
        }
    }
}
