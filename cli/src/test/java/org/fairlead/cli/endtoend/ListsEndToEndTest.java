package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cli.endtoend.RunningPlatform.as;
import static org.fairlead.cli.endtoend.RunningPlatform.asIntegrator;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The real files of the days around the reference ship's listing.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListsEndToEndTest {

    @Test
    @Order(1)
    void versionsOfOfacsFileAnswerByWhatWasObserved() throws IOException {
        for (String file :
                new String[] {
                    "sdn_2022-05-06T1317", "sdn_2022-05-08T1850", "sdn_2024-05-03T1843"
                }) {
            String stamp = file.substring(4);
            String observedAt = stamp.substring(0, 13) + ":" + stamp.substring(13) + ":00Z";
            send("ofac-sdn", real("sanctions/ofac/" + file + ".csv"), observedAt)
                    .then()
                    .statusCode(201);
        }

        assertThat(statusOn("2022-05-06")).isEqualTo("not-listed/observed");
        assertThat(statusOn("2022-05-09")).isEqualTo("listed/observed");
        assertThat(statusOn("2024-02-09")).isEqualTo("listed/observed");
    }

    @Test
    @Order(2)
    void anEmptyAndAnExcelMangledFileAreSetAsideWhileTheOldOneServes() throws IOException {
        int before = currentVersion("ofac-sdn");

        var empty = send("ofac-sdn", new byte[0], "2024-05-04T00:00:00Z");
        var mangled =
                send(
                        "ofac-sdn",
                        Files.readAllBytes(
                                realPath("sanctions/ofac/2022-01_excel-resaved/sdn.csv")),
                        "2024-05-05T00:00:00Z");

        for (Response quarantined : new Response[] {empty, mangled}) {
            assertThat(quarantined.statusCode()).isEqualTo(202);
            assertThat(quarantined.jsonPath().getString("status")).isEqualTo("quarantined");
            assertThat(quarantined.jsonPath().getString("reason")).isNotBlank();
        }
        assertThat(currentVersion("ofac-sdn")).isEqualTo(before);
        assertThat(statusOn("2024-02-09")).isEqualTo("listed/observed");
    }

    @Test
    @Order(3)
    void aUnitedNationsFileIsTakenInAndAMalformedOneSetAside() throws IOException {
        send("un-sc", real("sanctions/un/un_consolidated_2020-12-08.xml"), "2020-12-08T00:00:00Z")
                .then()
                .statusCode(201);

        var malformed =
                send(
                        "un-sc",
                        real("sanctions/un/un_consolidated_2025-08-18_MALFORMED.xml"),
                        "2025-08-18T00:00:00Z");

        assertThat(malformed.statusCode()).isEqualTo(202);
        assertThat(malformed.jsonPath().getString("reason")).contains("line");
    }

    @Test
    @Order(4)
    void theReferenceShipOnAisIsMatchedByHerImoNumber() {
        var match =
                RunningPlatform.await(
                        "the match",
                        () -> as("carl").get("/api/sanctions/v1/matches?imo=9179842"),
                        page ->
                                page.getList("items.listing.list", String.class)
                                        .contains("ofac-sdn"));

        assertThat(
                        match.getList(
                                "items.find { it.listing.list == 'ofac-sdn' }.matchedBy",
                                String.class))
                .contains("imo");
    }

    private static String statusOn(String date) {
        var answers =
                as("carl")
                        .get("/api/sanctions/v1/vessels/9179842/listings?asOf=" + date)
                        .jsonPath();
        return answers.getString("answers.find { it.list == 'ofac-sdn' }.status")
                + "/"
                + answers.getString("answers.find { it.list == 'ofac-sdn' }.basis");
    }

    private static int currentVersion(String list) {
        return as("carl")
                .get("/api/sanctions/v1/lists")
                .jsonPath()
                .getInt("items.find { it.id == '" + list + "' }.currentVersion");
    }

    private static Response send(String list, byte[] bytes, String observedAt) {
        return asIntegrator()
                .contentType("application/octet-stream")
                .body(bytes)
                .post("/api/sanctions/v1/lists/" + list + "/versions?observedAt=" + observedAt);
    }

    private static byte[] real(String path) throws IOException {
        return Files.readAllBytes(realPath(path));
    }

    private static Path realPath(String path) {
        var file = RunningPlatform.realInput(path);
        assumeTrue(file.isPresent(), "SKIPPED: the real inputs are not beside the checkout");
        return file.get();
    }
}
