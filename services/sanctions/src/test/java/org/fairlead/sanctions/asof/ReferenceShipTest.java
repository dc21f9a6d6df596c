package org.fairlead.sanctions.asof;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The ship of the reference case, in OFAC's own files.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class ReferenceShipTest {

    private static final String IMO = "9179842";

    @BeforeEach
    void theRealFilesAreTakenIn() throws IOException {
        SanctionsApi.forgetEverything();
        upload("sdn_2022-05-06T1317.csv", "2022-05-06T13:17:00Z");
        upload("sdn_2022-05-08T1850.csv", "2022-05-08T18:50:00Z");
        upload("sdn_2024-05-03T1843.csv", "2024-05-03T18:43:00Z");
    }

    private static void upload(String file, String observedAt) throws IOException {
        var path = PlatformResource.realInput("sanctions/ofac/" + file);
        assumeTrue(path.isPresent(), "real input absent: sanctions/ofac/" + file);
        SanctionsApi.upload("ofac-sdn", observedAt, Files.readAllBytes(path.get())).statusCode(201);
    }

    @Test
    void wasNotListedOnTheSixthOfMay2022() {
        ofac(asOf("2022-05-06"), "not-listed", "observed");
    }

    @Test
    void isNotKnownForTheDayBetweenTheFiles() {
        ofac(asOf("2022-05-07"), "unknown", "between-observations")
                .body("answers.find{it.list=='ofac-sdn'}.before.version", equalTo(1))
                .body("answers.find{it.list=='ofac-sdn'}.after.version", equalTo(2));
    }

    @Test
    void wasListedOnTheNinthOfMay2022() {
        ofac(asOf("2022-05-09"), "listed", "observed")
                .body("answers.find{it.list=='ofac-sdn'}.listing.sourceId", equalTo("37059"))
                .body(
                        "answers.find{it.list=='ofac-sdn'}.listing.programs",
                        hasItem("RUSSIA-EO14024"));
    }

    @Test
    void wasNotCoveredBeforeTheFirstFile() {
        ofac(asOf("2022-05-05"), "unknown", "no-coverage")
                .body("answers.find{it.list=='ofac-sdn'}.before", nullValue());
    }

    @Test
    void wasListedByTheUnitedStatesOnlyWhenSeenAtZhoushan() {
        fact("European Union", "eu-833-annex-xlii", "2024-06-25");
        fact("United Kingdom", "uk-sl", "2024-07-31");

        var february = asOf("2024-02-09");
        var august = asOf("2024-08-01");

        ofac(february, "listed", "observed")
                .body(at("eu-833-annex-xlii", "status"), equalTo("not-listed"))
                .body(at("eu-833-annex-xlii", "basis"), equalTo("claimed"))
                .body(at("uk-sl", "status"), equalTo("not-listed"));
        august.body(at("ofac-sdn", "status"), equalTo("listed"))
                .body(at("eu-833-annex-xlii", "status"), equalTo("listed"))
                .body(at("uk-sl", "status"), equalTo("listed"))
                .body(at("uk-sl", "basis"), equalTo("claimed"));
    }

    private static void fact(String authority, String list, String listedOn) {
        SanctionsApi.as(Tokens.integrator("lists:write"))
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"authority": "%s", "list": "%s", "imo": "%s", "name": "ANGARA",
                         "listedOn": "%s", "source": "official journal"}
                        """
                                .formatted(authority, list, IMO, listedOn))
                .post("reference-facts")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse asOf(String date) {
        return SanctionsApi.get("vessels/{imo}/listings?asOf={date}", IMO, date).statusCode(200);
    }

    private static ValidatableResponse ofac(
            ValidatableResponse answer, String status, String basis) {
        return answer.body(at("ofac-sdn", "status"), equalTo(status))
                .body(at("ofac-sdn", "basis"), equalTo(basis));
    }

    private static String at(String list, String field) {
        return "answers.find{it.list=='%s'}.%s".formatted(list, field);
    }
}
