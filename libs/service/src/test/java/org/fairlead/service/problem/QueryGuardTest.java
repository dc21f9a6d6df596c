package org.fairlead.service.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-200000-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "a\0b"
            })
    void refusesWhatWouldFailInside(String value) {
        assertThatThrownBy(() -> QueryGuard.check(of(value)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("from: ");
    }

    @Test
    void letsOrdinaryWordsAndTimesPass() {
        for (String value :
                new String[] {
                    "", "ANGARA", "2024-02-09", "2024-02-09T04:30:00Z", "2024-02-09T04:30:00.123Z"
                }) {
            assertThatCode(() -> QueryGuard.check(of(value))).doesNotThrowAnyException();
        }
    }

    private static MultivaluedHashMap<String, String> of(String value) {
        var parameters = new MultivaluedHashMap<String, String>();
        parameters.add("from", value);
        return parameters;
    }
}
