package org.fairlead.sanctions.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.contracts.Topics;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.KafkaProbe;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class ScreeningStreamTest {

    private static final String MMSI = "273300000";
    private static final String ANGARA = SdnRows.vessel(37059, "ANGARA", "9179842", MMSI);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProbe kafka = new KafkaProbe();

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
        kafka.listenFromNow(Topics.SANCTIONS_MATCHES, Topics.SANCTIONS_LISTINGS);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    private static void list(String observedAt, String... rows) {
        SanctionsApi.upload("ofac-sdn", observedAt, SdnRows.file(SdnRows.withEntities(40, rows)))
                .statusCode(201);
    }

    private String heard(String mmsi, int version, String imo) {
        return kafka.sendIdentity(UUID.randomUUID().toString(), mmsi, version, imo);
    }

    private static void awaitMatches(String query, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> SanctionsApi.get("matches?" + query).body("items", hasSize(count)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "12345678", "1234567890", "27330000x"})
    void matchesAreAskedForByNineDigits(String mmsi) {
        SanctionsApi.get("matches?mmsi={mmsi}", mmsi)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("mmsi"));
    }

    @Test
    void aVesselOfAListedImoNumberIsAMatch() {
        list("2022-05-08T00:00:00Z", ANGARA);

        heard(MMSI, 1, "9179842");

        awaitMatches("mmsi=" + MMSI, 1);
        SanctionsApi.get("matches?imo=9179842&state=hit")
                .body("items.matchedBy", contains(List.of("imo", "mmsi")))
                .body("items[0].score", equalTo(0.99f))
                .body("items[0].listing.sourceId", equalTo("37059"))
                .body("items[0].listVersion", equalTo(1))
                .body("items[0].vessel.name", equalTo("TEST SHIP"));
        JsonNode told =
                kafka.awaitFrom(
                        Topics.SANCTIONS_MATCHES, "org.fairlead.sanctions.screening-hit.v1");
        assertThat(told.path("state").asText()).isEqualTo("hit");
        assertThat(told.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aListThatComesAfterTheVesselFindsIt() {
        heard(MMSI, 1, "9179842");
        heard("211000001", 1, "9187629");
        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 2);

        list("2022-05-08T00:00:00Z", ANGARA);

        awaitMatches("state=hit", 1);
        kafka.awaitFrom(Topics.SANCTIONS_MATCHES, "org.fairlead.sanctions.screening-hit.v1");
    }

    @Test
    void aFirstVersionIsABaselineAndALaterOneTellsItsChanges() {
        list("2022-05-08T00:00:00Z");
        list("2022-05-09T00:00:00Z", ANGARA);

        JsonNode change = kafka.awaitChange("added");

        assertThat(change.path("listing").path("imo").asText()).isEqualTo("9179842");
        assertThat(change.path("listVersion").asInt()).isEqualTo(2);
        assertThat(kafka.count("org.fairlead.sanctions.list-version.v1")).isEqualTo(2);
        assertThat(kafka.count("org.fairlead.sanctions.listing-change.v1")).isEqualTo(40 + 1);
    }

    @Test
    void whatAnEntrySaysNowIsKeptUnderItsOwnKey() {
        kafka.listenFromNow(Topics.SANCTIONS_CURRENT);
        list("2022-05-08T00:00:00Z", ANGARA);
        list("2022-05-09T00:00:00Z", SdnRows.vessel(37059, "ANGARA II", "9179842", MMSI));
        list("2022-05-10T00:00:00Z");

        JsonNode first = kafka.awaitChangeOf("ofac-sdn/37059", "baseline");
        JsonNode second = kafka.awaitChangeOf("ofac-sdn/37059", "modified");
        JsonNode last = kafka.awaitChangeOf("ofac-sdn/37059", "removed");

        assertThat(second.path("beforeHash")).isEqualTo(first.path("afterHash"));
        assertThat(second.path("listing").path("name").asText()).isEqualTo("ANGARA II");
        assertThat(last.path("listVersion").asInt()).isEqualTo(3);
        assertThat(Topics.compacted()).contains(Topics.SANCTIONS_CURRENT);
    }

    @Test
    void aRecordedFactFindsAVesselThatWasHeardAndOneThatIsHeardLater() {
        heard(MMSI, 1, "9179842");
        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 1);

        fact("eu-833-annex-xlii", "9179842");
        fact("eu-833-annex-xlii", "9187629");

        SanctionsApi.get("matches?mmsi=" + MMSI)
                .body("items.listing.list", contains("eu-833-annex-xlii"))
                .body("items[0].state", equalTo("hit"))
                .body("items[0].listedSince", equalTo("2024-06-25T00:00:00Z"));
        heard("211000001", 1, "9187629");
        awaitMatches("mmsi=211000001", 1);
    }

    @Test
    void aFactMakesNoMatchWhereItsListHasAFile() {
        SanctionsApi.upload("un-1718", "2024-07-01T00:00:00Z", "imo_number,name\n9187655,ARK\n")
                .statusCode(201);
        fact("un-1718", "9179842");

        heard(MMSI, 1, "9179842");

        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 1);
        SanctionsApi.get("matches?mmsi=" + MMSI).body("items", hasSize(0));
    }

    private static void fact(String list, String imo) {
        SanctionsApi.as(Tokens.integrator("lists:write"))
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"authority": "Somebody", "list": "%s", "imo": "%s", "name": "ANGARA",
                         "listedOn": "2024-06-25", "source": "official journal"}
                        """
                                .formatted(list, imo))
                .post("reference-facts")
                .then()
                .statusCode(201);
    }

    @Test
    void anEntryThatLeavesTheListClearsItsMatchAndOneThatReturnsIsRelisted() {
        heard(MMSI, 1, "9179842");
        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 1);
        list("2022-05-08T00:00:00Z", ANGARA);
        list("2022-05-09T00:00:00Z");
        awaitMatches("state=cleared", 1);
        list("2022-05-10T00:00:00Z", ANGARA);

        awaitMatches("state=hit", 1);
        SanctionsApi.get(
                        "matches/{id}",
                        SanctionsApi.get("matches").extract().path("items[0].id").toString())
                .body("version", equalTo(3))
                .body("listedSince", equalTo("2022-05-10T00:00:00Z"));
        assertThat(kafka.awaitChange("relisted").path("listVersion").asInt()).isEqualTo(3);
    }

    @Test
    void anImoNumberOrNameOfThePastCountsToo() {
        list("2022-05-08T00:00:00Z", ANGARA);

        String past =
                """
                {"mmsi": "511100200", "version": 1, %s "firstSeenAt": "%s", "lastSeenAt": "%s",
                 "synthetic": false, "sources": ["test"], "past": [{%s "firstSeenAt": "%s",
                 "lastSeenAt": "%s", "source": "test", "synthetic": false}]}
                """;
        String then = "2021-01-01T00:00:00Z";
        kafka.sendEvent(
                UUID.randomUUID().toString(),
                "511100200",
                past.formatted(
                        "\"imo\": \"9187629\", \"name\": \"NEW NAME\",",
                        then,
                        then,
                        "\"imo\": \"9179842\",",
                        then,
                        then));

        awaitMatches("mmsi=511100200", 1);
        SanctionsApi.get("matches?mmsi=511100200")
                .body("items[0].score", equalTo(0.85f))
                .body(
                        "items[0].explanation",
                        org.hamcrest.Matchers.containsString("sent IMO 9179842 before"))
                .body("items[0].contradictions", hasSize(1));
    }

    @Test
    void aListsFirstVersionIsNoNewsAndALaterOneIs() {
        heard(MMSI, 1, "9179842");
        heard("211000001", 1, "9187629");
        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 2);
        list("2022-05-08T00:00:00Z", ANGARA);
        JsonNode first =
                kafka.awaitFrom(
                        Topics.SANCTIONS_MATCHES, "org.fairlead.sanctions.screening-hit.v1");
        assertThat(first.path("baseline").asBoolean()).isTrue();

        list(
                "2022-05-09T00:00:00Z",
                ANGARA,
                SdnRows.vessel(40000, "OTHER", "9187629", "211000001"));

        awaitMatches("mmsi=211000001&state=hit", 1);
        SanctionsApi.get("matches?mmsi=211000001")
                .body("items[0].baseline", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void theSameMmsiWithAnotherHullIsKeptButNotTold() {
        list("2022-05-08T00:00:00Z", ANGARA);

        heard(MMSI, 1, "9187629");

        awaitMatches("state=contradicted", 1);
        SanctionsApi.get("matches?mmsi=" + MMSI)
                .body("items[0].state", equalTo("contradicted"))
                .body("items[0].score", equalTo(0.45f))
                .body("items[0].contradictions", hasSize(1));
        SanctionsApi.get("matches?state=hit").body("items", hasSize(0));
    }

    @Test
    void anEventThatComesTwiceAndAnOlderVersionChangeNothing() {
        list("2022-05-08T00:00:00Z", ANGARA);
        String id = heard(MMSI, 2, "9179842");
        awaitMatches("state=hit", 1);

        kafka.sendIdentity(id, MMSI, 3, "9187629");
        heard(MMSI, 1, "9187629");
        heard("211000001", 1, "9187629");

        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 2);
        SanctionsApi.get("matches?mmsi=" + MMSI)
                .body("items[0].state", equalTo("hit"))
                .body("items[0].version", equalTo(1));
    }

    @Test
    void thePublishedExampleIsUnderstood() throws IOException {
        String example;
        try (var in =
                Objects.requireNonNull(
                        getClass()
                                .getResourceAsStream(
                                        "/ais.identities/v1/examples/identity.merged.json"))) {
            example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        kafka.sendEvent(UUID.randomUUID().toString(), MMSI, example);

        await().atMost(PATIENCE).until(() -> KafkaProbe.knownIdentities() == 1);
    }

    @Test
    void anUnreadableEventIsSetAsideAndTheNextOneHandled() {
        list("2022-05-08T00:00:00Z", ANGARA);
        kafka.listenFromNow(Topics.deadLetter(Topics.AIS_IDENTITIES));

        kafka.sendRaw(Topics.AIS_IDENTITIES, MMSI, "{\"mmsi\": ");
        heard(MMSI, 1, "9179842");

        awaitMatches("state=hit", 1);
        assertThat(kafka.awaitRaw(Topics.deadLetter(Topics.AIS_IDENTITIES)))
                .isEqualTo("{\"mmsi\": ");
    }
}
