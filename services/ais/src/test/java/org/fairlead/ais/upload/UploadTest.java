package org.fairlead.ais.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fairlead.ais.Nmea;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class UploadTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Spool spool;

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    private static RequestSpecification file(byte[] body) {
        return carl().contentType("application/octet-stream").body(body);
    }

    private static JsonPath done(String job) {
        return await().atMost(SOON)
                .until(
                        () -> carl().get("/api/ais/v1/jobs/" + job).then().extract().jsonPath(),
                        view -> !view.getString("state").matches("queued|running"));
    }

    private static String upload(byte[] body) {
        return file(body).post("/api/ais/v1/uploads").then().statusCode(202).extract().path("id");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] voyage(int mmsi, int fixes) {
        var nmea = new Nmea().identity(mmsi, NOON, 9179842, "NORTHERN STAR", "UBXY3");
        for (int i = 0; i < fixes; i++) {
            nmea.position(mmsi, NOON.plusSeconds(60L * i), 42.0 + i * 0.001, 132.0);
        }
        return nmea.bytes();
    }

    private static void awaitFixes(int mmsi, int fixes) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        carl().get("/api/ais/v1/vessels/" + mmsi)
                                .then()
                                .statusCode(200)
                                .body("fixes", equalTo(fixes)));
    }

    @Nested
    class AFileOfSentences {

        @Test
        void becomesATrackAndAVesselThatCanBeFound() {
            String job =
                    file(voyage(273000001, 20))
                            .header("Fairlead-File-Name", "a%20voyage.nmea")
                            .post("/api/ais/v1/uploads?source=pier&synthetic=true")
                            .then()
                            .statusCode(202)
                            .header("Location", containsString("/api/ais/v1/jobs/"))
                            .extract()
                            .path("id");

            var view = done(job);

            assertThat(view.getString("state")).isEqualTo("done");
            assertThat(view.getString("fileName")).isEqualTo("a voyage.nmea");
            assertThat(view.getInt("counts.fixes")).isEqualTo(20);
            assertThat(view.getInt("counts.messages")).isEqualTo(21);
            assertThat(view.getInt("messagesByType.1")).isEqualTo(20);
            assertThat(view.getInt("messagesByType.5")).isEqualTo(1);
            assertThat(view.getDouble("progress")).isEqualTo(1.0);
            awaitFixes(273000001, 20);
            for (String query :
                    new String[] {
                        "273000001", "9179842", "northern", "star", "ubxy", "IMO 9179842"
                    }) {
                carl().queryParam("q", query)
                        .get("/api/ais/v1/vessels")
                        .then()
                        .statusCode(200)
                        .body("items.mmsi", hasItem("273000001"));
            }
            carl().get("/api/ais/v1/vessels/273000001")
                    .then()
                    .body("name", is("NORTHERN STAR"))
                    .body("imo", is("9179842"))
                    .body("flagClaimedByMid", is("RU"))
                    .body("shipType", is("cargo"))
                    .body("lengthMetres", is(100))
                    .body("synthetic", is(true))
                    .body("sources", hasItem("pier"))
                    .body("lastPosition.at", is("2024-01-02T12:19:00Z"))
                    .body("identities", hasSize(1));
        }

        @Test
        void comesBackAsGeoJsonAndCsv() {
            done(upload(voyage(273000002, 30)));
            awaitFixes(273000002, 30);

            carl().get("/api/ais/v1/vessels/273000002/track")
                    .then()
                    .statusCode(200)
                    .contentType("application/geo+json")
                    .body("features", hasSize(1))
                    .body("features[0].geometry.type", is("LineString"))
                    .body("features[0].geometry.coordinates", hasSize(30))
                    .body("features[0].properties.fixes", is(30))
                    .body("features[0].properties.times", hasSize(30));
            String csv =
                    carl().get(
                                    "/api/ais/v1/vessels/273000002/track?format=csv"
                                            + "&from=2024-01-02T12:10:00Z&to=2024-01-02T12:12:00Z")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();

            assertThat(csv.lines())
                    .hasSize(4)
                    .element(1)
                    .isEqualTo("2024-01-02T12:10:00Z,42.010000,132.000000,12.3,45.6,46,0,1,false");
        }

        @Test
        void isFoundNearItsPlaceAtItsTime() {
            done(upload(voyage(273000003, 30)));
            awaitFixes(273000003, 30);

            var near =
                    carl().get(
                                    "/api/ais/v1/vessels/near?latitudeDegrees=42.0105"
                                            + "&longitudeDegrees=132&radiusNauticalMiles=1"
                                            + "&at=2024-01-02T12:10:30Z")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();

            var ours = near.getMap("items.find { it.vessel.mmsi == '273000003' }");
            assertThat(ours).containsEntry("isInterpolated", true);
            assertThat(
                            near.getDouble(
                                    "items.find { it.vessel.mmsi == '273000003' }.latitudeDegrees"))
                    .isBetween(42.01049, 42.01051);
        }

        @Test
        void isTakenOnceHoweverOftenItIsSent() {
            byte[] body = voyage(273000004, 10);
            String first = upload(body);
            done(first);

            file(body).post("/api/ais/v1/uploads").then().statusCode(200).body("id", is(first));

            awaitFixes(273000004, 10);
        }

        @Test
        void mayBeCompressedWhateverItIsCalled() throws IOException {
            String job =
                    carl().contentType("text/plain")
                            .body(gzip(voyage(273000005, 10)))
                            .post("/api/ais/v1/uploads")
                            .then()
                            .statusCode(202)
                            .extract()
                            .path("id");

            assertThat(done(job).getInt("counts.fixes")).isEqualTo(10);
        }
    }

    @Nested
    class ACompressedFile {

        @Test
        void mayBeZstandard() throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zstd = new ZstdOutputStream(out)) {
                zstd.write(voyage(273000051, 500));
            }

            assertThat(done(upload(out.toByteArray())).getInt("counts.fixes")).isEqualTo(500);
            awaitFixes(273000051, 500);
        }

        @Test
        void mayBeAZipOfSeveralLogsWhichAreReadOneAfterTheOther() throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("logs/"));
                zip.putNextEntry(new ZipEntry("logs/monday.nmea"));
                zip.write(voyage(273000052, 300));
                zip.putNextEntry(new ZipEntry("logs/tuesday.nmea"));
                zip.write(voyage(273000053, 200));
            }

            assertThat(done(upload(out.toByteArray())).getInt("counts.fixes")).isEqualTo(500);
            awaitFixes(273000052, 300);
            awaitFixes(273000053, 200);
        }

        @Test
        void cutShortKeepsWhatCameBeforeAndSaysSo() throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zstd = new ZstdOutputStream(out)) {
                var random = new Random(5);
                for (int part = 0; part < 60; part++) {
                    zstd.write(voyage(273_100_000 + random.nextInt(90_000), 400));
                    zstd.flush();
                }
            }
            byte[] whole = out.toByteArray();

            var view = done(upload(Arrays.copyOf(whole, whole.length / 2)));

            assertThat(view.getString("state")).isEqualTo("done");
            assertThat(view.getInt("counts.fixes")).isBetween(1_000, 60 * 400 - 1);
            assertThat(view.getMap("rejectsByReason").keySet().toString()).contains("zstd");
        }
    }

    @Nested
    class ADamagedFile {

        @Test
        void cutShortInItsCompressionKeepsWhatCameBefore() throws IOException {
            byte[] whole = gzip(voyage(273000006, 5000));
            String job = upload(Arrays.copyOf(whole, whole.length / 2));

            var view = done(job);

            assertThat(view.getString("state")).isEqualTo("done");
            assertThat(view.getInt("counts.fixes")).isBetween(1000, 4500);
            assertThat(view.getInt("rejectsByReason.truncated-gzip")).isEqualTo(1);
            carl().get("/api/ais/v1/jobs/" + job + "/rejects")
                    .then()
                    .body("items.reason", hasItem("truncated-gzip"))
                    .body("items.find { it.reason == 'truncated-gzip' }.line", notNullValue());
        }

        @Test
        void ofNothingButBytesFailsWithASentence() {
            byte[] noise = new byte[300_000];
            new Random(1).nextBytes(noise);
            String job = upload(noise);

            var view = done(job);

            assertThat(view.getString("state")).isEqualTo("failed");
            assertThat(view.getString("error")).contains("No AIS message");
            assertThat(view.getInt("counts.rejected")).isGreaterThan(100);
            carl().get("/api/ais/v1/jobs/" + job + "/rejects?limit=3")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(3))
                    .body("nextCursor", notNullValue());
        }

        @Test
        void thatFailedMayBeSentAgain() {
            byte[] noise = new byte[30_000];
            new Random(2).nextBytes(noise);
            String failed = upload(noise);
            done(failed);

            String again = upload(noise);

            assertThat(again).isNotEqualTo(failed);
            assertThat(done(again).getString("state")).isEqualTo("failed");
            carl().get("/api/ais/v1/jobs/" + failed).then().statusCode(404);
        }

        @Test
        void withALineOfTenMegabytesLosesOnlyThatLine() {
            var nmea = new Nmea().line("x".repeat(10_000_000));
            nmea.position(273000007, NOON, 10, 10);
            String job = upload(nmea.bytes());

            var view = done(job);

            assertThat(view.getInt("counts.fixes")).isEqualTo(1);
            assertThat(view.getInt("counts.rejected")).isEqualTo(1);
            assertThat(view.getInt("rejectsByReason.too-long")).isEqualTo(1);
        }

        @Test
        void listsEachRejectWithItsLineAndReason() {
            var nmea = new Nmea().position(273000008, NOON, 10, 10);
            nmea.line("!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*00");
            String job = upload(nmea.bytes());
            done(job);

            carl().get("/api/ais/v1/jobs/" + job + "/rejects")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].line", is(2))
                    .body("items[0].reason", is("checksum"))
                    .body("items[0].text", containsString("!AIVDM,1,1,,A,13@"));
        }
    }

    @Nested
    class AFileWithoutTimes {

        private final byte[] sentences =
                "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23\n"
                        .getBytes(StandardCharsets.US_ASCII);

        @Test
        void isRejectedLineByLineAndMayBeSentAgainWithItsStart() {
            var without = done(upload(sentences));
            assertThat(without.getInt("rejectsByReason.no-time")).isEqualTo(1);
            assertThat(without.getInt("counts.fixes")).isZero();

            String again =
                    file(sentences)
                            .post("/api/ais/v1/uploads?startedAt=2024-01-02T12:00:00Z")
                            .then()
                            .statusCode(202)
                            .extract()
                            .path("id");

            assertThat(done(again).getInt("counts.fixes")).isEqualTo(1);
        }
    }

    @Nested
    class ARefusal {

        private void refused(RequestSpecification request, int status, String code) {
            request.post("/api/ais/v1/uploads")
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("code", is(code))
                    .body("detail", notNullValue());
        }

        @Test
        void meetsAnEmptyFile() {
            refused(file(new byte[0]), 422, "invalid");
        }

        @Test
        void meetsAnotherContentType() {
            for (String type : new String[] {"application/json", "image/png"}) {
                refused(
                        carl().contentType(type).body("{}".getBytes(StandardCharsets.UTF_8)),
                        415,
                        "unsupported-media-type");
            }
        }

        @Test
        void meetsAForm() {
            refused(
                    carl().multiPart("file", "a.nmea", voyage(273000009, 1)),
                    415,
                    "unsupported-media-type");
        }

        /// Refused by what it announces, before a byte of it has been sent.
        @Test
        void meetsABodyOverTheLimit() throws IOException {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                String head =
                        "POST /api/ais/v1/uploads HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer "
                                + Tokens.carl()
                                + "\r\nContent-Type: application/octet-stream\r\n"
                                + "Content-Length: 3000000000\r\n\r\n";
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                var answer =
                        new String(
                                socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);

                assertThat(answer).startsWith("HTTP/1.1 413");
            }
        }

        @Test
        void meetsASenderThatGoesAway() throws IOException {
            try (var log = new LoggedLines()) {
                try (var _ =
                        new BrokenUpload(
                                "POST /api/ais/v1/uploads",
                                "Content-Type: application/octet-stream\r\n",
                                1_000,
                                new byte[300])) {
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(halfFiles()).containsExactly(300L));
                }

                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(log.lines())
                                        .anyMatch(line ->
                                                line.startsWith("INFO upload broken off")
                                                        && line.endsWith("offset=300")));
                assertThat(log.lines()).noneMatch(line -> line.contains("unforeseen"));
                assertThat(halfFiles()).isEmpty();
            }
        }

        /// The sizes of files that are arriving.
        private List<Long> halfFiles() throws IOException {
            var sizes = new ArrayList<Long>();
            var directory = spool.file(UUID.randomUUID()).resolveSibling("");
            try (var halves = Files.newDirectoryStream(directory, "*.part")) {
                for (Path half : halves) {
                    sizes.add(Files.size(half));
                }
            }
            return sizes;
        }

        @Test
        void meetsADigestThatDoesNotFit() {
            refused(
                    file(voyage(273000009, 1))
                            .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:"),
                    400,
                    "digest-mismatch");
        }

        @Test
        void meetsAWrongParameter() {
            refused(
                    file(voyage(273000009, 1)).queryParam("startedAt", "yesterday"),
                    422,
                    "invalid");
            refused(file(voyage(273000009, 1)).queryParam("synthetic", "maybe"), 422, "invalid");
        }

        @Test
        void meetsATokenThatDoesNotCount() {
            byte[] body = voyage(273000009, 1);
            for (String token :
                    new String[] {
                        Tokens.expired(), Tokens.ofAnotherIssuer(), Tokens.signedByAnotherKey()
                    }) {
                refused(
                        given().auth()
                                .oauth2(token)
                                .contentType("application/octet-stream")
                                .body(body),
                        401,
                        "unauthenticated");
            }
            for (String token :
                    new String[] {
                        Tokens.stranger(), Tokens.amir(), Tokens.integrator("sightings:write")
                    }) {
                refused(
                        given().auth()
                                .oauth2(token)
                                .contentType("application/octet-stream")
                                .body(body),
                        403,
                        "forbidden");
            }
        }

        @Test
        void meetsWhatIsNotThere() {
            for (String path :
                    new String[] {
                        "jobs/1",
                        "jobs/4a9f8a44-5b52-4b0e-8b7c-0a3f1e1ad111",
                        "vessels/999999999",
                        "vessels/abc"
                    }) {
                carl().get("/api/ais/v1/" + path)
                        .then()
                        .statusCode(404)
                        .body("code", is("not-found"));
            }
        }
    }

    /// The Danish sample: messages are sentences less the first of the 49 pairs, and every position
    /// report is a fix, a duplicate, or not a ship's. A change of the decoder or of hygiene shows.
    @Test
    void theDanishSampleGivesItsCounts() throws IOException {
        var sample = PlatformResource.realInput("ais/dma-2013-pghp-part1.nmea");
        assumeTrue(sample.isPresent(), "real input is not laid out: ais/dma-2013-pghp-part1.nmea");

        var view = done(upload(Files.readAllBytes(sample.get())));

        assertThat(view.getString("state")).isEqualTo("done");
        assertThat(view.<String, Integer>getMap("counts"))
                .containsEntry("lines", 40_122)
                .containsEntry("sentences", 13_105)
                .containsEntry("messages", 13_056)
                .containsEntry("fixes", 12_313)
                .containsEntry("duplicates", 14)
                .containsEntry("ignored", 27_017)
                .containsEntry("notShips", 643)
                .containsEntry("withoutPosition", 0)
                .containsEntry("rejected", 0);
        assertThat(view.<String, Integer>getMap("messagesByType"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "1", 10_098, "3", 1_998, "4", 613, "5", 49, "18", 247, "21", 14,
                                "24", 37));
    }
}
