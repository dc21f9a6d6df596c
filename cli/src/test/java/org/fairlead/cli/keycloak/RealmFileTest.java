package org.fairlead.cli.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final Map<String, String> VALUES =
            Map.of(
                    "publicUrl", "http://localhost:9000",
                    "publicUrlByAddress", "http://127.0.0.1:9000",
                    "gatewayClientSecret", "secret-of-gateway",
                    "servicesClientSecret", "secret-of-services",
                    "integratorClientSecret", "secret-of-integrator");

    private static JsonNode realm(boolean demo) throws JsonProcessingException {
        return new ObjectMapper().readTree(RealmFile.text(demo, VALUES));
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fillsEveryBlank() {
        assertThat(RealmFile.text(true, VALUES)).doesNotContain("{{");
        assertThat(RealmFile.text(false, VALUES)).doesNotContain("{{");
    }

    @Test
    void refusesABlankWithoutAValue() {
        assertThatThrownBy(() -> RealmFile.text(false, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{");
    }

    @Test
    void letsPeopleReturnToThisPlatformOnly() throws JsonProcessingException {
        var gateway = client(realm(true), "fairlead-gateway");

        assertThat(gateway.path("secret").asText()).isEqualTo("secret-of-gateway");
        assertThat(gateway.path("redirectUris"))
                .extracting(JsonNode::asText)
                .containsExactly("http://localhost:9000/*", "http://127.0.0.1:9000/*");
    }

    @Test
    void givesAccessFiveMinutesAndAWorkingDayPerLogin() throws JsonProcessingException {
        var realm = realm(false);

        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isEqualTo(36_000);
    }

    @Nested
    class WithTheDemonstration {

        @Test
        void hasEveryRoleInBothTeamsAndOnePersonInBoth() throws JsonProcessingException {
            var membersOf = new TreeMap<String, TreeSet<String>>();
            for (var team : realm(true).path("organizations")) {
                for (var member : team.path("members")) {
                    var groups = member.path("groups");
                    var role = groups.isEmpty() ? "member" : groups.get(0).asText();
                    membersOf
                            .computeIfAbsent(
                                    member.path("username").asText(), name -> new TreeSet<>())
                            .add(role.startsWith("team-") ? role : team.path("alias").asText());
                }
            }

            assertThat(membersOf)
                    .containsEntry("lena", new TreeSet<>(Set.of("team-gulf.lead")))
                    .containsEntry("carl", new TreeSet<>(Set.of("team-gulf.case-worker")))
                    .containsEntry("rosa", new TreeSet<>(Set.of("team-gulf.reviewer")))
                    .containsEntry("amir", new TreeSet<>(Set.of("team-gulf.auditor")))
                    .containsEntry("paula", new TreeSet<>(Set.of("team-pacific.lead")))
                    .containsEntry("chen", new TreeSet<>(Set.of("team-pacific.case-worker")))
                    .containsEntry("remy", new TreeSet<>(Set.of("team-pacific.reviewer")))
                    .containsEntry("ada", new TreeSet<>(Set.of("team-pacific.auditor")))
                    .containsEntry(
                            "bo",
                            new TreeSet<>(
                                    Set.of("team-gulf.case-worker", "team-pacific.case-worker")))
                    .containsEntry(
                            "service-account-integrator-demo", new TreeSet<>(Set.of("team-gulf")))
                    .hasSize(10);
        }

        @Test
        void grantsTheIntegratorItsScopesWithoutAsking() throws JsonProcessingException {
            assertThat(client(realm(true), "integrator-demo").path("defaultClientScopes"))
                    .extracting(JsonNode::asText)
                    .contains(
                            "organization",
                            "ais:write",
                            "sightings:write",
                            "lists:write",
                            "cases:read",
                            "cases:write");
        }
    }

    @Nested
    class WithoutTheDemonstration {

        @Test
        void hasNoPasswordNoMemberAndNoPasswordGrant() throws JsonProcessingException {
            var realm = realm(false);

            assertThat(realm.findValues("credentials")).isEmpty();
            assertThat(realm.path("organizations"))
                    .hasSize(2)
                    .allMatch(team -> team.path("members").isEmpty());
            assertThat(realm.path("clients"))
                    .extracting(client -> client.path("clientId").asText())
                    .containsExactly("fairlead-gateway", "fairlead-services");
            assertThat(realm.path("clients"))
                    .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
        }
    }
}
