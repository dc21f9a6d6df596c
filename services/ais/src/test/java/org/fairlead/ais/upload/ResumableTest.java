package org.fairlead.ais.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.fairlead.ais.Nmea;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class ResumableTest {

    private static final String BASE = "/api/ais/v1/uploads/resumable";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2023-04-05T06:00:00Z");

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl()).header("Tus-Resumable", "1.0.0");
    }

    private static byte[] voyage(int mmsi, int fixes) {
        var nmea = new Nmea();
        for (int i = 0; i < fixes; i++) {
            nmea.position(mmsi, AT.plusSeconds(60L * i), 42.0 + i * 0.001, 132.0);
        }
        return nmea.bytes();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String begin(int length) {
        return carl().header("Upload-Length", length)
                .header(
                        "Upload-Metadata",
                        "filename " + base64("großer hafen.nmea") + ",source " + base64("hafen"))
                .post(BASE)
                .then()
                .statusCode(201)
                .header("Tus-Resumable", "1.0.0")
                .extract()
                .header("Location");
    }

    private static RequestSpecification piece(long offset, byte[] bytes) {
        return carl().contentType("application/offset+octet-stream")
                .header("Upload-Offset", offset)
                .body(bytes);
    }

    @Test
    void aFileGoesOnWhereItBrokeOff() {
        byte[] file = voyage(273500001, 30);
        String address = begin(file.length);
        piece(0, Arrays.copyOf(file, 500))
                .patch(address)
                .then()
                .statusCode(204)
                .header("Upload-Offset", "500");
        // The sender does not know what arrived, and asks.
        piece(0, file).patch(address).then().statusCode(409).body("detail", containsString("500"));
        carl().head(address)
                .then()
                .statusCode(200)
                .header("Upload-Offset", "500")
                .header("Upload-Length", "" + file.length);

        String job =
                piece(500, Arrays.copyOfRange(file, 500, file.length))
                        .patch(address)
                        .then()
                        .statusCode(204)
                        .header("Upload-Offset", "" + file.length)
                        .extract()
                        .header("Fairlead-Job");

        await().atMost(SOON)
                .untilAsserted(() ->
                        carl().get(job)
                                .then()
                                .body("state", equalTo("done"))
                                .body("fileName", equalTo("großer hafen.nmea"))
                                .body("source", equalTo("hafen"))
                                .body("counts.fixes", equalTo(30)));
        carl().head(address).then().statusCode(404);
    }

    @Test
    void aSenderThatGoesAwayIsNoFaultOfThisSide() throws IOException {
        byte[] file = voyage(273500002, 30);
        String address = begin(file.length);
        try (var log = new LoggedLines()) {
            try (var _ =
                    new BrokenUpload(
                            "PATCH " + URI.create(address).getPath(),
                            "Content-Type: application/offset+octet-stream\r\n"
                                    + "Upload-Offset: 0\r\n",
                            file.length,
                            Arrays.copyOf(file, 500))) {
                await().atMost(SOON)
                        .untilAsserted(
                                () -> carl().head(address).then().header("Upload-Offset", "500"));
            }

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(log.lines())
                                    .anyMatch(line ->
                                            line.startsWith("INFO upload broken off")
                                                    && line.endsWith(
                                                            "offset=500 of=" + file.length)));
            assertThat(log.lines()).noneMatch(line -> line.contains("unforeseen"));
        }

        piece(500, Arrays.copyOfRange(file, 500, file.length))
                .patch(address)
                .then()
                .statusCode(204);
    }

    @Test
    void moreThanWasAnnouncedIsRefused() {
        String address = begin(10);

        piece(0, new byte[11]).patch(address).then().statusCode(413);
        piece(0, new byte[4]).patch(address).then().statusCode(204);

        carl().delete(address).then().statusCode(204);
        carl().head(address).then().statusCode(404);
    }

    @Test
    void whatIsMissingIsNamed() {
        carl().post(BASE)
                .then()
                .statusCode(422)
                .body("errors.pointer[0]", equalTo("Upload-Length"));
        carl().header("Upload-Length", 5)
                .header("Upload-Metadata", "sourceClass " + base64("deep"))
                .post(BASE)
                .then()
                .statusCode(422);
        carl().options(BASE)
                .then()
                .statusCode(204)
                .header("Tus-Version", "1.0.0")
                .header("Tus-Extension", containsString("creation"));
    }
}
