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

    /// The last two are written in ways that are not looked at before.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1899-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "-1000000000-01-01t00:00:00z",
                "+1000000000-12-31t23:59:59z"
            })
    void refusesWhatIsNoTimeThatAnybodyMeans(String text) {
        assertThatThrownBy(() -> QueryTime.read("at", text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("expected a UTC time between 1900 and 2199");
    }
}
