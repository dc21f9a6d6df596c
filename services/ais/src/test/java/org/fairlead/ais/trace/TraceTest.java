package org.fairlead.ais.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fairlead.ais.Nmea;
import org.fairlead.ais.instance.Instance;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class TraceTest {

    private static final Instant AT = Instant.parse("2024-03-05T06:07:08Z");

    @Inject Instance instance;

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    private static String upload(Nmea file) {
        String job =
                carl().contentType("application/octet-stream")
                        .body(file.bytes())
                        .post("/api/ais/v1/uploads?source=traced")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> carl().get("/api/ais/v1/jobs/" + job).path("state"), "done"::equals);
        return job;
    }

    @Test
    void aFixLeadsToEverySentenceItWasHeardIn() {
        int mmsi = 273400001;
        String job =
                upload(
                        new Nmea()
                                .position(273400009, AT, 5, 5)
                                .position(mmsi, AT, 10, 20)
                                .position(mmsi, AT, 10, 20)
                                .position(mmsi, AT.plusSeconds(60), 10, 20.001));

        var found =
                carl().get("/api/ais/v1/vessels/" + mmsi + "/sentences?at=" + AT)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(found.getList("items.isFirst")).containsExactly(true, false);
        assertThat(found.getString("items[0].receiver")).isEqualTo("test");
        assertThat(found.getString("items[0].text")).contains("!AIVDM");
        assertThat(found.getInt("items[0].line")).isEqualTo(2);
        assertThat(found.getString("items[0].archive.subject")).isEqualTo(job);
    }

    @Test
    void theArchiveTellsWhenAFileIsNoLongerWhatItWas() throws IOException {
        String job = upload(new Nmea().position(273400002, AT, 11, 21));
        carl().get("/api/ais/v1/archive/verification")
                .then()
                .statusCode(200)
                .body("isIntact", equalTo(true));
        Path file;
        try (var files = Files.newDirectoryStream(instance.directory("archive"), "*" + job + "*")) {
            file = files.iterator().next();
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(file, altered);
        try {
            carl().get("/api/ais/v1/archive/verification")
                    .then()
                    .body("isIntact", equalTo(false))
                    .body("firstFault.kind", equalTo("altered"));
        } finally {
            Files.write(file, whole);
        }
    }
}
