package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.lists.sample.UnXml;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class ListResourceTest {

    @Inject ListConfig config;

    private static final String ANGARA = SdnRows.vessel(37059, "ANGARA", "9179842", "273300000");
    private static final String ARTAVIL = SdnRows.vessel(15036, "ARTAVIL", "9187629", "572469210");
    private static final String FIRST = SdnRows.file(SdnRows.withEntities(40, ARTAVIL));
    private static final String SECOND = SdnRows.file(SdnRows.withEntities(40, ARTAVIL, ANGARA));
    private static final String MAY_6 = "2022-05-06T13:17:00Z";
    private static final String MAY_8 = "2022-05-08T18:50:00Z";
    private static final String MAY_9 = "2022-05-09T18:50:00Z";

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    @Test
    void everyListIsThereBeforeAnyFile() {
        SanctionsApi.get("lists")
                .statusCode(200)
                .body(
                        "items.id",
                        hasItems("ofac-sdn", "ofac-cons", "un-sc", "un-1718", "eu-fsf", "uk-sl"))
                .body("items[0].currentVersion", nullValue())
                .body("items[0].listings", equalTo(0));
    }

    @Nested
    class AFirstFile {

        @Test
        void becomesVersionOne() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST)
                    .statusCode(201)
                    .header(
                            "Location",
                            containsString("/api/sanctions/v1/lists/ofac-sdn/versions/1"))
                    .body("status", equalTo("accepted"))
                    .body("number", equalTo(1))
                    .body("listings", equalTo(41))
                    .body("vessels", equalTo(1))
                    .body("added", equalTo(41))
                    .body("observedAt", equalTo(MAY_6))
                    .body("sizeBytes", equalTo(FIRST.length()));
            SanctionsApi.get("lists")
                    .body("items[0].currentVersion", equalTo(1))
                    .body("items[0].observedAt", equalTo(MAY_6))
                    .body("items[0].lastAttempt.status", equalTo("accepted"));
        }

        @Test
        void isGivenOnlyToWhomDoesNotHaveIt() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);

            for (String path : new String[] {"lists", "lists/ofac-sdn/versions/1/raw"}) {
                String tag = SanctionsApi.get(path).statusCode(200).extract().header("ETag");
                SanctionsApi.as(Tokens.carl())
                        .header("If-None-Match", tag)
                        .get(path)
                        .then()
                        .statusCode(304);
            }
        }

        @Test
        void isGivenOutAsFollowTheMoney() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);

            String entities =
                    SanctionsApi.get("lists/ofac-sdn/versions/1/entities.ftm.json")
                            .statusCode(200)
                            .contentType("application/x-ndjson")
                            .extract()
                            .asString();

            assertThat(entities.lines().filter(line -> line.contains("\"target\":true")))
                    .hasSize(41)
                    .anyMatch(line -> line.contains("\"imoNumber\":[\"IMO9187629\"]"));
            SanctionsApi.get("lists/ofac-sdn/versions/2/entities.ftm.json").statusCode(404);
        }

        @Test
        void isGivenBackByteForByte() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);

            byte[] raw =
                    SanctionsApi.get("lists/ofac-sdn/versions/1/raw")
                            .statusCode(200)
                            .contentType("text/csv")
                            .header("ETag", notNullValue())
                            .extract()
                            .asByteArray();

            assertThat(new String(raw, StandardCharsets.UTF_8)).isEqualTo(FIRST);
        }
    }

    @Nested
    class TheSameBytesAgain {

        @Test
        void areNothingNewButWereSeenThen() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);

            SanctionsApi.upload("ofac-sdn", MAY_8, FIRST)
                    .statusCode(200)
                    .body("number", equalTo(1))
                    .body("observedAt", equalTo(MAY_6))
                    .body("lastObservedAt", equalTo(MAY_8));
            SanctionsApi.get("vessels/9187629/listings?asOf=2022-05-07")
                    .body("answers[0].status", equalTo("listed"))
                    .body("answers[0].basis", equalTo("observed"));
            SanctionsApi.get("lists/ofac-sdn/versions").body("items", hasSize(1));
        }

        @Test
        void ofAnOlderVersionAtItsTimeAreNothingNewEither() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);
            SanctionsApi.upload("ofac-sdn", MAY_8, SECOND).statusCode(201);

            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST)
                    .statusCode(200)
                    .body("number", equalTo(1));
            SanctionsApi.get("lists").body("items[0].currentVersion", equalTo(2));
        }
    }

    @Nested
    class ASecondFile {

        @BeforeEach
        void isTakenIn() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);
            SanctionsApi.upload("ofac-sdn", MAY_8, SECOND)
                    .statusCode(201)
                    .body("added", equalTo(1))
                    .body("changed", equalTo(0))
                    .body("removed", equalTo(0));
        }

        @Test
        void differsByWhatCame() {
            SanctionsApi.get("lists/ofac-sdn/diff")
                    .statusCode(200)
                    .body("from", equalTo(1))
                    .body("to", equalTo(2))
                    .body("added.sourceId", contains("37059"))
                    .body("removed", hasSize(0));
            SanctionsApi.get("lists/ofac-sdn/diff?from=2&to=1")
                    .body("removed.sourceId", contains("37059"));
        }

        @Test
        void isFollowedByOneWithAChangeAndARemoval() {
            String renamed = ANGARA.replace("ANGARA", "ANGARA II");

            SanctionsApi.upload("ofac-sdn", MAY_9, SdnRows.file(SdnRows.withEntities(40, renamed)))
                    .statusCode(201)
                    .body("added", equalTo(0))
                    .body("changed", equalTo(1))
                    .body("removed", equalTo(1));
            SanctionsApi.get("lists/ofac-sdn/diff?from=2&to=3")
                    .body("removed.name", contains("ARTAVIL"))
                    .body("modified[0].listing.name", equalTo("ANGARA II"))
                    .body("modified[0].changedFields", contains("name"));
        }

        @Test
        void cannotBePrecededByOtherBytesAnyMore() {
            SanctionsApi.upload(
                            "ofac-sdn",
                            "2022-05-07T00:00:00Z",
                            SdnRows.file(SdnRows.withEntities(39, ARTAVIL)))
                    .statusCode(409)
                    .body("code", equalTo("backfill-order"))
                    .body("detail", containsString("version 2"));
        }

        @Test
        void isPagedNewestFirst() {
            String cursor =
                    SanctionsApi.get("lists/ofac-sdn/versions?limit=1")
                            .body("items.number", contains(2))
                            .extract()
                            .path("nextCursor");

            SanctionsApi.get("lists/ofac-sdn/versions?limit=1&cursor={cursor}", cursor)
                    .body("items.number", contains(1))
                    .body("nextCursor", nullValue());
        }
    }

    @Nested
    class AFileThatCannotBeBelieved {

        @BeforeEach
        void comesAfterAGoodOne() {
            SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);
        }

        private void isSetAside(String file, String reason) {
            SanctionsApi.upload("ofac-sdn", MAY_8, file)
                    .statusCode(202)
                    .body("status", equalTo("quarantined"))
                    .body("reason", containsString(reason));
            SanctionsApi.get("lists")
                    .body("items[0].currentVersion", equalTo(1))
                    .body("items[0].listings", equalTo(41))
                    .body("items[0].lastAttempt.status", equalTo("quarantined"))
                    .body("items[0].lastAttempt.reason", containsString(reason));
        }

        @Test
        void asAnEmptyOne() {
            isSetAside("", "the file is empty");
        }

        @Test
        void asOneSavedByASpreadsheet() {
            isSetAside(FIRST.replace("\"", ""), "line 1: field 2: text without quotes");
        }

        @Test
        void asOneThatLostMostEntries() {
            isSetAside(
                    SdnRows.file(SdnRows.withEntities(20, ARTAVIL)),
                    "21 entries, version 1 had 41");
        }

        @Test
        void asOneWithAnotherShipUnderAUsedId() {
            isSetAside(
                    FIRST.replace("9187629", "9179842").replace("ARTAVIL", "ANGARA"),
                    "another ship under a used id");
        }

        @Test
        void asTheOtherListsFile() {
            isSetAside(
                    "<?xml version='1.0'?><CONSOLIDATED_LIST/>",
                    "a file of another list (UN consolidated.xml)");
        }

        @Test
        void asOneInAnotherEncodingThanItSays() {
            String latin = UnXml.list(MAY_6, UnXml.entity(110, "CAF\u00c9", "2016-11-30"));

            SanctionsApi.upload("un-sc", MAY_8, latin.getBytes(StandardCharsets.ISO_8859_1))
                    .statusCode(202)
                    .body("status", equalTo("quarantined"))
                    .body("reason", containsString("not UTF-8"));
        }

        @Test
        void isKeptOnceHoweverOftenItComes() {
            SanctionsApi.upload("ofac-sdn", MAY_8, "").statusCode(202).body("number", equalTo(2));
            SanctionsApi.upload("ofac-sdn", MAY_9, "").statusCode(202).body("number", equalTo(2));

            SanctionsApi.get("lists/ofac-sdn/versions").body("items", hasSize(2));
        }

        @Test
        void leavesTheWayOpenForAGoodOne() {
            SanctionsApi.upload("ofac-sdn", MAY_8, "").statusCode(202);
            SanctionsApi.upload("ofac-sdn", MAY_9, SECOND)
                    .statusCode(201)
                    .body("number", equalTo(3));

            SanctionsApi.get("vessels/9187629/listings?asOf=2022-05-08")
                    .body("answers[0].status", equalTo("listed"))
                    .body("answers[0].before.version", equalTo(1))
                    .body("answers[0].after.version", equalTo(3));
            SanctionsApi.get("lists/ofac-sdn/diff")
                    .body("from", equalTo(1))
                    .body("added.sourceId", containsInAnyOrder("37059"));
        }
    }

    @Nested
    class IsRefused {

        @Test
        void aListNobodyKnows() {
            SanctionsApi.upload("nobodys", MAY_6, FIRST)
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            SanctionsApi.get("lists/nobodys/versions").statusCode(404);
        }

        @Test
        void aVersionThereIsNot() {
            SanctionsApi.get("lists/ofac-sdn/versions/7").statusCode(404);
            SanctionsApi.get("lists/ofac-sdn/versions/x/raw").statusCode(404);
            SanctionsApi.get("lists/ofac-sdn/diff").statusCode(404);
        }

        @Test
        void anotherContentType() {
            SanctionsApi.as(Tokens.carl())
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("lists/ofac-sdn/versions")
                    .then()
                    .statusCode(415)
                    .body("code", equalTo("unsupported-media-type"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"yesterday", "2022-05-06"})
        void aTimeOfObservationThatIsNone(String observedAt) {
            SanctionsApi.upload("ofac-sdn", observedAt, FIRST)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("observedAt"));
        }

        @Test
        void anObservationFromBeforeListsWerePublished() {
            SanctionsApi.upload("ofac-sdn", "1950-01-01T00:00:00Z", FIRST)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("observedAt"))
                    .body("detail", containsString("1990"));
            SanctionsApi.get("lists").body("items[0].lastAttempt", nullValue());
        }

        @Test
        void anObservationFromBeforeTheFileWasPublished() {
            String file = UnXml.list(MAY_8, UnXml.entity(110, "SOME COMPANY", "2016-11-30"));

            SanctionsApi.upload("un-sc", "2022-05-07T18:49:59Z", file)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("observedAt"))
                    .body("detail", containsString(MAY_8));
            // Nor may it move the observation of a version that is there. A day is for time zones.
            SanctionsApi.upload("un-sc", "2022-05-07T18:50:00Z", file).statusCode(201);
            SanctionsApi.upload("un-sc", MAY_6, file).statusCode(422);
            SanctionsApi.get("lists/un-sc/versions/1")
                    .body("observedAt", equalTo("2022-05-07T18:50:00Z"));
        }

        @Test
        void aTypeOfEntryThereIsNot() {
            SanctionsApi.get("lists/ofac-sdn/diff?type=zz")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("type"));
        }

        @Test
        void anObservationOfTomorrow() {
            SanctionsApi.upload(
                            "ofac-sdn", Instant.now().plus(Duration.ofDays(1)).toString(), FIRST)
                    .statusCode(422)
                    .body("detail", containsString("lies in the future"));
        }

        @Test
        void aFileBeyondTheLargestSize() {
            long maxFileBytes = config.maxFileBytes();

            SanctionsApi.upload("ofac-sdn", MAY_6, new byte[(int) maxFileBytes + 1])
                    .statusCode(413)
                    .body("code", equalTo("too-large"));
            SanctionsApi.get("lists").body("items[0].lastAttempt", nullValue());
        }

        @Test
        void aMachineWithoutTheScope() {
            SanctionsApi.as(Tokens.integrator("ais:write"))
                    .contentType(ContentType.BINARY)
                    .body(FIRST.getBytes(StandardCharsets.UTF_8))
                    .post("lists/ofac-sdn/versions")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("lists:write"));
        }

        @Test
        void anAuditorWhoOnlyReads() {
            SanctionsApi.as(Tokens.amir()).get("lists").then().statusCode(200);
            SanctionsApi.as(Tokens.amir())
                    .contentType(ContentType.BINARY)
                    .body(FIRST.getBytes(StandardCharsets.UTF_8))
                    .post("lists/ofac-sdn/versions")
                    .then()
                    .statusCode(403);
        }

        @Test
        void whoeverHasNoTokenOfThisPlatform() {
            for (String token :
                    new String[] {
                        Tokens.expired(),
                        Tokens.ofAnotherIssuer(),
                        Tokens.signedByAnotherKey(),
                        Tokens.forAnotherAudience()
                    }) {
                SanctionsApi.as(token).get("lists").then().statusCode(401);
            }
            SanctionsApi.as(Tokens.stranger()).get("lists").then().statusCode(403);
        }
    }

    @Test
    void everyAnswerSaysWhatItRestsOn() {
        SanctionsApi.upload("ofac-sdn", MAY_6, FIRST).statusCode(201);
        SanctionsApi.upload("ofac-sdn", MAY_8, "").statusCode(202);

        for (String path :
                new String[] {"listings?q=artavil", "vessels/9187629/listings?asOf=2022-05-06"}) {
            SanctionsApi.get(path)
                    .body("freshness[0].list", equalTo("ofac-sdn"))
                    .body("freshness[0].version", equalTo(1))
                    .body("freshness[0].observedAt", equalTo(MAY_6))
                    .body("freshness[0].newerFileSetAside", equalTo("the file is empty"));
        }
        SanctionsApi.get("listings/ofac-sdn/15036")
                .body("freshness.version", equalTo(1))
                .body("freshness.newerFileSetAside", equalTo("the file is empty"));
    }
}
