package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.gateway.DoorTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class CredentialTest {

    private static final String CREDENTIALS = "/api/credentials/v1";

    FakeProvider provider;

    @AfterEach
    void restore() {
        provider.isWell = true;
        provider.clients.refusesMembers = false;
    }

    @Test
    void makesAClientOfTheTeamAndTellsItsSecretOnce() {
        String clientId =
                as(Tokens.lena())
                        .contentType("application/json")
                        .body(wish())
                        .post(CREDENTIALS)
                        .then()
                        .statusCode(201)
                        .body("credential.team", equalTo("team-gulf"))
                        .body("credential.scopes", contains("ais:write", "webhooks:manage"))
                        .body("credential.createdBy", equalTo("lena"))
                        .body("credential.createdAt", notNullValue())
                        .body("secret", startsWith("secret-"))
                        .body("tokenUrl", containsString("/protocol/openid-connect/token"))
                        .extract()
                        .path("credential.clientId");

        assertThat(clientId).matches("integrator-ais-feed-[0-9a-f]{6}");
        assertThat(provider.clients.scopes()).contains("ais:write", "webhooks:manage");
        as(Tokens.lena())
                .get(CREDENTIALS)
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(clientId))
                .body("items.clientId", hasItem("integrator-demo"))
                .body(not(containsString("secret-")));
        revoke(clientId);
        as(Tokens.lena()).get(CREDENTIALS).then().body("items.clientId", not(hasItem(clientId)));
    }

    @Test
    void leavesNoClientBehindThatIsInNoTeam() {
        int before = provider.clients.count();
        provider.clients.refusesMembers = true;

        as(Tokens.lena())
                .contentType("application/json")
                .body(wish())
                .post(CREDENTIALS)
                .then()
                .statusCode(503)
                .body("code", equalTo("identity-provider-unavailable"));

        assertThat(provider.clients.count()).isEqualTo(before);
    }

    @Test
    void replacesASecretAndSwitchesOff() {
        var made =
                as(Tokens.lena())
                        .contentType("application/json")
                        .body(wish())
                        .post(CREDENTIALS)
                        .then()
                        .statusCode(201)
                        .extract();
        String clientId = made.path("credential.clientId");

        as(Tokens.lena())
                .post(CREDENTIALS + "/" + clientId + "/secret")
                .then()
                .statusCode(200)
                .body("secret", not(equalTo(made.<String>path("secret"))));
        as(Tokens.lena())
                .contentType("application/json")
                .body(Map.of("isEnabled", false))
                .put(CREDENTIALS + "/" + clientId + "/state")
                .then()
                .statusCode(200)
                .body("isEnabled", equalTo(false));
        as(Tokens.lena())
                .contentType("application/json")
                .body("{}")
                .put(CREDENTIALS + "/" + clientId + "/state")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/isEnabled"));
        revoke(clientId);
    }

    @Test
    void makesAClientThatSignsItsOwnTokens() {
        var wish =
                Map.of(
                        "team",
                        "team-gulf",
                        "name",
                        "Signing feed",
                        "scopes",
                        List.of("ais:write"),
                        "jwks",
                        Map.of("keys", List.of(Map.of("kty", "OKP", "crv", "Ed25519", "x", "a"))));
        String clientId =
                as(Tokens.lena())
                        .contentType("application/json")
                        .body(wish)
                        .post(CREDENTIALS)
                        .then()
                        .statusCode(201)
                        .body("secret", nullValue())
                        .body("credential.authentication", equalTo("private-key"))
                        .extract()
                        .path("credential.clientId");

        as(Tokens.lena()).post(CREDENTIALS + "/" + clientId + "/secret").then().statusCode(409);
        revoke(clientId);
    }

    static List<String> othersThanLeads() {
        return List.of(
                Tokens.carl(),
                Tokens.amir(),
                Tokens.integrator("cases:read", "cases:write", "webhooks:manage"));
    }

    @ParameterizedTest
    @MethodSource("othersThanLeads")
    void isForLeadsAndAdministratorsOnly(String token) {
        as(token).get(CREDENTIALS).then().statusCode(403);
        as(token)
                .contentType("application/json")
                .body(wish())
                .post(CREDENTIALS)
                .then()
                .statusCode(403);
        as(token).delete(CREDENTIALS + "/integrator-demo").then().statusCode(403);
    }

    @Test
    void tellsAnotherTeamNothingOfAClient() {
        as(Tokens.paula()).delete(CREDENTIALS + "/integrator-demo").then().statusCode(404);
        as(Tokens.paula()).post(CREDENTIALS + "/integrator-demo/secret").then().statusCode(404);
        as(Tokens.paula()).get(CREDENTIALS).then().statusCode(200).body("items.size()", equalTo(0));
        as(Tokens.paula())
                .contentType("application/json")
                .body(wish())
                .post(CREDENTIALS)
                .then()
                .statusCode(403);
    }

    @Test
    void saysThatTheProviderIsAway() {
        provider.isWell = false;

        as(Tokens.lena())
                .get(CREDENTIALS)
                .then()
                .statusCode(503)
                .body("code", equalTo("identity-provider-unavailable"));
    }

    private static Map<String, Object> wish() {
        return Map.of(
                "team",
                "team-gulf",
                "name",
                "AIS feed",
                "scopes",
                List.of("webhooks:manage", "ais:write"));
    }

    private static void revoke(String clientId) {
        as(Tokens.lena()).delete(CREDENTIALS + "/" + clientId).then().statusCode(204);
    }
}
