package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// What tokens of the real Keycloak carry; every service reads its caller from these claims.
class LoginEndToEndTest {

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    @Test
    void givesACaseWorkerTheRoleInTheOwnTeamOnly() throws IOException {
        var claims = claims(RunningPlatform.tokenOf("carl"));

        assertThat(claims.path("iss").asText()).isEqualTo(RunningPlatform.ISSUER);
        assertThat(claims.path("aud").asText()).isEqualTo("fairlead");
        assertThat(claims.path("name").asText()).isEqualTo("Carl Brandt");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("organization").fieldNames())
                .toIterable()
                .containsExactly("team-gulf");
        assertThat(claims.at("/organization/team-gulf/realm_access/roles"))
                .extracting(JsonNode::asText)
                .containsExactly("case-worker");
        assertThat(claims.has("realm_access")).as("roles beyond the team").isFalse();
    }

    @Test
    void givesAPersonOfTwoTeamsTheRolesInEach() throws IOException {
        var claims = claims(RunningPlatform.tokenOf("bo"));

        assertThat(claims.path("organization").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("team-gulf", "team-pacific");
        for (var team : claims.path("organization")) {
            assertThat(team.at("/realm_access/roles"))
                    .extracting(JsonNode::asText)
                    .containsExactly("case-worker");
        }
    }

    @Test
    void givesTheIntegratorItsScopesAndATeamWithoutARole() throws IOException {
        var claims = claims(RunningPlatform.integratorToken());

        assertThat(claims.path("azp").asText()).isEqualTo("integrator-demo");
        assertThat(claims.path("aud").asText()).isEqualTo("fairlead");
        assertThat(claims.path("scope").asText().split(" "))
                .contains(
                        "ais:write", "sightings:write", "lists:write", "cases:read", "cases:write");
        assertThat(claims.at("/organization/team-gulf").isObject()).isTrue();
        assertThat(claims.at("/organization/team-gulf/realm_access").isMissingNode()).isTrue();
    }

    @Test
    void turnsAwayAWrongPassword() {
        RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "fairlead-cli")
                .formParam("username", "carl")
                .formParam("password", "lena-demo")
                .post(RunningPlatform.ISSUER + "/protocol/openid-connect/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }
}
