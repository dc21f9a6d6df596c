package org.fairlead.cli.endtoend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cli.endtoend.RunningPlatform.URL;
import static org.fairlead.cli.endtoend.RunningPlatform.as;
import static org.fairlead.cli.endtoend.RunningPlatform.asIntegrator;
import static org.fairlead.cli.endtoend.RunningPlatform.tokenOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessEndToEndTest {

    @Nested
    class SomebodyUnknown {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/ais/v1/vessels?q=a",
                    "/api/imagery/v1/sightings",
                    "/api/sanctions/v1/lists",
                    "/api/cases/v1/inbox",
                    "/api/me"
                })
        void isAskedToLogIn(String path) {
            given().baseUri(URL)
                    .redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType(startsWith("application/problem+json"));
        }

        @Test
        void isNotLetInByATokenOfAnotherIssuer() {
            String real = tokenOf("carl");
            String[] parts = real.split("\\.", -1);
            String claims =
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String elsewhere =
                    parts[0]
                            + '.'
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(
                                            claims.replace("localhost", "elsewhere")
                                                    .getBytes(StandardCharsets.UTF_8))
                            + '.'
                            + parts[2];
            String unsigned = parts[0] + '.' + parts[1] + '.';
            for (String token : new String[] {elsewhere, unsigned, "not.a.token"}) {
                given().baseUri(URL)
                        .auth()
                        .oauth2(token)
                        .get("/api/cases/v1/inbox")
                        .then()
                        .statusCode(401);
            }
        }

        @Test
        void isNotLetInByHeadersThatClaimIdentity() {
            given().baseUri(URL)
                    .header("X-Forwarded-User", "lena")
                    .header("X-Remote-User", "lena")
                    .get("/api/cases/v1/inbox")
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class APerson {

        @Test
        void learnsWhoSheIs() {
            as("lena")
                    .get("/api/me")
                    .then()
                    .statusCode(200)
                    .body("username", equalTo("lena"))
                    .body("teams[0].id", equalTo("team-gulf"))
                    .body("teams[0].roles[0]", equalTo("lead"));
        }

        @Test
        void ofTwoTeamsSaysWhichOneSheActsFor() {
            as("bo").get("/api/cases/v1/inbox")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("team-needed"));
            as("bo").header("Fairlead-Team", "team-pacific")
                    .get("/api/cases/v1/inbox")
                    .then()
                    .statusCode(200);
            as("carl")
                    .header("Fairlead-Team", "team-pacific")
                    .get("/api/cases/v1/inbox")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void anIntegratorNeedsTheScope() {
        // integrator-demo may write AIS and sightings, but has no business with teams' people.
        asIntegrator().get("/api/cases/v1/cases").then().statusCode(200);
        as("amir")
                .contentType("application/octet-stream")
                .body(new byte[] {1})
                .post("/api/ais/v1/uploads")
                .then()
                .statusCode(403);
    }

    /// The description each service keeps of itself lies beside its metrics; the gateway's own is
    /// another one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ais/q/openapi",
                "/api/ais/v1/../../../q/openapi",
                "/api/ais/v1/%2e%2e/%2e%2e/%2e%2e/q/openapi",
                "/api/ais/v1/..%2f..%2f..%2fq/openapi",
                "/api/ais/v1/..;/..;/..;/q/openapi",
                "/api/nothing/v1/x"
            })
    void internalAddressesAreNotReachable(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(URL + path))
                        .header("Authorization", "Bearer " + tokenOf("lena"))
                        .build();
        var response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).doesNotContain("/api/ais/v1/uploads");
    }

    @Test
    void aMalformedBodyIsRefusedWithWhereItBreaks() {
        asIntegrator()
                .contentType("application/json")
                .body("{\"at\": ")
                .post("/api/imagery/v1/sightings")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"))
                .body("detail", containsString("line 1"));
    }

    @Test
    void oneDocumentDescribesTheApiOfAllServices() {
        var paths =
                as("lena")
                        .get("/api/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getMap("paths");

        assertThat(paths)
                .containsKeys(
                        "/api/ais/v1/uploads",
                        "/api/imagery/v1/sightings",
                        "/api/sanctions/v1/lists",
                        "/api/cases/v1/cases");
    }
}
