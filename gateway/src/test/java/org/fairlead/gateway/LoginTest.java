package org.fairlead.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LoginTest {

    FakeProvider provider;

    @AfterEach
    void restore() {
        provider.sessionLife = Duration.ofMinutes(5);
        provider.knowsSessions = true;
    }

    @Test
    void leadsThroughTheProviderAndBackWithASession() {
        var browser = new Browser();

        Response landed = browser.login("/login?to=/cases/7?tab=map");

        assertThat(landed.statusCode()).isEqualTo(303);
        assertThat(landed.header("Location")).endsWith("/cases/7?tab=map");
        assertThat(browser.setCookie)
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(browser.cookies.get("q_session")).hasSize(43);
    }

    @ParameterizedTest
    @CsvSource({"//evil.example,/", "/\\evil.example,/", "https://evil.example,/", "/ok,/ok"})
    void returnsToThisApplicationOnly(String wanted, String landing) {
        var browser = new Browser();
        browser.login("/login");

        String location = browser.call().queryParam("to", wanted).get("/login").header("Location");

        assertThat(java.net.URI.create(location).getPath()).isEqualTo(landing);
        assertThat(location).doesNotContain("evil");
    }

    @Test
    void givesTheSessionTeamsFromTheAccessToken() {
        var browser = new Browser();
        browser.login("/login");

        browser.call()
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("bo"))
                .body("teams.id", hasItems("team-gulf", "team-pacific"));
    }

    @Test
    void sendsServicesTheAccessTokenAndNeverTheCookie() {
        var browser = new Browser();
        browser.login("/login");

        browser.call()
                .get("/api/ais/v1/vessels")
                .then()
                .statusCode(200)
                .body("headers.authorization", org.hamcrest.Matchers.startsWith("Bearer ey"))
                .body("headers.cookie", nullValue());
    }

    @Test
    void letsAPageChangeSomethingOnlyWithProofThatItIsOurs() {
        var browser = new Browser();
        browser.login("/login");

        browser.call()
                .body("x")
                .post("/api/ais/v1/other")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("csrf"));
        browser.call()
                .header("Fairlead-Request", "browser")
                .body("x")
                .post("/api/ais/v1/other")
                .then()
                .statusCode(200);
    }

    @Test
    void renewsASessionThatIsAboutToEndAndKeepsTheOldIdForCallsUnderWay() {
        var browser = new Browser();
        provider.sessionLife = Duration.ofSeconds(20);
        int before = provider.refreshes.get();

        browser.login("/login");

        String old = browser.firstSession;
        assertThat(provider.refreshes.get()).isEqualTo(before + 1);
        assertThat(browser.cookies.get("q_session")).isNotEqualTo(old).hasSize(43);
        given().cookie("q_session", old).get("/api/me").then().statusCode(200);
        assertThat(provider.refreshes.get()).isEqualTo(before + 1);
    }

    @Test
    void endsASessionTheProviderNoLongerKnows() {
        var browser = new Browser();
        provider.sessionLife = Duration.ofSeconds(3);
        provider.knowsSessions = false;
        browser.login("/login");

        Response ended =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(
                                () -> browser.call().get("/api/me"),
                                answer -> answer.statusCode() != 200);

        ended.then()
                .statusCode(499)
                .contentType("application/problem+json")
                .body("code", equalTo("session-ended"));
    }

    @Test
    void leavesNothingAfterLogout() {
        var browser = new Browser();
        browser.login("/login");
        String session = browser.cookies.get("q_session");

        Response left = browser.call().get("/logout");

        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(left.header("Location")).contains("/protocol/openid-connect/logout");
        given().cookie("q_session", session).get("/api/me").then().statusCode(499);
    }

    @Test
    void keepsNoTokenReadableInTheDatabase() throws Exception {
        new Browser().login("/login");

        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "gateway")
                                .getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select count(*), count(*) filter (where position('eyJ'::bytea in sealed) > 0) from session_tokens")) {
            rows.next();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getInt(2)).isZero();
        }
    }

    /// Follows redirects as a browser does and keeps its cookies.
    private static final class Browser {

        private final Map<String, String> cookies = new HashMap<>();
        private String setCookie = "";
        private String firstSession = "";

        RequestSpecification call() {
            return given().redirects().follow(false).cookies(cookies);
        }

        /// Until the page behind the login answers with where to go.
        Response login(String path) {
            Response toProvider = remember(call().urlEncodingEnabled(false).get(path));
            assertThat(toProvider.statusCode()).isEqualTo(302);
            Response back =
                    given().redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .get(toProvider.header("Location"));
            Response session =
                    remember(call().urlEncodingEnabled(false).get(back.header("Location")));
            firstSession = session.cookie("q_session");
            setCookie = session.headers().getValues("set-cookie").toString();
            return remember(call().urlEncodingEnabled(false).get(session.header("Location")));
        }

        private Response remember(Response response) {
            response.cookies()
                    .forEach((name, value) -> {
                        if (value.isEmpty()) {
                            cookies.remove(name);
                        } else {
                            cookies.put(name, value);
                        }
                    });
            return response;
        }
    }
}
