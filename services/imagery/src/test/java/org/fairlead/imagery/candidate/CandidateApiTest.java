package org.fairlead.imagery.candidate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
@QuarkusTestResource(FakeAis.class)
class CandidateApiTest {

    private static final String NEAR =
            """
            {"items": [{"vessel": {"mmsi": "273990904", "name": "PASSER-BY"},
              "latitudeDegrees": 42.24, "longitudeDegrees": 130.31, "distanceNauticalMiles": 0.6,
              "before": {"at": "2017-01-14T02:00:00Z"}, "isInterpolated": true, "synthetic": true,
              "somethingNewer": 1}]}\
            """;

    @AfterEach
    void goAway() {
        FakeAis.isAway();
    }

    private static ValidatableResponse ask(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(
                        """
                        {"at": "2017-01-14T02:10:00Z", "latitudeDegrees": 42.233,
                         "longitudeDegrees": 130.3}\
                        """)
                .post("/api/imagery/v1/what-if")
                .then()
                .statusCode(200);
    }

    @Test
    void transmittingShipsAreAskedForWithTheCallersOwnToken() {
        FakeAis.answers(NEAR, 0);
        String token = Tokens.carl();

        ask(token)
                .body("transmittingState", equalTo("ok"))
                .body("transmitting.vessel.mmsi", contains("273990904"))
                .body("transmitting[0].at", equalTo("2017-01-14T02:10:00Z"))
                .body("transmitting[0].before.at", equalTo("2017-01-14T02:00:00Z"))
                .body("transmitting[0].distanceNauticalMiles", equalTo(0.6f));

        assertThat(FakeAis.asked())
                .containsExactly(
                        "latitudeDegrees=42.233&longitudeDegrees=130.3&at=2017-01-14T02:10:00Z"
                                + "&radiusNauticalMiles=5.0 Bearer "
                                + token);
    }

    /// It would answer after half a minute; the sea may still be loading for the first question.
    @Test
    void aSlowAisServiceIsNotWaitedFor() {
        FakeAis.answers(NEAR, 30_000);
        Instant before = Instant.now();

        ask(Tokens.carl())
                .body("transmittingState", equalTo("unavailable"))
                .body("transmitting", empty());

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aFailingAisServiceLeavesTheRestOfTheAnswer() {
        FakeAis.isAway();

        ask(Tokens.carl())
                .body("transmittingState", equalTo("unavailable"))
                .body("method", equalTo("sea-lower-bound"))
                .body("silent", empty());
    }

    @Test
    void anAnswerThatMakesNoSenseCountsAsNone() {
        FakeAis.answers("{\"items\": \"many\"}", 0);

        ask(Tokens.carl()).body("transmittingState", equalTo("unavailable"));
    }

    @Test
    void aTokenWithoutATeamGetsNothing() {
        given().auth()
                .oauth2(Tokens.stranger())
                .contentType("application/json")
                .body("{}")
                .post("/api/imagery/v1/what-if")
                .then()
                .statusCode(403);
    }
}
