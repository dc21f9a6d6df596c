package org.fairlead.imagery.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPOutputStream;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class BatchApiTest {

    private static final String PATH = "/api/imagery/v1/sightings/imports";

    private static RequestSpecification integrator() {
        return given().auth()
                .oauth2(Tokens.integrator("sightings:write"))
                .contentType("application/octet-stream")
                .queryParam("sensor", "SAR");
    }

    private static RequestSpecification csv(String source) {
        return integrator().queryParam("format", "csv").queryParam("source", source);
    }

    private static ValidatableResponse send(RequestSpecification request, String text) {
        return request.body(text.getBytes(StandardCharsets.UTF_8)).post(PATH).then();
    }

    @Nested
    class GoodRowsBesideBadOnes {

        private static final String FILE =
                """
                time,lat,lon,length_m,label
                2016-03-01T00:00:00Z,42.1,130.1,100,good
                2016-03-01T00:00:00Z,91,130.1,100,too far north

                2016-03-01T00:00:00Z,42.1,east,x,two faults
                yesterday,42.1,130.1,100,when
                2016-03-01T00:00:00Z,42.2,130.2,,"good, without a length"
                2016-03-01T00:00:00Z,42.2,130.2,100,too,many
                2016-03-01T00:00:00Z,42.3
                """;

        @Test
        void areKeptAndTheBadOnesAreListedByNumberAndField() {
            send(csv("good beside bad"), FILE)
                    .statusCode(200)
                    .body("accepted", equalTo(2))
                    .body("alreadyThere", equalTo(0))
                    .body("rejectedCount", equalTo(5))
                    .body("rejected.row", contains(3, 5, 5, 6, 8, 9))
                    .body(
                            "rejected.field",
                            contains(
                                    "latitudeDegrees",
                                    "longitudeDegrees",
                                    "lengthMetres",
                                    "at",
                                    "",
                                    "longitudeDegrees"))
                    .body("rejected[1].detail", containsString("east"));
        }

        @Test
        void areNotAddedASecondTime() {
            send(csv("a second time"), FILE).body("accepted", equalTo(2));

            send(csv("a second time"), FILE)
                    .statusCode(200)
                    .body("accepted", equalTo(0))
                    .body("alreadyThere", equalTo(2));
        }

        @Test
        void areOnlyCountedInADryRun() {
            send(csv("dry").queryParam("dryRun", true), FILE)
                    .body("accepted", equalTo(2))
                    .body("dryRun", equalTo(true));

            send(csv("dry"), FILE).body("accepted", equalTo(2)).body("alreadyThere", equalTo(0));
        }

        @Test
        void countOnceWhenTheFileRepeatsThem() {
            String twice =
                    """
                    time,lat,lon
                    2016-03-02T00:00:00Z,42.1,130.1
                    2016-03-02T00:00:00Z,42.1,130.1
                    """;

            send(csv("repeats").queryParam("dryRun", true), twice)
                    .body("accepted", equalTo(1))
                    .body("alreadyThere", equalTo(1));
            send(csv("repeats"), twice)
                    .body("accepted", equalTo(1))
                    .body("alreadyThere", equalTo(1));
        }
    }

    @Nested
    class TheWayOfWriting {

        @Test
        void maySeparateBySemicolonWithDecimalCommasAfterAByteOrderMark() {
            send(
                            csv("from a spreadsheet"),
                            "\uFEFFtime;latitude;longitude;length\r\n2016-04-01 00:00:00 UTC;42,5;130,25;99,5\r\n")
                    .statusCode(200)
                    .body("rejected", empty())
                    .body("accepted", equalTo(1));

            given().auth()
                    .oauth2(Tokens.carl())
                    .queryParam("from", "2016-04-01T00:00:00Z")
                    .queryParam("to", "2016-04-01T00:00:00Z")
                    .get("/api/imagery/v1/sightings")
                    .then()
                    .body("items.latitudeDegrees", contains(42.5f))
                    .body("items.longitudeDegrees", contains(130.25f))
                    .body("items.lengthMetres", contains(99.5f))
                    .body("items.recordedBy", contains("service-account-integrator-demo"));
        }

        @Test
        void mayNameItsColumnsAsItLikes() {
            send(
                            csv("own names")
                                    .queryParam("map.latitude", "Breite")
                                    .queryParam("map.longitude", "Länge")
                                    .queryParam("map.at", "Zeit"),
                            "Zeit\tBreite\tLänge\n2016-04-02T00:00:00Z\t42.5\t130.25\n")
                    .statusCode(200)
                    .body("accepted", equalTo(1));
        }

        @Test
        void mustNameAColumnThatIsThere() {
            send(csv("x").queryParam("map.latitude", "Y"), "time,lat,lon\n")
                    .statusCode(422)
                    .body("errors.pointer", contains("map.latitude"))
                    .body("errors[0].detail", containsString("time, lat, lon"));
            send(csv("x").queryParam("map.rigging", "lat"), "time,lat,lon\n")
                    .statusCode(422)
                    .body("errors.pointer", contains("map.rigging"));
            send(csv("x"), "time,lat,breadth\n2016-01-01T00:00:00Z,1,2\n")
                    .statusCode(422)
                    .body("errors.pointer", contains("map.longitude"));
        }

        @Test
        void needsATimeFromSomewhere() {
            send(csv("no time"), "lat,lon\n1,2\n")
                    .statusCode(422)
                    .body("errors.pointer", contains("at"));

            send(csv("no time").queryParam("at", "2016-04-03T00:00:00Z"), "lat,lon\n1,2\n")
                    .statusCode(200)
                    .body("accepted", equalTo(1));
        }

        @Test
        void keepsWhatCameBeforeAQuoteThatIsNeverClosed() {
            send(
                            csv("open quote"),
                            "time,lat,lon,label\n2016-04-04T00:00:00Z,1,2,good\n2016-04-04T00:00:00Z,1,2,\"open\n")
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(3))
                    .body("rejected[0].detail", containsString("nothing beyond"));
        }

        @Test
        void mayBeOfASingleHugeLineWithoutHarm() {
            send(csv("huge"), "time,lat,lon\n" + "x".repeat(10_000_000))
                    .statusCode(200)
                    .body("accepted", equalTo(0))
                    .body("rejectedCount", equalTo(1));
        }
    }

    @Nested
    class WhatIsNoTable {

        @Test
        void isRefusedWithItsReason() throws IOException {
            refused("".getBytes(StandardCharsets.UTF_8), 422, "empty");
            refused(new byte[] {1, 2, 0, 4, 5}, 400, "binary");
            refused(gzipped("time,lat,lon\n"), 400, "compressed");
            refused("time,lat,lon\n".getBytes(StandardCharsets.UTF_16), 400, "UTF-16");
        }

        @Test
        void isRefusedWhenItIsLatin1() {
            refused(latin("time,lat,lon,label\n2016-04-05T00:00:00Z,1,2,Dünay\n"), 400, "UTF-8");
        }

        @Test
        void isToldTheLineThatIsNotUtf8() {
            refused(
                    latin("time,lat,lon,label\n2016-04-05T00:00:00Z,1,2,Dünay\n"),
                    400,
                    "Line 2 is not UTF-8");
            integrator()
                    .queryParam("format", "geojson")
                    .queryParam("source", "latin")
                    .body(latin("{\"type\": \"FeatureCollection\",\n\n \"name\": \"café\"}"))
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("Line 3 is not UTF-8"));
        }

        @Test
        void isReadUpToTheRowThatIsNotUtf8() {
            String good = "2016-04-05T00:00:00Z,1,2,x\n".repeat(2_000);
            String bad = "2016-04-05T00:00:00Z,1,2,caf\u00e9\n";

            csv("latin later")
                    .body(latin("time,lat,lon,label\n" + good + bad + good))
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("alreadyThere", equalTo(1_999))
                    .body("rejected.row", contains(2_002))
                    .body("rejected[0].detail", containsString("not UTF-8"));
        }

        @Test
        void isReadAsFarAsItIsUtf8() {
            String good = "2016-04-05T00:00:00Z,1,2,x\n".repeat(2_000);

            csv("latin")
                    .body(latin("time,lat,lon,label\n" + good + "2016-04-05T00:00:00Z,1,2,ü\n"))
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .body("rejectedCount", equalTo(1))
                    .body("rejected[0].detail", containsString("UTF-8"));
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static void refused(byte[] body, int status, String why) {
            csv("no table")
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("detail", containsString(why));
        }

        private static byte[] gzipped(String text) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }
    }

    @Nested
    class AGeoJsonFile {

        private static RequestSpecification geoJson(String source) {
            return integrator().queryParam("format", "geojson").queryParam("source", source);
        }

        @Test
        void isReadFeatureByFeature() {
            send(
                            geoJson("features"),
                            """
                            {"name": "x", "crs": {"type": "name"}, "type": "FeatureCollection", "features": [
                              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [130.3, 42.2]},
                               "properties": {"timestamp": "2016-05-01T00:00:00Z", "length_m": 88, "detect_id": "a"}},
                              {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[1, 2]]},
                               "properties": {"timestamp": "2016-05-01T00:00:00Z"}},
                              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [130.3, 99]},
                               "properties": {"timestamp": "2016-05-01T00:00:00Z"}},
                              {"type": "Feature", "geometry": null, "properties": null},
                              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [130.3, 42.2]},
                               "properties": {}}]}\
                            """)
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(2, 3, 4, 5))
                    .body(
                            "rejected.field",
                            contains("geometry", "latitudeDegrees", "geometry", "at"));
        }

        @Test
        void keepsWhatCameBeforeItsEndIsCutOff() {
            send(
                            geoJson("cut"),
                            """
                            {"type": "FeatureCollection", "features": [
                              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [130.3, 42.2]},
                               "properties": {"timestamp": "2016-05-02T00:00:00Z"}},
                              {"type": "Feat\
                            """)
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(2))
                    .body(
                            "rejected[0].detail",
                            startsWith("the file ends in the middle of feature 2;"));
        }

        @Test
        void isToldPlainlyWhereItEndsOrBreaks() {
            String start = "{\"type\": \"FeatureCollection\", \"features\": [";

            send(geoJson("ends early"), start)
                    .statusCode(200)
                    .body(
                            "rejected[0].detail",
                            startsWith("the file ends before its list of features does;"));
            send(geoJson("broken"), start + "{\"type\": oops}]}")
                    .statusCode(200)
                    .body("rejected[0].detail", startsWith("not valid JSON at line 1, column "));
            send(geoJson("ends early"), "{\"type\": \"Feat")
                    .statusCode(400)
                    .body("detail", equalTo("The file ends before its features. Send it whole."));
        }

        @Test
        void mustBeACollection() {
            send(geoJson("x"), "{\"type\": \"Feature\"}").statusCode(422);
            send(geoJson("x"), "[1, 2]").statusCode(422);
            send(geoJson("x"), "time,lat,lon\n").statusCode(400);
        }
    }

    @Nested
    class TheRequest {

        @ParameterizedTest
        @ValueSource(strings = {"yes", "1", "zz", "TRUE"})
        void saysTrueOrFalseAndNothingElse(String neither) {
            for (String parameter : new String[] {"dryRun", "synthetic"}) {
                send(
                                csv("neither true nor false").queryParam(parameter, neither),
                                "time,lat,lon\n2016-06-01T00:00:00Z,1,2\n")
                        .statusCode(422)
                        .body("errors.pointer", contains(parameter));
            }
        }

        @Test
        void namesFormatSourceAndSensor() {
            send(integrator().queryParam("source", "x"), "time,lat,lon\n")
                    .statusCode(422)
                    .body("errors.pointer", contains("format"));
            send(integrator().queryParam("format", "csv"), "time,lat,lon\n")
                    .statusCode(422)
                    .body("errors.pointer", contains("source"));
        }

        @Test
        void needsTheScope() {
            given().auth()
                    .oauth2(Tokens.integrator("ais:write"))
                    .contentType("text/csv")
                    .queryParam("format", "csv")
                    .body("time,lat,lon\n")
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }

        @Test
        void mayNotBeLargerThanAllowed() {
            send(csv("too large"), "time,lat,lon\n" + "2016-01-01T00:00:00Z,1,2\n".repeat(600_000))
                    .statusCode(413)
                    .body("code", equalTo("too-large"));
        }
    }

    @Nested
    class AnotherSeparatorOrDecimalSign {

        @ParameterizedTest
        @ValueSource(strings = {";", "\t", "|"})
        void isFoundOutAndItsDecimalCommaWithIt(String separator) {
            String file =
                    """
                    time;lat;lon;length;beam;confidence
                    2016-07-01T00:00:00Z;42,25;130,5;100,5;18,5;0,75
                    2016-07-01T00:00:00Z;42.26;130.6;;;
                    """
                            .replace(";", separator);

            send(csv("separated by " + separator.codePointAt(0)), file)
                    .statusCode(200)
                    .body("accepted", equalTo(2))
                    .body("rejected", empty());
        }

        @Test
        void aDecimalCommaBetweenCommasIsNamedRowByRow() {
            send(
                            csv("decimal commas"),
                            """
                            time,lat,lon,length
                            2016-07-02T00:00:00Z,"42,25","130,5",100
                            2016-07-02T00:00:00Z,42,25,130,5,100
                            2016-07-02T00:00:00Z,42.25,130.5,100
                            """)
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(2, 2, 3))
                    .body("rejected.field", contains("latitudeDegrees", "longitudeDegrees", ""))
                    .body("rejected[0].detail", containsString("decimal comma"))
                    .body("rejected[2].detail", containsString("decimal comma"));
        }

        @Test
        void noNumberIsMadeOfNaN() {
            send(
                            csv("not a number"),
                            """
                            time,lat,lon,length
                            2016-07-03T00:00:00Z,NaN,130.5,100
                            2016-07-03T00:00:00Z,42.25,130.5,Infinity
                            """)
                    .body("accepted", equalTo(0))
                    .body("rejected.field", contains("latitudeDegrees", "lengthMetres"));
        }
    }

    @Nested
    class WhatElseARowSays {

        @Test
        void isKeptFieldByField() {
            send(
                            csv("everything"),
                            """
                            time,lat,lon,length,width,Probability,motion,wake,colour,observer,secondReader,headingAmbiguous,heading
                            2016-07-04T00:00:00Z,42.25,130.5,120,18.5,75.00,under way,yes,dark hull,carl,dana,true,210
                            2016-07-04T00:00:00Z,42.26,130.5,120,18.5,175,parked,perhaps,,,,,
                            """)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(3, 3))
                    .body("rejected.field", contains("observation/motion", "observation/hasWake"));
            given().auth()
                    .oauth2(Tokens.carl())
                    .queryParam("from", "2016-07-04T00:00:00Z")
                    .queryParam("to", "2016-07-04T00:00:00Z")
                    .get("/api/imagery/v1/sightings")
                    .then()
                    .body("items[0].observation.beamMetres", equalTo(18.5f))
                    .body("items[0].observation.confidence", equalTo(0.75f))
                    .body("items[0].observation.motion", equalTo("under-way"))
                    .body("items[0].observation.hasWake", equalTo(true))
                    .body("items[0].observation.secondReader", equalTo("dana"))
                    .body("items[0].observation.isHeadingAmbiguous", equalTo(true));
        }

        @Test
        void mayBeAnAreaInGeoJson() {
            send(
                            integrator()
                                    .queryParam("format", "geojson")
                                    .queryParam("source", "an area"),
                            """
                            {"type": "FeatureCollection", "features": [
                             {"type": "Feature", "properties": {"time": "2016-07-05T00:00:00Z"},
                              "geometry": {"type": "Polygon", "coordinates": [[[130, 42], [130.1, 42], [130.1, 42.1], [130, 42]]]}},
                             {"type": "Feature", "properties": {"time": "2016-07-05T00:00:00Z"},
                              "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}},
                             {"type": "Feature", "properties": {"time": "2016-07-05T00:00:00Z"},
                              "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}}]}\
                            """)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(2, 3))
                    .body("rejected.field", contains("observation/outline", "geometry"));
        }

        @Test
        void isHeldAgainstItsScene() {
            given().auth()
                    .oauth2(Tokens.carl())
                    .contentType("application/json")
                    .body(
                            """
                            {"name": "IMPORTED-1", "sensor": "SAR", "provider": "a provider",
                             "acquisitionStart": "2016-07-06T02:00:00Z", "acquisitionEnd": "2016-07-06T02:00:25Z",
                             "footprint": {"type": "Polygon",
                               "coordinates": [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}}\
                            """)
                    .post("/api/imagery/v1/scenes")
                    .then()
                    .statusCode(201);

            send(
                            csv("in a scene"),
                            """
                            lat,lon,scene_id
                            42.5,130.5,IMPORTED-1
                            45.5,130.5,IMPORTED-1
                            42.5,130.5,OF-NO-KNOWN-TIME
                            """)
                    .body("accepted", equalTo(1))
                    .body("rejected.row", contains(3, 4))
                    .body("rejected.field", contains("latitudeDegrees", "at"));
        }
    }

    @Nested
    class ARealFile {

        @Test
        void ofKsatIsReadWithoutBeingToldItsColumns() throws IOException {
            var file =
                    PlatformResource.realInput(
                            "imagery/sar_ksat_rs2/pacific_RS2_20190817_041333_0074_DVWF_HH_SCS_749777_9350_29818031_GLOBAL-FISHING_VD.csv");
            assumeTrue(file.isPresent(), "real inputs are not laid out beside the checkout");
            byte[] bytes = Files.readAllBytes(file.get());
            int rows = new String(bytes, StandardCharsets.UTF_8).strip().split("\n").length - 1;

            var report =
                    csv("KSAT")
                            .body(bytes)
                            .post(PATH)
                            .then()
                            .statusCode(200)
                            .body("rejected", empty())
                            .extract()
                            .jsonPath();

            assertThat(report.getInt("accepted")).isEqualTo(rows);
            given().auth()
                    .oauth2(Tokens.carl())
                    .queryParam("from", "2019-08-17T04:13:40Z")
                    .queryParam("to", "2019-08-17T04:13:40Z")
                    .queryParam("limit", 200)
                    .get("/api/imagery/v1/sightings")
                    .then()
                    .body(
                            "items.find { it.label == '842fe531-5894-40e8-96e6-53f023ace35d' }.lengthMetres",
                            equalTo(50.28f))
                    .body(
                            "items.find { it.label == '842fe531-5894-40e8-96e6-53f023ace35d' }.from",
                            equalTo("2019-08-17T04:13:33.127Z"));
        }

        @Test
        void withoutTimesIsReadWithTheTimeOfItsScene() throws IOException {
            var file = PlatformResource.realInput("imagery/sar_allenai_s1_example_predictions.csv");
            assumeTrue(file.isPresent(), "real inputs are not laid out beside the checkout");
            byte[] bytes = Files.readAllBytes(file.get());

            csv("detector")
                    .body(bytes)
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("rejected", empty())
                    .body("accepted", equalTo(2));
            csv("detector")
                    .queryParam("from", "2021-11-30T02:52:11Z")
                    .queryParam("to", "2021-11-30T02:52:36Z")
                    .body(bytes)
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("rejected", empty())
                    .body("alreadyThere", equalTo(2));
        }
    }
}
