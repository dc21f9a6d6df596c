package org.fairlead.imagery.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightingRulesTest {

    private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");

    private record Config(
            double positionErrorMetres,
            Duration latestAhead,
            Duration longestInterval,
            Duration outsideAcquisition,
            double outsideFootprintSigmas,
            double azimuthShiftErrorMetres)
            implements SightingConfig {}

    private final SightingRules rules =
            new SightingRules(
                    new Config(
                            500,
                            Duration.ofHours(1),
                            Duration.ofDays(31),
                            Duration.ofMinutes(1),
                            3,
                            250));

    private SightingReading read(
            @Nullable String at, @Nullable String from, @Nullable String to, String label) {
        return rules.read(
                new SightingInput(
                        at, from, to, 42.233, 130.3, null, null, null, null, label, "SAR", "a test",
                        null, null, null, null),
                NOW);
    }

    private Seen valid(String at) {
        return ((SightingReading.Valid) read(at, null, null, "x")).seen();
    }

    private List<String> faults(@Nullable String at, @Nullable String from, @Nullable String to) {
        return switch (read(at, from, to, "x")) {
            case SightingReading.Valid valid -> List.of();
            case SightingReading.Faulty(var errors) ->
                    errors.stream().map(FieldError::pointer).toList();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-09T04:30:00Z",
                "2024-02-09T04:30:00.000Z",
                "2024-02-09t04:30:00z",
                "2024-02-09 04:30:00 UTC",
                "2024-02-09 04:30:00+00:00",
                "2024-02-09T13:30:00+09:00"
            })
    void oneInstantIsReadFromEveryWayOfWritingIt(String text) {
        var seen = valid(text).sighting();

        assertThat(seen.from()).isEqualTo("2024-02-09T04:30:00Z").isEqualTo(seen.to());
        assertThat(seen.id()).isEqualTo(valid("2024-02-09T04:30:00Z").sighting().id());
    }

    @Nested
    class ATime {

        @Test
        void mayLieAnHourAheadForClocksDiffer() {
            assertThat(faults("2024-03-01T01:00:00Z", null, null)).isEmpty();
            assertThat(faults("2024-03-01T01:00:01Z", null, null)).containsExactly("/at");
        }

        @Test
        void isNotOlderThanTheFirstImages() {
            assertThat(faults("1970-01-01T00:00:00Z", null, null)).containsExactly("/at");
        }

        @Test
        void isAnInstantOrAnIntervalNotBoth() {
            assertThat(faults("2024-02-01T00:00:00Z", "2024-02-01T00:00:00Z", null))
                    .containsExactly("/at");
            assertThat(faults(null, null, null)).containsExactly("/at");
        }

        @Test
        void hasBothEndsInOrderAndNotFarApart() {
            assertThat(faults(null, "2024-02-01T00:00:00Z", null)).containsExactly("/to");
            assertThat(faults(null, null, "2024-02-01T00:00:00Z")).containsExactly("/from");
            assertThat(faults(null, "2024-02-02T00:00:00Z", "2024-02-01T00:00:00Z"))
                    .containsExactly("/to");
            assertThat(faults(null, "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z")).isEmpty();
            assertThat(faults(null, "2024-01-01T00:00:00Z", "2024-02-01T00:00:01Z"))
                    .containsExactly("/to");
            assertThat(faults(null, "2024-02-20T00:00:00Z", "2024-03-02T00:00:00Z"))
                    .containsExactly("/to");
        }
    }

    @Nested
    class TheId {

        @Test
        void followsFromTheContent() {
            var one = (SightingReading.Valid) read("2024-02-09T04:30:00Z", null, null, "a");
            var same = (SightingReading.Valid) read("2024-02-09T04:30:00Z", null, null, " a ");
            var other = (SightingReading.Valid) read("2024-02-09T04:30:00Z", null, null, "b");

            assertThat(one.seen().sighting().id())
                    .isEqualTo(same.seen().sighting().id())
                    .isNotEqualTo(other.seen().sighting().id());
        }
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var faulty =
                rules.read(
                        new SightingInput(
                                "soon",
                                null,
                                null,
                                -91.0,
                                181.0,
                                -1.0,
                                0.5,
                                -1.0,
                                361.0,
                                "x".repeat(201),
                                " ",
                                "bell\u0007",
                                null,
                                null,
                                null,
                                null),
                        NOW);

        assertThat(((SightingReading.Faulty) faulty).errors())
                .extracting(FieldError::pointer)
                .contains(
                        "/at",
                        "/latitudeDegrees",
                        "/longitudeDegrees",
                        "/positionErrorMetres",
                        "/lengthMetres",
                        "/lengthErrorMetres",
                        "/headingDegrees",
                        "/label",
                        "/sensor",
                        "/source");
    }
}
