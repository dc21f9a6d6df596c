package org.fairlead.cases.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pins every key and default: a rename is a change for operators.
class LeadConfigTest {

    private static LeadConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LeadConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(LeadConfig.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(config(Map.of()))
                .returns(List.of("team-gulf", "team-pacific"), LeadConfig::teams)
                .returns(Duration.ofHours(6), LeadConfig::shortestSilence)
                .returns(Duration.ofDays(3), LeadConfig::longSilence)
                .returns(0.8, LeadConfig::strongMatch)
                .returns(
                        List.of(
                                "encounter",
                                "loitering",
                                "teleport",
                                "cloning",
                                "circling",
                                "position-zone",
                                "identity-change",
                                "identity-conflict",
                                "draught-change",
                                "port-visit"),
                        LeadConfig::activityKinds)
                .returns(Duration.ofHours(4), LeadConfig::urgentWithin)
                .returns(Duration.ofDays(1), LeadConfig::highWithin)
                .returns(Duration.ofDays(3), LeadConfig::normalWithin)
                .returns(Duration.ofDays(14), LeadConfig::lowWithin)
                .returns(Duration.ofDays(1), LeadConfig::dueSoon);
    }

    @Test
    void hasTheseKeys() {
        var config =
                config(
                        Map.of(
                                "cases.lead.activity-kinds", "cloning",
                                "cases.lead.teams", "a",
                                "cases.lead.shortest-silence", "PT1H",
                                "cases.lead.long-silence", "PT2H",
                                "cases.lead.strong-match", "0.5",
                                "cases.lead.urgent-within", "PT3H",
                                "cases.lead.high-within", "PT4H",
                                "cases.lead.normal-within", "PT5H",
                                "cases.lead.low-within", "PT6H",
                                "cases.lead.due-soon", "PT7H"));

        assertThat(config)
                .returns(List.of("a"), LeadConfig::teams)
                .returns(Duration.ofHours(1), LeadConfig::shortestSilence)
                .returns(Duration.ofHours(2), LeadConfig::longSilence)
                .returns(0.5, LeadConfig::strongMatch)
                .returns(List.of("cloning"), LeadConfig::activityKinds)
                .returns(Duration.ofHours(3), LeadConfig::urgentWithin)
                .returns(Duration.ofHours(4), LeadConfig::highWithin)
                .returns(Duration.ofHours(5), LeadConfig::normalWithin)
                .returns(Duration.ofHours(6), LeadConfig::lowWithin)
                .returns(Duration.ofHours(7), LeadConfig::dueSoon);
    }
}
