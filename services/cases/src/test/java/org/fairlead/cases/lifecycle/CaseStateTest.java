package org.fairlead.cases.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseStateTest {

    @ParameterizedTest
    @CsvSource({
        "TRIAGE, OPEN ON_HOLD CLOSED",
        "OPEN, IN_REVIEW ON_HOLD",
        "IN_REVIEW, OPEN ON_HOLD CLOSED",
        "ON_HOLD, OPEN",
        "CLOSED, REOPENED",
        "REOPENED, IN_REVIEW ON_HOLD"
    })
    void canBecomeWhatTheTableSaysAndNothingElse(CaseState state, String next) {
        List<CaseState> expected =
                Arrays.stream(next.split(" ", -1))
                        .map(CaseState::valueOf)
                        .collect(Collectors.toList());

        assertThat(state.next()).containsExactlyElementsOf(expected);
        for (CaseState other : CaseState.values()) {
            assertThat(state.canBecome(other)).isEqualTo(expected.contains(other));
        }
    }
}
