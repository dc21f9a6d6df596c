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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
                "state|new",
                "scene|mine"
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

    @Nested
    class ACorrection {

        private String id = "";

        @BeforeEach
        void recordOne() {
            id = recorded("corrected " + java.util.UUID.randomUUID());
        }

        private io.restassured.response.ValidatableResponse correct(String etag, String body) {
            return carl().header("If-Match", etag).body(body).put(PATH + "/" + id).then();
        }

        @Test
        void isTheNextVersionAndTheOneBeforeStaysReadable() {
            correct("\"1\"", body("right").replace("42.233", "42.240").replace("120", "124"))
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("version", equalTo(2))
                    .body("lengthMetres", equalTo(124.0f))
                    .body("label", equalTo("right"));

            carl().get(PATH + "/" + id)
                    .then()
                    .body("version", equalTo(2))
                    .body("latitudeDegrees", equalTo(42.24f))
                    .body("recordedBy", equalTo("carl"));
            carl().get(PATH + "/" + id + "/versions")
                    .then()
                    .statusCode(200)
                    .body("items.version", contains(2, 1))
                    .body("items.lengthMetres", contains(124.0f, 120.0f))
                    .body("items.changedBy", contains("carl", "carl"));
        }

        @Test
        void isTold() {
            correct("\"1\"", body("told").replace("120", "125")).statusCode(200);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(Events.all(Topics.IMAGERY_SIGHTINGS))
                                    .filteredOn(text -> text.contains(id))
                                    .anyMatch(text -> text.contains("\"version\":2")));
        }

        @Test
        void ofWhatIsRightAlreadyIsNone() {
            correct("\"1\"", body("same")).statusCode(200).body("version", equalTo(2));
            correct("\"2\"", body("same")).statusCode(200).body("version", equalTo(2));
        }

        @Test
        void ofAnotherVersionThanTheNewestIsRefused() {
            correct("\"1\"", body("first")).statusCode(200);
            correct("\"1\"", body("second"))
                    .statusCode(412)
                    .body("detail", containsString("version 2"));
            carl().body(body("blind")).put(PATH + "/" + id).then().statusCode(428);
            correct("yesterday's", body("x")).statusCode(412);
        }

        @Test
        void isCheckedLikeANewOne() {
            correct("\"1\"", body("x").replace("42.233", "95"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/latitudeDegrees"));
            carl().get(PATH + "/" + id + "/versions").then().body("items.version", contains(1));
        }

        @Test
        void ofAWithdrawnOneIsRefused() {
            carl().delete(PATH + "/" + id).then().statusCode(200);

            correct("\"2\"", body("late"))
                    .statusCode(409)
                    .body("detail", containsString("withdrawn"));
        }

        @Test
        void ofNothingIsNotFound() {
            String nobody = PATH + "/" + java.util.UUID.randomUUID();
            carl().header("If-Match", "\"1\"").body(body("x")).put(nobody).then().statusCode(404);
            carl().get(nobody + "/versions").then().statusCode(404);
        }
    }

    @Nested
    class SeenInAScene {

        private static String scene(String name) {
            String body =
                    """
                    {"name": "%s", "sensor": "SAR", "provider": "a provider", "licence": "CC0-1.0",
                     "acquisitionStart": "2024-01-05T02:00:00Z", "acquisitionEnd": "2024-01-05T02:00:25Z",
                     "footprint": {"type": "Polygon",
                       "coordinates": [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}}\
                    """
                            .formatted(name);
            return carl().body(body)
                    .post("/api/imagery/v1/scenes")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private static String in(String reference, String rest) {
            return """
            {"sceneId": "%s", "latitudeDegrees": 42.5, "longitudeDegrees": 130.5%s}\
            """
                    .formatted(reference, rest);
        }

        @Test
        void takesWhatTheSceneSaysAndIsFoundByIt() {
            String scene = scene("supplies");

            String id =
                    carl().body(in("supplies", ""))
                            .post(PATH)
                            .then()
                            .statusCode(201)
                            .body("from", equalTo("2024-01-05T02:00:00Z"))
                            .body("to", equalTo("2024-01-05T02:00:25Z"))
                            .body("sensor", equalTo("SAR"))
                            .body("source", equalTo("a provider"))
                            .body("licence", equalTo("CC0-1.0"))
                            .body("sceneId", equalTo("supplies"))
                            .body("observation.sceneId", equalTo(scene))
                            .extract()
                            .path("id");

            carl().queryParam("scene", scene).get(PATH).then().body("items.id", contains(id));
            carl().body(in(scene, ", \"label\": \"by id\""))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("observation.sceneId", equalTo(scene));
        }

        @Test
        void isRefusedOutsideTheFootprint() {
            scene("outside");

            carl().body(in("outside", "").replace("130.5", "131.5"))
                    .post(PATH)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/latitudeDegrees"))
                    .body("errors[0].detail", containsString("41.0 km outside the footprint"));
        }

        @Test
        void mayLieOutsideByTheErrorOfItsPosition() {
            scene("edge");

            carl().body(in("edge", ", \"positionErrorMetres\": 500").replace("42.5", "43.012"))
                    .post(PATH)
                    .then()
                    .statusCode(201);
            carl().body(in("edge", ", \"positionErrorMetres\": 50").replace("42.5", "43.012"))
                    .post(PATH)
                    .then()
                    .statusCode(422);
        }

        @Test
        void isRefusedOutsideTheAcquisition() {
            scene("another time");

            carl().body(in("another time", ", \"at\": \"2024-01-05T02:10:00Z\""))
                    .post(PATH)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/at"))
                    .body("errors[0].detail", containsString("outside the acquisition"));
            carl().body(in("another time", ", \"at\": \"2024-01-05T02:01:00Z\""))
                    .post(PATH)
                    .then()
                    .statusCode(201);
        }

        @Test
        void isRefusedWhereTheIdIsNone() {
            carl().body(in("00000000-0000-0000-0000-000000000001", ""))
                    .post(PATH)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/sceneId"));
        }
    }

    @Nested
    class WhatTheImageShows {

        private static String with(String observation) {
            return body("observed")
                    .replace("{\"at\"", "{\"observation\": " + observation + ", \"at\"");
        }

        @Test
        void isKeptAndAnswered() {
            carl().body(
                            with(
                                    """
                                    {"beamMetres": 18, "beamErrorMetres": 2, "headingErrorDegrees": 5,
                                     "isHeadingAmbiguous": true, "hullLayout": ["superstructure-aft", "deck-cranes"],
                                     "motion": "moored", "hasWake": false, "colourNote": "dark hull",
                                     "confidence": 0.9, "observer": "carl", "secondReader": "dana",
                                     "outline": {"type": "Polygon", "coordinates": [[[130.2994, 42.2325],
                                       [130.3006, 42.2335], [130.3004, 42.2336], [130.2994, 42.2325]]]}}\
                                    """))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("observation.beamMetres", equalTo(18.0f))
                    .body("observation.hullLayout", contains("superstructure-aft", "deck-cranes"))
                    .body("observation.motion", equalTo("moored"))
                    .body("observation.isHeadingAmbiguous", equalTo(true))
                    .body("observation.secondReader", equalTo("dana"))
                    .body("observation.outline.type", equalTo("Polygon"))
                    .body("latitudeDegrees", equalTo(42.233f));
        }

        @Test
        void givesThePlaceByItsOutline() {
            carl().body(
                            """
                            {"at": "2023-09-07T01:30:00Z", "sensor": "optical", "source": "a test",
                             "observation": {"outline": {"type": "Polygon", "coordinates":
                               [[[179.9, 10], [-179.9, 10], [-179.9, 10.2], [179.9, 10.2], [179.9, 10]]]}}}\
                            """)
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("latitudeDegrees", equalTo(10.1f))
                    .body("observation.outline.type", equalTo("MultiPolygon"))
                    // 15.6 km to its corners: a third of that as one deviation.
                    .body("positionErrorMetres", org.hamcrest.Matchers.greaterThan(5_000f));
        }

        @Test
        void aRadarImageShiftsAShipThatMayBeMoving() {
            String radar = body("shifted").replace("optical", "Sentinel-1 SAR");

            carl().body(radar)
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("observation.azimuthShiftErrorMetres", equalTo(250.0f));
            carl().body(
                            radar.replace(
                                    "{\"at\"",
                                    "{\"observation\": {\"motion\": \"moored\"}, \"at\""))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("observation.azimuthShiftErrorMetres", nullValue());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"beamMetres\": 300} | /observation/beamMetres | 0.5 to 100",
                    "{\"beamMetres\": \"NaN\"} | /observation/beamMetres | 0.5 to 100",
                    "{\"confidence\": 80} | /observation/confidence | 0 to 1",
                    "{\"motion\": \"parked\"} | /observation/motion | moored",
                    "{\"hullLayout\": [\"mast\"]} | /observation/hullLayout/0 | superstructure-aft",
                    "{\"motion\": \"moored\", \"hasWake\": true} | /observation/hasWake | no wake",
                    "{\"observer\": \"carl\", \"secondReader\": \"Carl\"} | /observation/secondReader | somebody else",
                    "{\"outline\": {\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,1],[1,0],[0,1],[0,0]]]}} | /observation/outline | crosses",
                    "{\"width\": 3} | /observation/width | unknown field",
                })
        void isRefusedByItsPointer(String observation, String pointer, String detail) {
            carl().body(with(observation))
                    .post(PATH)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(pointer))
                    .body("errors[0].detail", containsString(detail));
        }
    }
}
