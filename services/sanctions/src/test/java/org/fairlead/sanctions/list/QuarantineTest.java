package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.sanctions.Sql;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Files that are set aside, and the two people who decide on them.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class QuarantineTest {

    private static final String SHIP = SdnRows.vessel(1, "ARK", "9187655", "572469210");
    private static final String ANN = Tokens.person("ann", Map.of("team-gulf", List.of("analyst")));
    private static final String BEN =
            Tokens.person("ben", Map.of("team-gulf", List.of("reviewer")));

    @BeforeEach
    void aVersionThatServes() {
        SanctionsApi.forgetEverything();
        SanctionsApi.upload("ofac-sdn", "2024-05-03T00:00:00Z", file(100)).statusCode(201);
    }

    private static String file(int fillers) {
        return SdnRows.file(SdnRows.withEntities(fillers, SHIP));
    }

    private static ValidatableResponse decide(String token, String what, int number) {
        return SanctionsApi.as(token)
                .contentType(ContentType.JSON)
                .body("{\"comment\": \"looked at it\"}")
                .post("lists/ofac-sdn/versions/{number}/{what}", number, what)
                .then();
    }

    private static List<String> events() {
        return Sql.column(
                "select payload::json ->> 'status' from outbox where type like '%list-version%'"
                        + " order by created_at, id");
    }

    @Nested
    class AnEmptyFile {

        @BeforeEach
        void comesIn() {
            SanctionsApi.upload("ofac-sdn", "2024-05-04T00:00:00Z", "")
                    .statusCode(202)
                    .body("status", equalTo("quarantined"))
                    .body("reason", equalTo("the file is empty"));
        }

        @Test
        void leavesTheOldVersionServingAndEveryAnswerSaysSo() {
            SanctionsApi.get("vessels/9187655/listings")
                    .body("answers.find{it.list=='ofac-sdn'}.status", equalTo("listed"))
                    .body(
                            "freshness.find{it.list=='ofac-sdn'}.newerFileSetAside",
                            equalTo("the file is empty"));
            SanctionsApi.get("listings?q=ark")
                    .body("items", hasSize(1))
                    .body("freshness.newerFileSetAside", hasItem("the file is empty"));
            SanctionsApi.get("lists")
                    .body("items.find{it.id=='ofac-sdn'}.currentVersion", equalTo(1))
                    .body("items.find{it.id=='ofac-sdn'}.setAside.number", contains(2));
        }

        @Test
        void isToldOf() {
            assertThat(
                            Sql.column(
                                    "select payload::json ->> 'reason' from outbox where type like"
                                            + " '%list-version%' and payload::json ->> 'number' = '2'"))
                    .containsExactly("the file is empty");
        }

        @Test
        void canOnlyBeRejected() {
            decide(ANN, "accept", 2).statusCode(409).body("code", equalTo("not-decidable"));
            decide(ANN, "reject", 2).statusCode(202).body("decision.proposedBy", equalTo("ann"));
            decide(BEN, "reject", 2).statusCode(200).body("status", equalTo("rejected"));

            SanctionsApi.get("vessels/9187655/listings")
                    .body("freshness.find{it.list=='ofac-sdn'}.newerFileSetAside", nullValue());
        }
    }

    @Nested
    class AFileWithFarFewerEntries {

        @BeforeEach
        void comesIn() {
            SanctionsApi.upload("ofac-sdn", "2024-05-04T00:00:00Z", file(50)).statusCode(202);
        }

        @Test
        void isAcceptedByTwoPeople() {
            decide(ANN, "accept", 2)
                    .statusCode(202)
                    .body("status", equalTo("quarantined"))
                    .body("decision.verdict", equalTo("accept"))
                    .body("decision.comment", equalTo("looked at it"));
            decide(BEN, "accept", 2)
                    .statusCode(200)
                    .body("status", equalTo("accepted"))
                    .body("removed", equalTo(50))
                    .body("decision.confirmedBy", equalTo("ben"));

            SanctionsApi.get("lists")
                    .body("items.find{it.id=='ofac-sdn'}.currentVersion", equalTo(2))
                    .body("items.find{it.id=='ofac-sdn'}.setAside", hasSize(0));
            assertThat(events()).contains("quarantined", "accepted");
            assertThat(
                            Sql.column(
                                    "select count(*) from outbox where topic = 'sanctions.listings'"
                                            + " and payload::json ->> 'operation' = 'removed'"))
                    .containsExactly("50");
        }

        @Test
        void isNotAcceptedByTheSamePersonTwice() {
            decide(ANN, "accept", 2).statusCode(202);
            decide(ANN, "accept", 2).statusCode(409).body("code", equalTo("four-eyes"));

            SanctionsApi.get("lists")
                    .body("items.find{it.id=='ofac-sdn'}.currentVersion", equalTo(1));
        }

        @Test
        void isNotDecidedByAMachine() {
            decide(Tokens.integrator("lists:write"), "accept", 2).statusCode(403);
        }

        @Test
        void waitsOnWhenTheSecondPersonDisagrees() {
            decide(ANN, "accept", 2).statusCode(202);
            decide(BEN, "reject", 2).statusCode(202).body("decision.proposedBy", equalTo("ben"));
            decide(ANN, "reject", 2).statusCode(200).body("status", equalTo("rejected"));
        }

        @Test
        void isNotAcceptedAnyMoreAfterANewerOneWas() {
            SanctionsApi.upload("ofac-sdn", "2024-05-05T00:00:00Z", file(101)).statusCode(201);

            decide(ANN, "accept", 2).statusCode(409).body("code", equalTo("not-decidable"));
        }
    }

    @Test
    void ofacsTamperedFileIsSetAside() throws IOException {
        var before = real("ofac/consolidated_2025-03-28_kebalkhadka.xml");
        var tampered = real("ofac/consolidated_2025-06-30_Shubhamp7_TAMPERED.xml");
        SanctionsApi.upload("ofac-cons", "2025-03-29T00:00:00Z", before).statusCode(201);

        SanctionsApi.upload("ofac-cons", "2025-07-01T00:00:00Z", tampered)
                .statusCode(202)
                .body("reason", containsString("INFOSEC TEST FILE"));
    }

    @Test
    void consecutiveTrueVersionsOfOfacsOtherListAreNot() throws IOException {
        for (var file :
                List.of("2018-04-06_perchrh", "2024-05-06_hebbd5", "2025-03-28_kebalkhadka")) {
            SanctionsApi.upload(
                            "ofac-cons",
                            file.substring(0, 10) + "T23:00:00Z",
                            real("ofac/consolidated_" + file + ".xml"))
                    .statusCode(201);
        }
    }

    private static byte[] real(String path) throws IOException {
        var file = PlatformResource.realInput("sanctions/" + path);
        assumeTrue(file.isPresent(), "SKIPPED, real input absent: sanctions/" + path);
        return Files.readAllBytes(file.get());
    }
}
