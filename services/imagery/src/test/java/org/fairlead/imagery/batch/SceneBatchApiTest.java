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
import org.junit.jupiter.api.Nested;
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

    @Nested
    class ACsv {

        private static ValidatableResponse sent(String text, boolean dryRun, String... query) {
            var request =
                    given().auth()
                            .oauth2(Tokens.integrator("sightings:write"))
                            .contentType("application/octet-stream")
                            .queryParam("format", "csv")
                            .queryParam("provider", "a table")
                            .queryParam("sensor", "optical")
                            .queryParam("dryRun", dryRun);
            for (int at = 0; at < query.length; at += 2) {
                request = request.queryParam(query[at], query[at + 1]);
            }
            return request.body(text.getBytes(StandardCharsets.UTF_8))
                    .post(PATH + "/imports")
                    .then();
        }

        /// WKT, GeoJSON in quotes, a bow-tie, no footprint at all, a word for a number, and a row
        /// that is too long.
        private static String table(String tag) {
            return """
            id,acquired,footprint,gsd,cloud_cover,recall,sha256
            %1$s-wkt,2024-02-09T02:00:00Z,"POLYGON((122 30,122.4 30,122.4 30.4,122 30.4,122 30))",0.5,0.1,50-100:0.6; 100-:0.9,
            %1$s-json,2024-02-09T02:00:00Z,"{""type"":""Polygon"",""coordinates"":[[[179,-18],[-179,-18],[-179,-16],[179,-16],[179,-18]]]}",10,,,
            %1$s-bow,2024-02-09T02:00:00Z,"POLYGON((0 0,1 1,1 0,0 1,0 0))",10,,,
            %1$s-none,2024-02-09T02:00:00Z,,10,,,
            %1$s-word,2024-02-09T02:00:00Z,"POLYGON((0 0,1 0,1 1,0 0))",fine,NaN,always,
            %1$s-long,2024-02-09T02:00:00Z,"POLYGON((0 0,1 0,1 1,0 0))",1,0,5,,,,
            """
                    .formatted(tag);
        }

        @Test
        void keepsGoodRowsAndListsBadOnesByNumberAndField() {
            sent(table("csv"), false)
                    .statusCode(200)
                    .body("accepted", equalTo(2))
                    .body("rejectedCount", equalTo(4))
                    .body("rejected.row", contains(4, 5, 6, 6, 6, 7))
                    .body(
                            "rejected.field",
                            contains(
                                    "footprint",
                                    "footprint",
                                    "cloudCover",
                                    "groundResolutionMetres",
                                    "recallByLength",
                                    ""));

            given().auth()
                    .oauth2(Tokens.carl())
                    .queryParam("name", "csv-wkt")
                    .get(PATH)
                    .then()
                    .body("items[0].provider", equalTo("a table"))
                    .body("items[0].groundResolutionMetres", equalTo(0.5f))
                    .body("items[0].recallByLength.recall", contains(0.6f, 0.9f))
                    .body("items[0].acquisitionEnd", equalTo("2024-02-09T02:00:00Z"));
        }

        @Test
        void addsNothingTheSecondTimeAndNothingInADryRun() {
            sent(table("csvtwice"), true)
                    .body("accepted", equalTo(2))
                    .body("dryRun", equalTo(true));
            sent(table("csvtwice"), false).body("accepted", equalTo(2));

            sent(table("csvtwice"), false)
                    .body("accepted", equalTo(0))
                    .body("alreadyThere", equalTo(2));
        }

        /// Another separator, decimal commas, bounds for a footprint, and columns by other names.
        @Test
        void isReadByTheColumnsTheCallerNames() {
            String text =
                    """
                    Bild;Beginn;Ende;west;south;east;north;Wolken
                    csvnamed;2024-02-09T02:00:00Z;2024-02-09T02:00:20Z;179,5;-18,5;-179,5;-16;12,5
                    """;

            sent(
                            text,
                            false,
                            "map.name",
                            "Bild",
                            "map.acquisitionStart",
                            "Beginn",
                            "map.acquisitionEnd",
                            "Ende",
                            "map.cloudCoverPercent",
                            "Wolken")
                    .body("accepted", equalTo(1));
            given().auth()
                    .oauth2(Tokens.carl())
                    .queryParam("latitudeDegrees", -17)
                    .queryParam("longitudeDegrees", 179.9)
                    .queryParam("at", "2024-02-09T02:00:10Z")
                    .get(PATH + "/covering")
                    .then()
                    .body("items.name", contains("csvnamed"))
                    .body("items[0].cloudCover", equalTo(0.125f));
        }

        @Test
        void withoutAColumnItNeedsIsRefusedWithTheOnesItHas() {
            sent("id,when\nx,2024-02-09T02:00:00Z\n", false)
                    .statusCode(422)
                    .body("errors[0].detail", containsString("the file has id, when"));
            sent(table("csvno"), false, "map.name", "Bild").statusCode(422);
            sent(table("csvno"), false, "map.colour", "id")
                    .statusCode(422)
                    .body("errors[0].detail", containsString("known: name, sensor"));
        }
    }
}
