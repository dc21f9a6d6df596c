package org.fairlead.cases.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.service.json.StrictJson;
import org.junit.jupiter.api.Test;

/// On the published examples.
class ActivityLeadRulesTest {

    private static final ObjectMapper JSON = StrictJson.mapper();

    private static ActivityLeadRules rules(Map<String, String> settings) {
        return new ActivityLeadRules(
                new SmallRyeConfigBuilder()
                        .withMapping(LeadConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withSources(new PropertiesConfigSource(settings, "test", 500))
                        .build()
                        .getConfigMapping(LeadConfig.class));
    }

    private static ObjectNode example(String kind, String name) throws IOException {
        try (var in =
                Activity.class.getResourceAsStream(
                        "/ais/%s/v1/examples/%s.%s.json".formatted(kind, kind, name))) {
            return (ObjectNode) JSON.readTree(in);
        }
    }

    private static LeadSignal of(ObjectNode example) throws IOException {
        return rules(Map.of()).of(JSON.treeToValue(example, Activity.class));
    }

    private static LeadSignal of(String kind, String name) throws IOException {
        return of(example(kind, name));
    }

    @Test
    void anEncounterNamesTheOtherShip() throws IOException {
        assertThat(of("encounter", "over-midnight"))
                .isInstanceOfSatisfying(
                        LeadSignal.Raise.class,
                        raise -> {
                            assertThat(raise.kind()).isEqualTo(LeadKind.ENCOUNTER);
                            assertThat(raise.headline())
                                    .isEqualTo("near SOUTHERN TANKER for 2.5 hours");
                            assertThat(raise.priority()).isEqualTo(Priority.HIGH);
                            assertThat(raise.why())
                                    .extracting(Reason::family)
                                    .containsExactly(Reason.Family.CONDUCT, Reason.Family.PLACE);
                            assertThat(raise.source().kind()).isEqualTo("activity");
                        });
    }

    @Test
    void aRetractionTakesItBack() throws IOException {
        assertThat(of("encounter", "retracted"))
                .isInstanceOfSatisfying(
                        LeadSignal.Retract.class,
                        retract -> {
                            assertThat(retract.kind()).isEqualTo(LeadKind.ENCOUNTER);
                            assertThat(retract.sourceVersion()).isEqualTo(2);
                        });
    }

    @Test
    void whatIsAttributedToAnAreaIsNoLeadToAShip() throws IOException {
        assertThat(of("circling", "in-zone")).isInstanceOf(LeadSignal.Retract.class);
        assertThat(of("position-zone", "three-ships"))
                .isInstanceOfSatisfying(
                        LeadSignal.Raise.class,
                        raise -> {
                            assertThat(raise.vessel().mmsi()).isNull();
                            assertThat(raise.kind()).isEqualTo(LeadKind.POSITION);
                        });
        assertThat(of("teleport", "of-ship")).isInstanceOf(LeadSignal.Raise.class);
    }

    @Test
    void anObservedCallAndAVoyageAreWhatShipsDo() throws IOException {
        assertThat(of("port-visit", "observed")).isInstanceOf(LeadSignal.Nothing.class);
        assertThat(of("voyage", "observed")).isInstanceOf(LeadSignal.Nothing.class);
    }

    @Test
    void anInferredCallSaysWhatSpeaksForIt() throws IOException {
        assertThat(of("port-visit", "inferred"))
                .isInstanceOfSatisfying(
                        LeadSignal.Raise.class,
                        raise -> {
                            assertThat(raise.headline())
                                    .isEqualTo("Rajin could be reached in a silence");
                            assertThat(raise.why()).hasSize(3);
                        });
    }

    @Test
    void onlyLongLoiteringIsWorthALook() throws IOException {
        var brief = example("loitering", "long");
        ((ObjectNode) brief.get("details")).put("isLong", false);

        assertThat(of("loitering", "long")).isInstanceOf(LeadSignal.Raise.class);
        assertThat(of(brief)).isInstanceOf(LeadSignal.Nothing.class);
    }

    @Test
    void anotherNameAfterASilenceIsUrgent() throws IOException {
        assertThat(of("identity-change", "in-silence"))
                .isInstanceOfSatisfying(
                        LeadSignal.Raise.class,
                        raise -> assertThat(raise.priority()).isEqualTo(Priority.HIGH));
    }

    @Test
    void anOperatorChoosesTheKinds() throws IOException {
        var rules = rules(Map.of("cases.lead.activity-kinds", "teleport"));
        var encounter = JSON.treeToValue(example("encounter", "over-midnight"), Activity.class);

        assertThat(rules.of(encounter)).isInstanceOf(LeadSignal.Nothing.class);
    }
}
