package org.fairlead.imagery.sighting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.fairlead.contracts.Topics;
import org.fairlead.imagery.Events;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class SightingApiTest {

    private static final String PATH = "/api/imagery/v1/sightings";

    private static String body(String label) {
        return """
        {"at": "2023-09-07T01:30:00Z", "latitudeDegrees": 42.233, "longitudeDegrees": 130.300,
         "lengthMetres": 120, "label": "%s", "sensor": "optical", "source": "a test"}\
        """
                .formatted(label);
    }

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl()).contentType("application/json");
    }

    private static String recorded(String label) {
        return carl().body(body(label)).post(PATH).then().statusCode(201).extract().path("id");
    }

    @Test
    void aSightingIsRecordedAndFound() {
        String id = recorded("found");

        carl().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("state", equalTo("recorded"))
                .body("from", equalTo("2023-09-07T01:30:00Z"))
                .body("to", equalTo("2023-09-07T01:30:00Z"))
                .body("positionErrorMetres", equalTo(500.0f))
                .body("headingDegrees", nullValue())
                .body("recordedBy", equalTo("carl"))
                .body("verdicts.consistent", equalTo(0));
        carl().queryParam("bbox", "130,42,131,43")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void theSameSightingTwiceIsOne() {
        String id = recorded("twice");

        carl().body(body("twice")).post(PATH).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void aRecordedSightingIsTold() {
        recorded("told-to-the-others");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(Events.all(Topics.IMAGERY_SIGHTINGS))
                                .filteredOn(text -> text.contains("told-to-the-others"))
                                .hasSize(1));
    }

    @Test
    void aWithdrawnSightingStaysReadableAndLeavesTheList() {
        String id = recorded("withdrawn");

        carl().delete(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("version", equalTo(2));

        carl().delete(PATH + "/" + id).then().statusCode(200).body("version", equalTo(2));
        carl().get(PATH + "/" + id).then().statusCode(200).body("state", equalTo("withdrawn"));
        carl().get(PATH).then().body("items.findAll { it.id == '" + id + "' }.size()", equalTo(0));
        carl().body(body("withdrawn"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "latitudeDegrees | 91 | /latitudeDegrees | expected -90 to 90",
                "latitudeDegrees | \"NaN\" | /latitudeDegrees | expected -90 to 90",
                "longitudeDegrees | 180.5 | /longitudeDegrees | expected -180 to 180",
                "longitudeDegrees | null | /longitudeDegrees | missing",
                "latitudeDegrees | \"north\" | /latitudeDegrees | a number",
                "at | \"2124-01-01T00:00:00Z\" | /at | future",
                "at | \"yesterday\" | /at | such as",
                "at | \"2023-09-07T01:30:00\" | /at | zone",
                "at | null | /at | missing",
                "sensor | \"  \" | /sensor | missing",
                "lengthMetres | 5000 | /lengthMetres | 1 to 500",
                "headingDegrees | -1 | /headingDegrees | 0 to 360",
                "latitude | 42 | /latitude | unknown field",
            })
    void aFaultIsNamedByItsPointer(String field, String value, String pointer, String detail) {
        String faulty =
                body("faulty")
                        .replaceAll("\"" + field + "\": [^,}]+", "\"" + field + "\": " + value);
        if (!faulty.contains("\"" + field + "\": " + value)) {
            faulty = faulty.replace("{", "{\"" + field + "\": " + value + ", ");
        }

        carl().body(faulty)
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void anEndBeforeItsStartIsRefused() {
        carl().body(
                        body("interval")
                                .replace(
                                        "\"at\": \"2023-09-07T01:30:00Z\"",
                                        "\"from\": \"2023-09-08T00:00:00Z\", \"to\": \"2023-09-07T00:00:00Z\""))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/to"))
                .body("errors[0].detail", containsString("before from"));
    }

    @Test
    void brokenJsonIsRefused() {
        carl().body("{\"at\": ")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
        carl().body("{\"latitudeDegrees\": NaN}").post(PATH).then().statusCode(400);
        carl().body("").post(PATH).then().statusCode(422);
        carl().contentType("text/plain").body("x").post(PATH).then().statusCode(415);
    }

    @Test
    void whoMayNotIsTurnedAway() {
        given().contentType("application/json")
                .body(body("nobody"))
                .post(PATH)
                .then()
                .statusCode(401);
        for (String token :
                new String[] {
                    Tokens.expired(),
                    Tokens.ofAnotherIssuer(),
                    Tokens.signedByAnotherKey(),
                    Tokens.forAnotherAudience()
                }) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(body("nobody"))
                    .post(PATH)
                    .then()
                    .statusCode(401);
        }
        for (String token :
                new String[] {Tokens.stranger(), Tokens.amir(), Tokens.integrator("cases:read")}) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(body("nobody"))
                    .post(PATH)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void anIntegratorWithTheScopeMay() {
        given().auth()
                .oauth2(Tokens.integrator("sightings:write"))
                .contentType("application/json")
                .body(body("integrator"))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void listsAreReadInPages() {
        for (int one = 0; one < 3; one++) {
            recorded("page-" + one);
        }

        var first =
                carl().queryParam("limit", 2).get(PATH).then().statusCode(200).extract().jsonPath();
        var second =
                carl().queryParam("limit", 2)
                        .queryParam("cursor", first.getString("nextCursor"))
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(first.getList("items.id")).hasSize(2);
        assertThat(second.getList("items.id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.getList("items.id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bbox|1,2,3",
                "bbox|0,91,1,92",
                "bbox|a,b,c,d",
                "from|today",
                "limit|0",
                "limit|201",
                "cursor|%%%",
                "state|new"
            })
    void aFaultyFilterIsNamed(String parameter, String value) {
        carl().queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(parameter));
    }

    @Test
    void aBoxMayCrossTheAntimeridian() {
        String id =
                carl().body(body("fiji").replace("130.300", "-179.9").replace("42.233", "-17.0"))
                        .post(PATH)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        carl().queryParam("bbox", "179,-20,-179,-10")
                .get(PATH)
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void nothingIsNotFound() {
        carl().get(PATH + "/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        carl().get(PATH + "/nonsense").then().statusCode(404);
        carl().delete(PATH + "/00000000-0000-0000-0000-000000000000").then().statusCode(404);
    }
}
