package org.fairlead.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedFailuresTest {

    @Test
    void takeWhatTheWalkSaysBelowAFailedStep() {
        var printed =
                """
                Walking http://localhost:18080 as carl
                  ok    landing (1203 ms)
                  FAIL  screen: inbox
                        an error is shown: no
                        at all
                  ok    screen: cases (657 ms)
                  FAIL  dark
                        Timeout 30000ms exceeded.
                64 passed, 2 failed
                """;

        assertThat(PrintedFailures.in(printed.lines().toList()))
                .containsExactly(
                        "FAIL  screen: inbox",
                        "an error is shown: no",
                        "at all",
                        "FAIL  dark",
                        "Timeout 30000ms exceeded.");
    }

    @Test
    void takeTheNameAndTheFirstWordsOfAFailedUnitTest() {
        var printed =
                """
                 ✓ src/a.test.ts (3 tests) 5ms

                 FAIL  src/b.test.ts > lanes > keep order
                AssertionError: expected 1 to be 2

                - Expected
                """;

        assertThat(PrintedFailures.in(printed.lines().toList()))
                .containsExactly(
                        "FAIL  src/b.test.ts > lanes > keep order",
                        "AssertionError: expected 1 to be 2");
    }

    @Test
    void findNoneWhereNothingFailed() {
        assertThat(
                        PrintedFailures.in(
                                "  ok    landing (1203 ms)\n3 passed, 0 failed".lines().toList()))
                .isEmpty();
    }
}
