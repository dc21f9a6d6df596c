package org.fairlead.cases.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.service.json.StrictJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On the published examples of the topics, so that producer and consumer mean the same.
class LeadRulesTest {

    private static final ObjectMapper JSON = StrictJson.mapper();

    private final LeadRules rules =
            new LeadRules(
                    new SmallRyeConfigBuilder()
                            .addDiscoveredConverters()
                            .withMapping(LeadConfig.class)
                            .build()
                            .getConfigMapping(LeadConfig.class));

    private static <T> T example(String topic, String name, Class<T> type) throws IOException {
        String path = "/%s/v1/examples/%s.json".formatted(topic, name);
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(path), path)) {
            return JSON.readValue(in, type);
        }
    }

    private static Silence lasting(Silence silence, double hours) {
        return new Silence(
                silence.id(),
                silence.version(),
                silence.supersedes(),
                silence.state(),
                silence.vessel(),
                silence.start(),
                silence.end(),
                hours,
                silence.usualIntervalSeconds(),
                silence.classification(),
                silence.reason(),
                silence.synthetic(),
                silence.sources(),
                silence.parameters(),
                silence.derivedAt());
    }

    @Nested
    class ASilence {
        @ParameterizedTest
        @ValueSource(strings = {"open", "reappeared"})
        void longEnoughIsWorthADecision(String name) throws IOException {
            var silence = example("ais.activities", "silence." + name, Silence.class);

            var signal = rules.of(silence);

            assertThat(signal)
                    .isInstanceOfSatisfying(
                            LeadSignal.Raise.class,
                            raise -> {
                                assertThat(raise.source().id()).isEqualTo(silence.id().toString());
                                assertThat(raise.source().href())
                                        .isEqualTo("/api/ais/v1/activities/" + silence.id());
                                assertThat(raise.why())
                                        .extracting(Reason::family)
                                        .contains(Reason.Family.REPORTING, Reason.Family.PLACE);
                                assertThat(raise.synthetic()).isEqualTo(silence.synthetic());
                            });
        }

        @Test
        void isNeverCalledMoreThanUnexplained() throws IOException {
            var signal = rules.of(example("ais.activities", "silence.reappeared", Silence.class));

            assertThat(signal.toString())
                    .contains("unexplained silence")
                    .doesNotContainIgnoringCase("dark")
                    .doesNotContainIgnoringCase("evad")
                    .doesNotContainIgnoringCase("spoof")
                    .doesNotContainIgnoringCase("switched off");
        }

        @ParameterizedTest
        @CsvSource({"5.99, false", "6.0, true"})
        void isReportableFromTheConfiguredLengthOn(double hours, boolean isRaised)
                throws IOException {
            var silence = lasting(example("ais.activities", "silence.open", Silence.class), hours);

            assertThat(rules.of(silence) instanceof LeadSignal.Raise).isEqualTo(isRaised);
        }

        @ParameterizedTest
        @CsvSource({"71.9, NORMAL", "72.0, HIGH"})
        void isMoreUrgentWhenLong(double hours, Priority expected) throws IOException {
            var silence = lasting(example("ais.activities", "silence.open", Silence.class), hours);

            assertThat(((LeadSignal.Raise) rules.of(silence)).priority()).isEqualTo(expected);
        }

        @Test
        void thatLateDataFilledIsTakenBack() throws IOException {
            var silence =
                    example("ais.activities", "silence.retracted-by-late-data", Silence.class);

            assertThat(rules.of(silence))
                    .isEqualTo(
                            new LeadSignal.Retract(
                                    LeadKind.SILENCE,
                                    silence.id().toString(),
                                    silence.version(),
                                    silence.reason()));
        }
    }

    @Nested
    class AVerdict {
        @Test
        void ofConsistentIsWorthADecision() throws IOException {
            var verdict = example("imagery.verdicts", "verdict.consistent", Verdict.class);

            assertThat(rules.of(verdict))
                    .isInstanceOfSatisfying(
                            LeadSignal.Raise.class,
                            raise ->
                                    assertThat(raise.source().href())
                                            .isEqualTo("/api/imagery/v1/verdicts/" + verdict.id()));
        }

        @Test
        void ofExcludedTakesBackWhatItsEarlierVersionRaised() throws IOException {
            var verdict = example("imagery.verdicts", "verdict.excluded", Verdict.class);

            assertThat(rules.of(verdict)).isInstanceOf(LeadSignal.Retract.class);
        }
    }

    @Nested
    class AMatch {
        @Test
        void namesTheListAndWhatAgrees() throws IOException {
            var match = example("sanctions.matches", "screening-hit.hit", ScreeningHit.class);

            assertThat(rules.of(match))
                    .isInstanceOfSatisfying(
                            LeadSignal.Raise.class,
                            raise -> {
                                assertThat(raise.headline())
                                        .contains("IMO", match.listing().authority());
                                assertThat(raise.why().getFirst().family())
                                        .isEqualTo(Reason.Family.SANCTIONS);
                                assertThat(raise.priority()).isEqualTo(Priority.HIGH);
                            });
        }

        @Test
        void ofAListsFirstImportRaisesNothing() throws IOException {
            var match = example("sanctions.matches", "screening-hit.hit", ScreeningHit.class);
            var baseline =
                    new ScreeningHit(
                            match.id(),
                            match.version(),
                            match.state(),
                            match.vessel(),
                            match.listing(),
                            match.matchedBy(),
                            match.contradictions(),
                            match.score(),
                            match.explanation(),
                            match.listVersion(),
                            match.synthetic(),
                            match.screenedAt(),
                            match.listedSince(),
                            true);

            assertThat(rules.of(baseline)).isInstanceOf(LeadSignal.Nothing.class);
        }

        @Test
        void thatIsClearedIsTakenBack() throws IOException {
            assertThat(
                            rules.of(
                                    example(
                                            "sanctions.matches",
                                            "screening-hit.cleared",
                                            ScreeningHit.class)))
                    .isInstanceOf(LeadSignal.Retract.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1 minute",
        "0.5, 30 minutes",
        "1, 1 hour",
        "1.2, 1 hour",
        "2.5, 2.5 hours",
        "5.9, 6 hours",
        "6.4, 6 hours",
        "31.4, 31 hours",
        "71.9, 72 hours",
        "72, 3 days"
    })
    void aLengthIsSaidAsAPersonWould(double hours, String words) {
        assertThat(LeadRules.length(hours)).isEqualTo(words);
    }

    @Test
    void aPlaceIsSaidWithItsHemispheres() {
        assertThat(LeadRules.place(-33.5, 151.25)).isEqualTo("33.500° S, 151.250° E");
        assertThat(LeadRules.place(42.1, -130.4)).isEqualTo("42.100° N, 130.400° W");
    }
}
