package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTimeTest {

    @Test
    void readsUtcTimes() {
        assertThat(QueryTime.read("at", "2024-02-09T04:30:00.5Z"))
                .isEqualTo(Instant.ofEpochSecond(1_707_453_000L, 500_000_000));
        assertThat(QueryTime.read("at", " ", Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }

    /// A span of time around the first and the last would have no name.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "-1000000000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void refusesWhatIsNoTimeOfTheYearsOneTo9999(String text) {
        assertThatThrownBy(() -> QueryTime.read("at", text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("expected a UTC time");
    }
}
