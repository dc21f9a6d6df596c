package org.fairlead.imagery.reach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.fairlead.imagery.Events;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class ReachApiTest {

    private static final String PATH = "/api/imagery/v1/reachable";

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    /// 60 h from Vladivostok to the Korea Strait at 14 kn.
    private static RequestSpecification sixtyHours() {
        return carl().queryParam("from", "43.09N 131.88E")
                .queryParam("since", "2024-01-10T00:00:00Z")
                .queryParam("to", "34.40N 129.30E")
                .queryParam("until", "2024-01-12T12:00:00Z")
                .queryParam("speedKnots", "14");
    }

    /// The graph is built where no test has built it yet: minutes on a busy machine.
    @BeforeEach
    void theSeaIsLoaded() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> sixtyHours().get(PATH).statusCode() == 200);
    }

    private static ValidatableResponse answer() {
        return sixtyHours().get(PATH).then().statusCode(200);
    }

    @Test
    void portsWithinReachComeWithTheirTimes() {
        answer().body("type", equalTo("FeatureCollection"))
                .body("question.hours", equalTo(60.0f))
                .body("ports.id", hasItems("rajin", "dunai"))
                .body("ports.id", not(hasItem("nampo")))
                .body("ports.find { it.id == 'rajin' }.services", hasItem("partial"))
                .body("ports.find { it.id == 'rajin' }.slackHours", greaterThan(12f));
    }

    @Test
    void aPortOnlyAStraightLineAdmitsIsNamedWithTheReason() {
        answer().body("excluded.id", hasItem("nampo"))
                .body("excluded.find { it.id == 'nampo' }.usualHours", greaterThan(90f))
                .body("excluded.find { it.id == 'nampo' }.straightHours", greaterThan(20f));
        assertThat(answer().extract().<String>path("excluded.find { it.id == 'nampo' }.reason"))
                .contains("by sea")
                .contains("the silence has 60 h");
    }

    @Test
    void cellsAreGeoJsonWithTheTimesAtWhichSheCanHaveBeenThere() {
        answer().body("features.size()", greaterThan(500))
                .body("features[0].geometry.type", equalTo("Polygon"))
                .body("features[0].properties.kind", equalTo("reach"));
    }

    @Test
    void anInstantHasFewerCellsThanTheWhole() {
        int whole = answer().extract().<Integer>path("features.size()");
        int soon =
                sixtyHours()
                        .queryParam("at", "2024-01-10T03:00:00Z")
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("features.size()");

        assertThat(soon).isPositive().isLessThan(whole / 2);
    }

    @Test
    void runsThatFitAreCounted() {
        answer().body("runs.fromPort", equalTo("rajin"))
                .body("runs.toPort", equalTo("dunai"))
                .body("runs.fits.callHours", hasItems(12f, 24f, 36f))
                .body("runs.fits[2].runs", equalTo(0));
    }

    @Test
    void aSilenceIsAskedForByItsActivity() {
        var id = UUID.randomUUID();
        Events.send(
                Events.silence(
                        id,
                        1,
                        "273008001",
                        Events.report("2024-01-03T06:00:00Z", 42.6, 131.9),
                        Events.report("2024-01-06T06:00:00Z", 34.6, 129.5)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> carl().queryParam("activity", id).get(PATH).statusCode() == 200);

        carl().queryParam("activity", id)
                .queryParam("cells", false)
                .get(PATH)
                .then()
                .body("question.hours", equalTo(72.0f))
                .body("question.speedKnots", equalTo(26f))
                .body("ports.id", hasItem("rajin"));
    }

    @Test
    void anUnknownActivityIsNotFound() {
        carl().queryParam("activity", UUID.randomUUID()).get(PATH).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "from, Rajjin",
        "from, 91N 10E",
        "to, nowhere at all",
        "since, yesterday",
        "until, 2024-01-09T00:00:00Z",
        "speedKnots, NaN",
        "speedKnots, 61",
        "close, nowhere",
        "at, noon",
        "runFrom, nowhere"
    })
    void aFaultIsNamedByItsField(String field, String value) {
        var request = sixtyHours();
        if ("from,to,since,until,speedKnots".contains(field)) {
            request =
                    carl().queryParam("from", field.equals("from") ? value : "VLADIVOSTOK")
                            .queryParam(
                                    "since", field.equals("since") ? value : "2024-01-10T00:00:00Z")
                            .queryParam("to", field.equals("to") ? value : "BUSAN")
                            .queryParam(
                                    "until", field.equals("until") ? value : "2024-01-12T12:00:00Z")
                            .queryParam("speedKnots", field.equals("speedKnots") ? value : "14");
        } else {
            request = request.queryParam(field, value);
        }

        request.get(PATH).then().statusCode(422).body("errors.pointer", hasItem(field));
    }

    @Test
    void nobodyAsksWithoutALogin() {
        given().get(PATH).then().statusCode(401);
    }
}
