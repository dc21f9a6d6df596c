package org.fairlead.imagery.scene;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class SceneApiTest {

    private static final String PATH = "/api/imagery/v1/scenes";

    private static final String SQUARE =
            "{\"type\": \"Polygon\", \"coordinates\": [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}";

    private static String body(String name) {
        return """
        {"name": "%s", "sensor": "optical", "provider": "a test",
         "acquisitionStart": "2024-01-05T02:00:00Z", "acquisitionEnd": "2024-01-05T02:00:25Z",
         "groundResolutionMetres": 0.5, "cloudCover": 0.1,
         "recallByLength": [{"fromMetres": 100, "recall": 0.95}, {"fromMetres": 50, "toMetres": 100, "recall": 0.8}],
         "licence": "CC0-1.0", "sourceUri": "https://example.org/scene",
         "sha256": "%s", "synthetic": true,
         "footprint": %s}\
        """
                .formatted(name, "AB".repeat(32), SQUARE);
    }

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl()).contentType("application/json");
    }

    private static String recorded(String name) {
        return carl().body(body(name)).post(PATH).then().statusCode(201).extract().path("id");
    }

    @Test
    void aSceneIsRecordedAndFound() {
        String id = recorded("found");

        carl().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("found"))
                .body("state", equalTo("recorded"))
                .body("sha256", equalTo("ab".repeat(32)))
                .body("recallByLength.fromMetres", contains(50.0f, 100.0f))
                .body("footprint.type", equalTo("Polygon"))
                .body("recordedBy", equalTo("carl"));
        carl().queryParam("bbox", "130.9,42.9,140,50")
                .queryParam("from", "2024-01-05T00:00:00Z")
                .queryParam("to", "2024-01-06T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        carl().queryParam("bbox", "131.1,42.9,140,50")
                .get(PATH)
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void theSameSceneTwiceIsOneAndAnotherContentIsNoNewScene() {
        String id = recorded("twice");

        carl().body(body("twice")).post(PATH).then().statusCode(200).body("id", equalTo(id));
        carl().body(body("twice").replace("0.95", "0.9"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("detail", containsString("PUT"));
    }

    @Test
    void aChangeIsAVersionAndTheOneBeforeStaysReadable() {
        String id = recorded("versions");
        String learned = body("versions").replace("0.95", "0.97");

        carl().body(learned).put(PATH + "/" + id).then().statusCode(428);
        carl().header("If-Match", "\"1\"")
                .body(learned)
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("version", equalTo(2));
        carl().header("If-Match", "\"1\"")
                .body(body("versions"))
                .put(PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));

        carl().get(PATH + "/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[1].recallByLength[1].recall", equalTo(0.95f))
                .body("items[0].recallByLength[1].recall", equalTo(0.97f));
    }

    @Test
    void aChangeIsNoOtherScene() {
        String id = recorded("no-other");

        carl().header("If-Match", "\"1\"")
                .body(body("another"))
                .put(PATH + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void aWithdrawnSceneStaysReadableLeavesTheListAndCoversNothing() {
        String id = recorded("withdrawn");

        carl().delete(PATH + "/" + id).then().statusCode(200).body("state", equalTo("withdrawn"));
        carl().delete(PATH + "/" + id).then().statusCode(200).body("version", equalTo(2));

        carl().get(PATH + "/" + id).then().body("state", equalTo("withdrawn"));
        carl().get(PATH).then().body("items.id", not(hasItem(id)));
        carl().queryParam("state", "all").get(PATH).then().body("items.id", hasItem(id));
        covering("42.5", "130.5", "2024-01-05T02:00:10Z").body("items.id", not(hasItem(id)));
    }

    private static io.restassured.response.ValidatableResponse covering(
            String latitude, String longitude, String at) {
        return carl().queryParams(
                        Map.of(
                                "latitudeDegrees",
                                latitude,
                                "longitudeDegrees",
                                longitude,
                                "at",
                                at))
                .get(PATH + "/covering")
                .then()
                .statusCode(200);
    }

    @Test
    void aSceneCoversItsFootprintDuringItsAcquisition() {
        String id = recorded("covers");

        covering("42.5", "130.5", "2024-01-05T02:00:10Z").body("items.id", hasItem(id));
        covering("43.5", "130.5", "2024-01-05T02:00:10Z").body("items.id", not(hasItem(id)));
        covering("42.5", "130.5", "2024-01-05T02:00:26Z").body("items.id", not(hasItem(id)));
        carl().queryParam("latitudeDegrees", 42.5)
                .queryParam("longitudeDegrees", 130.5)
                .queryParam("from", "2024-01-01T00:00:00Z")
                .queryParam("to", "2024-01-31T00:00:00Z")
                .get(PATH + "/covering")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void aFootprintMayCrossTheAntimeridian() {
        String fiji = body("fiji").replace("130,", "179,").replace("131,", "-179,");
        String id = carl().body(fiji).post(PATH).then().statusCode(201).extract().path("id");

        covering("42.5", "-179.5", "2024-01-05T02:00:10Z").body("items.id", hasItem(id));
        covering("42.5", "179.5", "2024-01-05T02:00:10Z").body("items.id", hasItem(id));
        covering("42.5", "178.5", "2024-01-05T02:00:10Z").body("items.id", not(hasItem(id)));
        for (String box : new String[] {"-179.5,40,-178,44", "178,40,179.5,44", "178,40,-178,44"}) {
            carl().queryParam("bbox", box).get(PATH).then().body("items.id", hasItem(id));
        }
        carl().queryParam("bbox", "-178,40,178,44")
                .get(PATH)
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[131, 43], [130, 43] | [130, 43], [131, 43] | /footprint | crosses or touches itself",
                "2024-01-05T02:00:25Z | 2024-01-05T01:00:00Z | /acquisitionEnd | before acquisitionStart",
                "2024-01-05T02:00:25Z | 2024-01-07T01:00:00Z | /acquisitionEnd | several images",
                "2024-01-05T02:00:25Z | soon | /acquisitionEnd | such as",
                "\"cloudCover\": 0.1 | \"cloudCover\": 20 | /cloudCover | 0 to 1",
                "\"cloudCover\": 0.1 | \"cloudCover\": \"NaN\" | /cloudCover | 0 to 1",
                "\"groundResolutionMetres\": 0.5 | \"groundResolutionMetres\": 0 | /groundResolutionMetres | 0.01 to",
                "\"recall\": 0.95 | \"recall\": 95 | /recallByLength/0/recall | 0 to 1",
                "\"toMetres\": 100 | \"toMetres\": 40 | /recallByLength/1/toMetres | above fromMetres",
                "\"toMetres\": 100 | \"toMetres\": 120 | /recallByLength | the same length",
                "https://example.org/scene | javascript:alert(1) | /sourceUri | whole URI",
                "\"name\": \"bad\" | \"name\": \" \" | /name | missing",
                "\"provider\": \"a test\" | \"owner\": \"a test\" | /owner | unknown field",
            })
    void aFaultIsNamedByItsPointer(String good, String bad, String pointer, String detail) {
        carl().body(body("bad").replace(good, bad))
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latitudeDegrees=91&longitudeDegrees=0&at=2024-01-01T00:00:00Z | /latitudeDegrees",
                "longitudeDegrees=0&at=2024-01-01T00:00:00Z | /latitudeDegrees",
                "latitudeDegrees=1&longitudeDegrees=0 | at",
                "latitudeDegrees=1&longitudeDegrees=0&from=2024-01-01T00:00:00Z | at",
                "latitudeDegrees=1&longitudeDegrees=0&from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z | to",
                "latitudeDegrees=1&longitudeDegrees=0&at=never | at",
            })
    void aFaultyQuestionIsNamed(String query, String pointer) {
        carl().get(PATH + "/covering?" + query)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void whoMayNotIsTurnedAwayAndNothingIsNotFound() {
        given().contentType("application/json").body(body("x")).post(PATH).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.stranger())
                .contentType("application/json")
                .body(body("x"))
                .post(PATH)
                .then()
                .statusCode(403);
        carl().get(PATH + "/00000000-0000-0000-0000-000000000000").then().statusCode(404);
        carl().get(PATH + "/00000000-0000-0000-0000-000000000000/versions").then().statusCode(404);
        carl().queryParam("name", "none of this name").get(PATH).then().body("items", empty());
    }
}
