package org.fairlead.cli.endtoend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cli.endtoend.RunningPlatform.ISSUER;
import static org.fairlead.cli.endtoend.RunningPlatform.URL;
import static org.fairlead.cli.endtoend.RunningPlatform.as;
import static org.fairlead.cli.endtoend.RunningPlatform.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Credentials made through the gateway, with the identity provider they are made in.
class IntegratorEndToEndTest {

    private static final String TOKENS = ISSUER + "/protocol/openid-connect/token";

    @Test
    void worksForItsTeamWithTheScopesItWasGivenUntilRevoked() {
        JsonPath made = make("Register of visits", "cases:read");
        String clientId = made.getString("credential.clientId");
        String token = token(clientId, made.getString("secret"));

        withToken(token)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("isMachine", equalTo(true))
                .body("teams.id", equalTo(List.of("team-gulf")));
        withToken(token).get("/api/cases/v1/cases").then().statusCode(200);
        withToken(token)
                .contentType("application/json")
                .body(Map.of("title", "not its business"))
                .post("/api/cases/v1/cases")
                .then()
                .statusCode(403);

        as("lena").post("/api/credentials/v1/" + clientId + "/secret").then().statusCode(200);
        asksInVain(clientId, made.getString("secret"));
        revoke(clientId);
        as("lena")
                .get("/api/credentials/v1")
                .then()
                .body("items.find { it.clientId == '%s' }".formatted(clientId), equalTo(null));
    }

    @Test
    void isToldOfWhatItSeesAndAddressesInsideAreRefused() {
        String clientId = make("Told of cases", "cases:read").getString("credential.clientId");
        as("lena")
                .contentType("application/json")
                .body(webhook(clientId, "https://127.0.0.1/hook"))
                .post("/api/webhooks/v1")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"));
        String id =
                as("lena")
                        .contentType("application/json")
                        // Nothing answers from there here: what counts is what would be told.
                        .body(webhook(clientId, "https://1.1.1.1/hook"))
                        .post("/api/webhooks/v1")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("webhook.id");
        String sealed = open("sealed");
        String shown = open("team");

        JsonPath log =
                await(
                        "the change to be on its way",
                        () -> as("lena").get("/api/webhooks/v1/" + id + "/deliveries"),
                        page -> page.getList("items.caseId").contains(shown));
        assertThat(log.getList("items.caseId")).doesNotContain(sealed);

        revoke(clientId);
        await(
                "the webhook to stop with its credential",
                () -> as("lena").get("/api/webhooks/v1/" + id),
                webhook -> "disabled".equals(webhook.getString("state")));
        as("lena").delete("/api/webhooks/v1/" + id).then().statusCode(204);
    }

    private static Map<String, Object> webhook(String clientId, String url) {
        return Map.of("team", "team-gulf", "clientId", clientId, "url", url);
    }

    private static String open(String visibility) {
        return as("carl")
                .contentType("application/json")
                .body(Map.of("title", "Told to integrators?", "visibility", visibility))
                .post("/api/cases/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath make(String name, String... scopes) {
        return as("lena")
                .contentType("application/json")
                .body(Map.of("team", "team-gulf", "name", name, "scopes", List.of(scopes)))
                .post("/api/credentials/v1")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void revoke(String clientId) {
        as("lena").delete("/api/credentials/v1/" + clientId).then().statusCode(204);
    }

    private static String token(String clientId, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", secret)
                .post(TOKENS)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static void asksInVain(String clientId, String secret) {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", secret)
                .post(TOKENS)
                .then()
                .statusCode(401);
    }

    private static io.restassured.specification.RequestSpecification withToken(String token) {
        return given().baseUri(URL).auth().oauth2(token).accept("application/json");
    }
}
