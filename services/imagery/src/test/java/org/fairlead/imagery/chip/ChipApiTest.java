package org.fairlead.imagery.chip;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
@SuppressWarnings("NullAway.Init")
class ChipApiTest {

    private static final String PATH = "/api/imagery/v1/sightings";

    @TestHTTPResource URI service;

    @ConfigProperty(name = "fairlead.chip.directory")
    Path directory;

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    private static String sighting(String label) {
        return carl().contentType("application/json")
                .body(
                        """
                        {"at": "2023-09-07T01:30:00Z", "latitudeDegrees": 42.2, "longitudeDegrees": 130.3,
                         "label": "%s", "sensor": "optical", "source": "a test of chips"}\
                        """
                                .formatted(label))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String at(String sighting, String name) {
        return PATH + "/" + sighting + "/chips/" + name;
    }

    private static ValidatableResponse put(String sighting, String name, byte[] content) {
        return carl().contentType("application/octet-stream")
                .body(content)
                .put(at(sighting, name))
                .then();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(byte[] content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(content)) + ":";
    }

    @Test
    void aPictureIsKeptByItsHashAndGivenBackByteForByte() {
        String sighting = sighting("kept");
        byte[] png = Pictures.of("png", 64, 48);

        carl().header("Content-Digest", digest(png))
                .queryParam("metresPerPixel", 0.5)
                .queryParam("xPixels", 30)
                .queryParam("graphic", true)
                .contentType("image/jpeg")
                .body(png)
                .put(at(sighting, "ship.png"))
                .then()
                .statusCode(201)
                .header("Content-Digest", equalTo(digest(png)))
                .body("sha256", equalTo(HexFormat.of().formatHex(sha256(png))))
                .body("mediaType", equalTo("image/png"))
                .body("widthPixels", equalTo(64))
                .body("heightPixels", equalTo(48))
                .body("isGraphic", equalTo(true))
                .body("metresPerPixel", equalTo(0.5f))
                .body("addedBy", equalTo("carl"));
        carl().get(PATH + "/" + sighting + "/chips")
                .then()
                .statusCode(200)
                .body("items.name", contains("ship.png"));

        var answer =
                carl().get(at(sighting, "ship.png"))
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .header("Content-Digest", equalTo(digest(png)))
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .header("Content-Security-Policy", containsString("sandbox"))
                        .header("Content-Disposition", startsWith("attachment"))
                        .extract();
        assertThat(answer.asByteArray()).isEqualTo(png);
        String tag = answer.header("ETag");
        carl().header("If-None-Match", tag).get(at(sighting, "ship.png")).then().statusCode(304);
    }

    @Test
    void apartOfAPictureCanBeAskedFor() {
        String sighting = sighting("range");
        byte[] png = Pictures.of("png", 64, 48);
        put(sighting, "a.png", png).statusCode(201);

        byte[] part =
                carl().header("Range", "bytes=8-15")
                        .get(at(sighting, "a.png"))
                        .then()
                        .statusCode(206)
                        .header("Content-Range", equalTo("bytes 8-15/" + png.length))
                        .extract()
                        .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(png, 8, 16));
        carl().header("Range", "bytes=8-15")
                .header("If-Range", "\"another\"")
                .get(at(sighting, "a.png"))
                .then()
                .statusCode(200);
        carl().header("Range", "bytes=" + png.length + "-")
                .get(at(sighting, "a.png"))
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */" + png.length));
    }

    @Test
    void theSamePictureTwiceIsOneAndAnotherNeverReplacesIt() {
        String sighting = sighting("same");
        byte[] png = Pictures.of("png", 10, 10);

        put(sighting, "a.png", png).statusCode(201);
        put(sighting, "a.png", png).statusCode(200);
        put(sighting, "a.png", Pictures.of("png", 11, 10))
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void aWrongDigestIsRefusedAndNothingIsKept() {
        String sighting = sighting("digest");
        byte[] png = Pictures.of("png", 77, 10);

        carl().header("Content-Digest", digest("something else".getBytes(StandardCharsets.UTF_8)))
                .body(png)
                .put(at(sighting, "a.png"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("digest-mismatch"));
        carl().header("Content-Digest", "sha-256=:not base64:")
                .body(png)
                .put(at(sighting, "a.png"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("Content-Digest"));

        carl().get(at(sighting, "a.png")).then().statusCode(404);
        String hash = HexFormat.of().formatHex(sha256(png));
        assertThat(
                        directory.resolve(
                                "kept/"
                                        + hash.substring(0, 2)
                                        + "/"
                                        + hash.substring(2, 4)
                                        + "/"
                                        + hash))
                .doesNotExist();
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aPictureOfTwoGigabytesIsRefusedBeforeItIsSent() throws IOException {
        String sighting = sighting("huge");
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("PUT "
                                            + at(sighting, "huge.png")
                                            + " HTTP/1.1\r\n"
                                            + "Host: localhost\r\nAuthorization: Bearer "
                                            + Tokens.carl()
                                            + "\r\nContent-Type: image/png\r\nContent-Length: 2147483648\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));

            var answer =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aPictureOverTheBoundIsRefusedHoweverItIsSent() {
        String sighting = sighting("large");
        byte[] large = new byte[500_001];

        put(sighting, "large.png", large)
                .statusCode(413)
                .body("detail", containsString("500000 bytes"));
    }

    @Test
    void aDecompressionBombIsRefusedByItsHeader() {
        put(sighting("bomb"), "bomb.png", Pictures.pngAnnouncing(200_000, 200_000))
                .statusCode(422)
                .body("errors.pointer", contains("body"))
                .body("errors[0].detail", containsString("200000 by 200000 pixels"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg> | 415",
                "<html><script>alert(1)</script></html> | 415",
                "GIF89a....................... | 415",
            })
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String content, int status) {
        carl().contentType("image/png")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put(at(sighting("no picture " + content.hashCode()), "a.png"))
                .then()
                .statusCode(status)
                .body("detail", containsString("PNG, JPEG, WebP or TIFF"));
    }

    @Test
    void anExifScriptIsKeptAsEvidenceAndNeverShown() throws IOException {
        String sighting = sighting("script");
        byte[] hostile = Pictures.jpegWithScripts(40, 30);
        put(sighting, "a.jpg", hostile).statusCode(201).body("mediaType", equalTo("image/jpeg"));

        byte[] original = carl().get(at(sighting, "a.jpg")).asByteArray();
        var view =
                carl().get(at(sighting, "a.jpg") + "/view")
                        .then()
                        .statusCode(200)
                        .contentType("image/jpeg")
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                        .extract()
                        .asByteArray();

        assertThat(original).isEqualTo(hostile);
        assertThat(new String(view, StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(view)).getWidth()).isEqualTo(40);
    }

    @Test
    void aTiffIsKeptButNotShown() {
        String sighting = sighting("tiff");
        put(sighting, "a.tif", Pictures.of("tiff", 8, 8)).statusCode(201);

        carl().get(at(sighting, "a.tif") + "/view").then().statusCode(406);
        carl().get(at(sighting, "a.tif")).then().statusCode(200).contentType("image/tiff");
    }

    @Test
    void anEmptyBodyABadNameAndABadNumberAreNamed() {
        String sighting = sighting("faults");

        put(sighting, "a.png", new byte[0])
                .statusCode(422)
                .body("errors.pointer", contains("body"));
        put(sighting, "a b.png", Pictures.of("png", 2, 2))
                .statusCode(422)
                .body("errors.pointer", contains("name"));
        carl().queryParam("metresPerPixel", "NaN")
                .body(Pictures.of("png", 2, 2))
                .put(at(sighting, "a.png"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/metresPerPixel"));
    }

    @Test
    void whoMayNotIsTurnedAwayAndNothingIsNotFound() {
        byte[] png = Pictures.of("png", 2, 2);
        String sighting = sighting("access");
        given().body(png).put(at(sighting, "a.png")).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.stranger())
                .body(png)
                .put(at(sighting, "a.png"))
                .then()
                .statusCode(403);
        put("00000000-0000-0000-0000-000000000000", "a.png", png).statusCode(404);
        carl().get(at(sighting, "a.png")).then().statusCode(404);
        carl().get(PATH + "/00000000-0000-0000-0000-000000000000/chips").then().statusCode(404);
    }

    /// The sender dies in the middle: no picture, nothing on the way, and the same again is one.
    @Test
    void anUploadThatBreaksOffLeavesNothingAndCanBeRepeated() throws IOException {
        String sighting = sighting("broken off");
        byte[] png = Pictures.of("png", 300, 300);
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            var out = socket.getOutputStream();
            out.write(
                    ("PUT "
                                    + at(sighting, "ship.png")
                                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Tokens.carl()
                                    + "\r\nContent-Type: image/png\r\nContent-Length: "
                                    + png.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(png, 0, png.length / 2);
            out.flush();
        }

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(directory.resolve("spool")).isEmptyDirectory());
        carl().get(PATH + "/" + sighting + "/chips").then().body("items", empty());
        assertThat(kept(png)).doesNotExist();

        put(sighting, "ship.png", png).statusCode(201);
        put(sighting, "ship.png", png).statusCode(200);

        carl().get(PATH + "/" + sighting + "/chips")
                .then()
                .body("items.name", contains("ship.png"));
        assertThat(kept(png)).hasBinaryContent(png);
    }

    /// The service died between keeping the bytes and naming them.
    @Test
    void bytesThatNobodyNamedAreFoundAgainByTheSameUpload() throws IOException {
        String sighting = sighting("killed between");
        byte[] png = Pictures.of("png", 301, 17);
        Files.createDirectories(Objects.requireNonNull(kept(png).getParent()));
        Files.write(kept(png), png);

        put(sighting, "ship.png", png).statusCode(201);

        assertThat(carl().get(at(sighting, "ship.png")).asByteArray()).isEqualTo(png);
    }

    private Path kept(byte[] content) {
        String hash = HexFormat.of().formatHex(sha256(content));
        return directory
                .resolve("kept")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    @Test
    void nothingIsLeftOnTheWay() throws IOException {
        put(sighting("left nothing"), "ship.png", Pictures.of("png", 8, 8)).statusCode(201);
        try (var spooled = Files.list(directory.resolve("spool"))) {
            assertThat(spooled).isEmpty();
        }
    }
}
