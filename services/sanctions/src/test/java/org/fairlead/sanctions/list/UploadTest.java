package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.sanctions.Sql;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files of every kind, on their way in.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class UploadTest {

    private static final String SHIP = SdnRows.vessel(36, "ARK", "9187655", "572469210");
    private static final String ALIAS = "36,1,\"aka\",\"SECOND NAME\",-0- \r\n";

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    private static RequestSpecification integrator() {
        return SanctionsApi.as(Tokens.integrator("lists:write"));
    }

    @Test
    void ofacsTablesOfOneDayAreOneVersion() {
        integrator()
                .multiPart(
                        "files", "sdn.csv", SdnRows.file(SHIP).getBytes(StandardCharsets.US_ASCII))
                .multiPart("files", "alt.csv", ALIAS.getBytes(StandardCharsets.US_ASCII))
                .post("lists/ofac-sdn/versions")
                .then()
                .statusCode(201)
                .body("format", equalTo("ofac-csv-set"));

        SanctionsApi.get("listings/ofac-sdn/36").body("listing.aliases", contains("SECOND NAME"));
    }

    @Test
    void gzipIsUnpackedAndKeptAsThePublishersFile() throws IOException {
        byte[] file = SdnRows.file(SHIP).getBytes(StandardCharsets.US_ASCII);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }

        SanctionsApi.upload("ofac-sdn", "2024-01-01T00:00:00Z", packed.toByteArray())
                .statusCode(201)
                .body("sizeBytes", equalTo(file.length));
        assertThat(SanctionsApi.get("lists/ofac-sdn/versions/1/raw").extract().asByteArray())
                .isEqualTo(file);
    }

    @Test
    void aFileOfAnotherListIsSetAsideAndSaysWhichItIs() {
        SanctionsApi.upload("un-sc", "2024-01-01T00:00:00Z", SdnRows.file(SHIP))
                .statusCode(202)
                .body(
                        "reason",
                        equalTo(
                                "this is a file of another list (OFAC sdn.csv); un-sc comes as UN consolidated.xml"));
    }

    @Test
    void aRehearsalChangesNothing() {
        integrator()
                .queryParam("dryRun", true)
                .contentType(ContentType.BINARY)
                .body(SdnRows.file(SHIP).getBytes(StandardCharsets.US_ASCII))
                .post("lists/ofac-sdn/versions")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("accepted"))
                .body("isBaseline", equalTo(true))
                .body("vessels", equalTo(1));

        SanctionsApi.get("lists/ofac-sdn/versions").body("items", hasSize(0));
    }

    @Test
    void betweenTwoFormatsOnlyWhatCameAndWentIsTold() {
        String xml =
                """
                <sdnList><publshInformation><Publish_Date>01/15/2024</Publish_Date><Record_Count>2</Record_Count></publshInformation>
                <sdnEntry><uid>36</uid><lastName>ARK</lastName><sdnType>Vessel</sdnType></sdnEntry>
                <sdnEntry><uid>37</uid><lastName>NEW ONE</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>
                """;
        SanctionsApi.upload(
                        "ofac-sdn",
                        "2024-01-10T00:00:00Z",
                        SdnRows.file(SHIP, SdnRows.entity(38, "GONE")))
                .statusCode(201);

        SanctionsApi.upload("ofac-sdn", "2024-01-16T00:00:00Z", xml)
                .statusCode(201)
                .body("changed", equalTo(1))
                .body("warnings[0]", containsString("came as ofac-csv, this one as ofac-xml"));

        assertThat(operationsOfVersion(2)).containsExactlyInAnyOrder("added", "removed");
        assertThat(operations("sanctions.current", 2))
                .as("what the list says now includes what only reads differently")
                .containsExactlyInAnyOrder("added", "modified", "removed");
    }

    private static List<String> operationsOfVersion(int number) {
        return operations("sanctions.listings", number);
    }

    private static List<String> operations(String topic, int number) {
        return Sql.column(
                "select payload::json ->> 'operation' from outbox where topic = '%s' and type like '%%listing-change%%' and payload::json ->> 'listVersion' = '%d'"
                        .formatted(topic, number));
    }

    @Test
    void aFirstVersionTellsABaselineWithItsCount() {
        SanctionsApi.upload(
                        "ofac-sdn",
                        "2024-01-10T00:00:00Z",
                        SdnRows.file(SHIP, SdnRows.entity(38, "B")))
                .statusCode(201);

        assertThat(operationsOfVersion(1)).containsExactly("baseline", "baseline");
        assertThat(
                        Sql.column(
                                "select (payload::json ->> 'changeCount') || ' ' || (payload::json ->> 'isBaseline') from outbox where type like '%list-version%'"))
                .containsExactly("2 true");
        assertThat(Sql.column("select count(distinct payload::json ->> 'batchId') from outbox"))
                .containsExactly("1");
    }

    @Test
    void anImportRepeatedTellsTheSameEventsAgain() {
        String file = SdnRows.file(SHIP, SdnRows.entity(38, "B"));
        SanctionsApi.upload("ofac-sdn", "2024-01-10T00:00:00Z", file).statusCode(201);
        var ids = Sql.column("select id from outbox order by id");
        SanctionsApi.forgetEverything();

        SanctionsApi.upload("ofac-sdn", "2024-01-10T00:00:00Z", file).statusCode(201);

        assertThat(Sql.column("select id from outbox order by id")).isEqualTo(ids);
    }

    @Test
    void aDiffShowsEachFieldBeforeAndAfter() {
        SanctionsApi.upload("ofac-sdn", "2024-01-10T00:00:00Z", SdnRows.file(SHIP)).statusCode(201);
        SanctionsApi.upload(
                        "ofac-sdn",
                        "2024-01-11T00:00:00Z",
                        SdnRows.file(SHIP.replace("Cuba", "Panama")))
                .statusCode(201);

        SanctionsApi.get("lists/ofac-sdn/diff?from=1&to=2&type=vessel")
                .body("modified[0].changedFields", contains("flags"))
                .body("modified[0].changes[0].before", contains("Cuba"))
                .body("modified[0].changes[0].after", contains("Panama"));
    }

    @Test
    void aDeltaIsAppliedToTheFileBefore() {
        String whole =
                """
                {"id":"a","caption":"ARK","schema":"Vessel","properties":{"name":["ARK"],"imoNumber":["9187655"]},"target":true}
                {"id":"b","caption":"B","schema":"Company","properties":{"name":["B"]},"target":true}
                """;
        String delta =
                "{\"op\":\"MOD\",\"entity\":{\"id\":\"b\",\"caption\":\"C\",\"schema\":\"Company\",\"properties\":{\"name\":[\"C\"]},\"target\":true}}\n";
        SanctionsApi.upload("opensanctions", "2024-01-09T00:00:00Z", delta)
                .statusCode(202)
                .body("reason", containsString("a delta needs a whole file"));
        SanctionsApi.upload("opensanctions", "2024-01-10T00:00:00Z", whole).statusCode(201);

        SanctionsApi.upload("opensanctions", "2024-01-11T00:00:00Z", delta)
                .statusCode(201)
                .body("changed", equalTo(1))
                .body("added", equalTo(0))
                .body("listings", equalTo(2));
    }

    @Test
    void theTableOfShipsHasATemplate() {
        String template =
                SanctionsApi.get("lists/eu-833-annex-xlii/template")
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(template).contains("imo_number,name");

        SanctionsApi.upload(
                        "eu-833-annex-xlii",
                        "2024-07-01T00:00:00Z",
                        template + "9179842,ANGARA,,,,,,,,,,,,,2024-06-25,,,\n")
                .statusCode(201);
        SanctionsApi.get("vessels/9179842/listings?asOf=2024-06-26")
                .body("answers.find{it.list=='eu-833-annex-xlii'}.status", equalTo("listed"))
                .body("answers.find{it.list=='eu-833-annex-xlii'}.basis", equalTo("claimed"));
    }
}
