package org.fairlead.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    record Body(@Nullable Instant at, @Nullable String text) {}

    private final ObjectMapper json = StrictJson.mapper();

    @Test
    void readsATimeWithAnyOffsetAsUtc() throws JsonProcessingException {
        assertThat(json.readValue("{\"at\": \"2024-02-09T13:30:00+09:00\"}", Body.class).at())
                .isEqualTo(Instant.parse("2024-02-09T04:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-200000-01-01T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"1899-12-31T23:59:59Z\"",
                "\"2200-01-01T00:00:00Z\"",
                "\"yesterday\"",
                "17",
                "17.5",
                "true"
            })
    void refusesATimeNobodyMeans(String time) {
        assertThatThrownBy(() -> json.readValue("{\"at\": " + time + "}", Body.class))
                .hasMessageContaining("between 1900 and 2199");
    }

    @Test
    void refusesTextNoDatabaseHolds() {
        assertThatThrownBy(() -> json.readValue("{\"text\": \"a\\u0000b\"}", Body.class))
                .hasMessageContaining("NUL");
    }

    @Test
    void refusesAFieldSaidTwice() {
        assertThatThrownBy(() -> json.readValue("{\"text\": \"a\", \"text\": \"b\"}", Body.class))
                .hasMessageContaining("Duplicate field");
    }

    @Test
    void refusesAFieldItDoesNotKnow() {
        assertThatThrownBy(() -> json.readValue("{\"texts\": \"a\"}", Body.class))
                .hasMessageContaining("texts");
    }
}
