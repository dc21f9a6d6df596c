package org.fairlead.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DoorTest {

    FakeProvider provider;

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    static Stream<String> badTokens() {
        return Stream.of(
                Tokens.expired(),
                Tokens.ofAnotherIssuer(),
                Tokens.signedByAnotherKey(),
                Tokens.forAnotherAudience(),
                "not-a-token");
    }

    @Nested
    class Nobody {

        @ParameterizedTest
        @ValueSource(strings = {"/api/me", "/api/ais/v1/vessels", "/api/events/v1", "/api/nowhere"})
        void isToldToLogIn(String path) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .header("Cache-Control", "no-store")
                    .body("code", equalTo("unauthenticated"))
                    .body("traceId", notNullValue());
        }

        @ParameterizedTest
        @MethodSource("org.fairlead.gateway.DoorTest#badTokens")
        void isWhoeverHasABadToken(String token) {
            as(token)
                    .get("/api/ais/v1/vessels")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthenticated"));
        }

        @Test
        void isWhoeverSendsAnIdTokenAsBearer() {
            as(provider.idToken()).get("/api/me").then().statusCode(401);
        }

        @Test
        void hasWithAnUnknownSessionCookieASessionThatEnded() {
            given().cookie("q_session", "made-up")
                    .get("/api/me")
                    .then()
                    .statusCode(499)
                    .contentType("application/problem+json")
                    .body("code", equalTo("session-ended"));
        }
    }

    @Nested
    class AMember {

        @Test
        void reachesTheService() {
            as(Tokens.carl()).get("/api/ais/v1/vessels").then().statusCode(200);
        }

        @Test
        void readsWhoItIs() {
            as(Tokens.bo())
                    .get("/api/me")
                    .then()
                    .statusCode(200)
                    .body("username", equalTo("bo"))
                    .body("teams.id", hasItems("team-gulf", "team-pacific"))
                    .body("teams.find { it.id == 'team-gulf' }.name", equalTo("Gulf desk"))
                    .body("teams[0].roles", hasItems("case-worker"))
                    .body("csrf.header", equalTo("Fairlead-Request"));
        }

        @Test
        void isToldHowOftenItMayCall() {
            as(Tokens.carl())
                    .get("/api/ais/v1/vessels")
                    .then()
                    .header("RateLimit", containsString("r="))
                    .header("RateLimit-Policy", containsString("q="));
        }
    }

    @Nested
    class AStranger {

        @Test
        void readsThatItIsInNoTeam() {
            as(Tokens.stranger())
                    .get("/api/me")
                    .then()
                    .statusCode(200)
                    .body("teams", equalTo(List.of()));
        }

        @Test
        void hearsNoEventsOfAnybody() {
            as(Tokens.stranger())
                    .get("/api/events/v1")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Nested
    class SomebodyInAHurry {

        @Test
        void isSlowedDownWithoutSlowingOthers() {
            String hasty = Tokens.person("hasty", Map.of("team-gulf", List.of("case-worker")));
            int last = 0;
            for (int call = 0; call < 600 && last != 429; call++) {
                last = as(hasty).get("/api/nowhere").statusCode();
            }

            as(hasty)
                    .get("/api/ais/v1/vessels")
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("1"))
                    .header("RateLimit", containsString("r=0"))
                    .body("code", equalTo("rate-limited"));
            as(Tokens.carl()).get("/api/ais/v1/vessels").then().statusCode(200);
        }

        @Test
        void isSlowedDownSoonerAtExpensiveCalls() {
            String eager = Tokens.person("eager", Map.of("team-gulf", List.of("case-worker")));
            int last = 0;
            for (int call = 0; call < 60 && last != 429; call++) {
                last = as(eager).body("x").post("/api/ais/v1/uploads").statusCode();
            }

            as(eager).body("x").post("/api/ais/v1/uploads").then().statusCode(429);
            as(eager).get("/api/ais/v1/vessels").then().statusCode(200);
        }
    }

    @Test
    void tellsBrowsersToLoadNothingFromElsewhere() {
        given().get("/")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Strict-Transport-Security", equalTo(null));
        given().header("Host", "fairlead.example.org")
                .get("/")
                .then()
                .header("Strict-Transport-Security", containsString("max-age="));
    }

    @Test
    void answersAnUnknownAddressOfTheApiWithAProblem() {
        as(Tokens.carl())
                .get("/api/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }
}
