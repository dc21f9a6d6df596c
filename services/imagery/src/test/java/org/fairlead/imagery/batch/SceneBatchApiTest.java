package org.fairlead.imagery.batch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class SceneBatchApiTest {

    private static final String PATH = "/api/imagery/v1/scenes";

    private static ValidatableResponse send(String text, boolean dryRun) {
        return given().auth()
                .oauth2(Tokens.integrator("sightings:write"))
                .contentType("application/octet-stream")
                .queryParam("provider", "a catalogue")
                .queryParam("dryRun", dryRun)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "/imports")
                .then();
    }

    /// Two good ones, a STAC item among them; one that crosses itself; one without a time.
    private static String file(String tag) {
        return """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"name": "%1$s-own", "sensor": "SAR",
             "acquisitionStart": "2024-01-05T02:00:00Z", "acquisitionEnd": "2024-01-05T02:00:25Z",
             "recallByLength": [{"fromMetres": 50, "recall": 0.9}]},
           "geometry": {"type": "Polygon", "coordinates": [[[179, -18], [-179, -18], [-179, -16], [179, -16], [179, -18]]]}},
          {"type": "Feature", "id": "%1$s-stac", "properties": {"datetime": "2024-01-06T02:00:00Z",
             "platform": "sentinel-2a", "gsd": 10, "eo:cloud_cover": 12.5, "license": "CC-BY-4.0"},
           "links": [{"rel": "self", "href": "https://example.org/items/1"}],
           "geometry": {"type": "Polygon", "coordinates": [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}},
          {"type": "Feature", "properties": {"name": "%1$s-bow", "sensor": "SAR",
             "acquisitionStart": "2024-01-05T02:00:00Z", "acquisitionEnd": "2024-01-05T02:00:25Z"},
           "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}},
          {"type": "Feature", "properties": {"name": "%1$s-when", "sensor": "SAR", "cloudCover": "much"},
           "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}
        ]}\
        """
                .formatted(tag);
    }

    @Test
    void goodScenesAreKeptAndBadOnesAreListed() {
        send(file("kept"), false)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejectedCount", equalTo(2))
                .body("rejected.row", contains(3, 4, 4, 4))
                .body(
                        "rejected.field",
                        contains("footprint", "acquisitionStart", "acquisitionEnd", "cloudCover"))
                .body("rejected[0].detail", containsString("crosses or touches itself"));

        given().auth()
                .oauth2(Tokens.carl())
                .queryParam("name", "kept-stac")
                .get(PATH)
                .then()
                .body("items[0].cloudCover", equalTo(0.125f))
                .body("items[0].groundResolutionMetres", equalTo(10f))
                .body("items[0].sensor", equalTo("sentinel-2a"))
                .body("items[0].provider", equalTo("a catalogue"))
                .body("items[0].sourceUri", equalTo("https://example.org/items/1"))
                .body("items[0].acquisitionEnd", equalTo("2024-01-06T02:00:00Z"));
    }

    @Test
    void theSameFileTwiceAddsNothing() {
        send(file("again"), false).body("accepted", equalTo(2));

        send(file("again"), false).body("accepted", equalTo(0)).body("alreadyThere", equalTo(2));
        send(file("again").replace("0.9", "0.8"), false)
                .body("alreadyThere", equalTo(1))
                .body("rejected[0].field", equalTo("name"))
                .body("rejected[0].detail", containsString("other content"));
    }

    @Test
    void aDryRunKeepsNothing() {
        send(file("dry"), true).body("accepted", equalTo(2)).body("dryRun", equalTo(true));

        given().auth()
                .oauth2(Tokens.carl())
                .queryParam("name", "dry-stac")
                .get(PATH)
                .then()
                .body("items", empty());
    }

    @Test
    void aFileThatIsNoCollectionIsRefused() {
        send("name,sensor\n", false).statusCode(400);
        send("{\"type\": \"Feature\"}", false)
                .statusCode(422)
                .body("errors[0].detail", containsString("FeatureCollection"));
    }
}
