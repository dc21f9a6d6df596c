package org.fairlead.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedCountsTest {

    @Test
    void areReadFromTheLastLineThatHasAny() {
        assertThat(
                        PrintedCounts.in(
                                List.of(
                                        " Test Files  3 passed (3)",
                                        "      Tests  1 failed | 22 passed | 2 skipped (25)",
                                        "   Duration  1.2s")))
                .isEqualTo(new Counts(22, 1, 2));
        assertThat(PrintedCounts.in(List.of("12 passed, 0 failed")))
                .isEqualTo(new Counts(12, 0, 0));
    }

    @Test
    void areNoneWhereNothingWasPrinted() {
        assertThat(PrintedCounts.in(List.of("npm error", "1 warning"))).isEqualTo(Counts.NONE);
    }
}
