package org.fairlead.sanctions.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class ScreenResourceTest {

    private static final String ANGARA = SdnRows.vessel(37059, "ANGARA", "9179842", "273300000");

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
        list("2022-05-01T00:00:00Z");
        list("2022-05-08T00:00:00Z", ANGARA);
    }

    private static void list(String observedAt, String... rows) {
        SanctionsApi.upload("ofac-sdn", observedAt, SdnRows.file(SdnRows.withEntities(40, rows)))
                .statusCode(201);
    }

    private static ValidatableResponse post(String path, String body) {
        return SanctionsApi.as(Tokens.carl())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String query(String properties) {
        return "{\"schema\":\"vessel\",\"properties\":{" + properties + "}}";
    }

    private static String asked(String properties, String rest) {
        return "{\"queries\":{\"a\":" + query(properties) + "}" + rest + "}";
    }

    @Test
    void aListedShipIsFoundByItsImoUnderAnyNameWithReasons() {
        post("screen", asked("\"name\":\"SUNRISE\",\"imo\":\"9179842\"", ""))
                .statusCode(200)
                .header("ETag", startsWith("\"c-"))
                .body("algorithm", startsWith("fairlead-screening-"))
                .body("configHash", hasItemsOfHex())
                .body("queries.a.results", hasSize(1))
                .body("queries.a.results[0].listing.sourceId", equalTo("37059"))
                .body("queries.a.results[0].score", greaterThan(0.98f))
                .body("queries.a.results[0].score", lessThan(1f))
                .body("queries.a.results[0].band", equalTo("strong"))
                .body(
                        "queries.a.results[0].explanations.sentence",
                        hasItem(containsString("one hull")))
                .body("queries.a.results[0].listedOn.status", equalTo("listed"))
                .body("coverage.find { it.list == 'ofac-sdn' }.version", equalTo(2))
                .body("coverage.find { it.list == 'ofac-sdn' }.status", equalTo("covered"))
                .body("coverage.find { it.list == 'un-sc' }.status", equalTo("no-version"));
    }

    private static org.hamcrest.Matcher<String> hasItemsOfHex() {
        return org.hamcrest.Matchers.matchesPattern("[0-9a-f]{16}");
    }

    @Test
    void aNamesakeWithAnotherValidImoIsNoAlert() {
        String namesake = "\"name\":\"ANGARA\",\"imo\":\"9187629\"";
        post("screen", asked(namesake, "")).body("queries.a.results", hasSize(0));

        post("screen", asked(namesake, ",\"threshold\":0.4"))
                .body("queries.a.results[0].score", lessThanOrEqualTo(0.45f))
                .body("queries.a.results[0].band", equalTo("contradicted"));
    }

    @Test
    void aDateIsAnsweredByTheVersionOfThatDate() {
        post("screen", asked("\"imo\":\"9179842\"", ",\"asOf\":\"2022-05-04\""))
                .statusCode(200)
                .body("queries.a.results", hasSize(0))
                .body("coverage.find { it.list == 'ofac-sdn' }.version", equalTo(1));
        post(
                        "screen",
                        asked(
                                "\"imo\":\"9179842\"",
                                ",\"asOf\":\"2022-05-09\",\"knownAt\":\"2022-05-05\""))
                .body("queries.a.results", hasSize(0));
        post("screen", asked("\"imo\":\"9179842\"", ",\"asOf\":\"2022-05-08\""))
                .body("queries.a.results", hasSize(1))
                .body("queries.a.results[0].listedOn.status", equalTo("listed"));
    }

    @Test
    void aScreeningIsKeptAndReplaysTheSameThoughTheListHasChanged() {
        String id =
                post("screen", asked("\"name\":\"ANGRA\"", ""))
                        .body("queries.a.results", hasSize(1))
                        .extract()
                        .path("screeningId");
        list("2022-06-01T00:00:00Z");
        post("screen", asked("\"name\":\"ANGRA\"", "")).body("queries.a.results", hasSize(0));

        SanctionsApi.get("screenings/{id}", id)
                .statusCode(200)
                .body("response.queries.a.results", hasSize(1))
                .body("request.queries.a.properties.name", equalTo("ANGRA"));
        post("screenings/" + id + "/replay", "")
                .statusCode(200)
                .body("isSame", equalTo(true))
                .body("sameCorpus", equalTo(true))
                .body("sameAlgorithm", equalTo(true))
                .body("response.queries.a.results[0].listing.version", equalTo(2));
        SanctionsApi.get("screenings").body("items", hasSize(2));
    }

    @Test
    void aSuppressionHoldsUntilTheListingChanges() {
        var first =
                post("screen", asked("\"name\":\"ANGARA\"", ""))
                        .body("queries.a.results", hasSize(1));
        String key = first.extract().path("queries.a.queryKey");
        String hash = first.extract().path("queries.a.results[0].listing.hash");
        post(
                        "suppressions",
                        "{\"queryKey\":\"%s\",\"listing\":\"ofac-sdn/37059\",\"reason\":\"a dredger of that name\",\"validForHash\":\"%s\"}"
                                .formatted(key, hash))
                .statusCode(201);

        post("screen", asked("\"name\":\"ANGARA\"", ""))
                .body("queries.a.results", hasSize(0))
                .body("queries.a.suppressed[0].reason", equalTo("a dredger of that name"));

        list("2022-07-01T00:00:00Z", SdnRows.vessel(37059, "ANGARA", "9179842", "273300001"));
        post("screen", asked("\"name\":\"ANGARA\"", ""))
                .body("queries.a.results", hasSize(1))
                .body(
                        "queries.a.results[0].lapsedSuppression",
                        containsString("has changed since"));
    }

    @Test
    void manyQueriesAreAnsweredLineByLine() {
        String queries =
                IntStream.range(0, 101)
                        .mapToObj(i -> "\"q" + i + "\":" + query("\"imo\":\"9179842\""))
                        .collect(Collectors.joining(","));

        String body =
                post("screen", "{\"queries\":{" + queries + "}}")
                        .statusCode(200)
                        .contentType(containsString("x-ndjson"))
                        .extract()
                        .asString();

        var lines = body.lines().toList();
        assertThat(lines).hasSize(103);
        assertThat(lines.getFirst()).contains("\"coverage\"");
        assertThat(lines.get(1)).contains("\"query\":\"q0\"").contains("37059");
        assertThat(lines.getLast()).contains("\"complete\":true");
    }

    @Test
    void faultsNameTheFieldAndWhatIsExpected() {
        post("screen", "{}").statusCode(422).body("errors[0].pointer", equalTo("/queries"));
        post("screen", asked("\"colour\":\"red\"", ""))
                .statusCode(422)
                .body("errors.pointer", hasItem("/queries/a/properties/colour"));
        post("screen", asked("\"name\":\"X\"", ",\"threshold\":2,\"limit\":0,\"profile\":\"best\""))
                .statusCode(422)
                .body("errors.pointer", hasItem("/threshold"))
                .body("errors.pointer", hasItem("/limit"))
                .body("errors.pointer", hasItem("/profile"));
        post("screen", asked("\"name\":\"X\"", ",\"lists\":[\"nowhere\"]")).statusCode(422);
        post("screenings/not-an-id/replay", "").statusCode(404);
        SanctionsApi.as("").post("screen").then().statusCode(401);
    }

    @Test
    void aPairCanBeScoredWithoutAnyList() {
        post(
                        "compare",
                        "{\"query\":{\"schema\":\"Person\",\"properties\":{\"name\":[\"V. Putin\"]}},"
                                + "\"candidate\":{\"schema\":\"Person\",\"properties\":{\"name\":[\"Vladimir Putin\"]}}}")
                .statusCode(200)
                .body("results[0].isMatch", equalTo(true))
                .body("results[0].explanations[0].feature", equalTo("name"));
    }

    @Test
    void yentesClientsFindTheirShape() {
        post(
                        "match/default?limit=3&algorithm=logic-v2",
                        "{\"weights\":{},\"queries\":{\"q1\":{\"schema\":\"Vessel\",\"properties\":{\"name\":[\"Angara\"],\"imoNumber\":[\"IMO9179842\"],\"topics\":[\"x\"]}}}}")
                .statusCode(200)
                .body("responses.q1.status", equalTo(200))
                .body("responses.q1.total.value", equalTo(1))
                .body("responses.q1.results[0].schema", equalTo("Vessel"))
                .body("responses.q1.results[0].match", equalTo(true))
                .header("x-batch-size", "1")
                .body("responses.q1.results[0].properties.imoNumber[0]", equalTo("IMO9179842"))
                .body("responses.q1.results[0].properties.topics[0]", equalTo("sanction"))
                .body("responses.q1.results[0].id", equalTo("ofac-sdn-37059"))
                .body("limit", equalTo(3))
                .body("responses.q1.results[0].datasets[0]", equalTo("ofac-sdn"));
        post(
                        "match/nowhere",
                        "{\"queries\":{\"q1\":{\"schema\":\"Vessel\",\"properties\":{\"name\":[\"A\"]}}}}")
                .statusCode(404);
    }

    @Test
    void yentesSettingsAreHeeded() {
        String angara =
                "{\"queries\":{\"q1\":{\"schema\":\"Vessel\",\"properties\":{\"name\":\"Angara\",\"imoNumber\":\"IMO9179842\"}}}}";

        post("match/us_ofac_sdn", angara).body("responses.q1.results", hasSize(1));
        for (String without :
                new String[] {
                    "match/un_sc_sanctions?limit=5",
                    "match/default?exclude_dataset=us_ofac_sdn",
                    "match/default?include_dataset=un_sc_sanctions",
                    "match/default?include_dataset=nowhere",
                    "match/default?exclude_schema=Vessel",
                    "match/default?exclude_entity_ids=ofac-sdn-37059",
                    "match/default?topics=role.pep"
                }) {
            post(without, angara).statusCode(200).body("responses.q1.results", hasSize(0));
        }
        post("match/default?changed_since=2024-01-01", angara)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("changed_since"));
        post("match/default?limit=501", angara)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("limit"));
        post("match/default?threshold=0.999", angara)
                .body("responses.q1.results[0].match", equalTo(false));
        post("match/default", "{\"queries\":{}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/queries"));
    }

    @Test
    void aFactAnswersForAListWithoutAFile() {
        post(
                        "reference-facts",
                        "{\"authority\":\"European Union\",\"list\":\"eu-833-annex-xlii\",\"imo\":\"9179842\","
                                + "\"name\":\"ANGARA\",\"listedOn\":\"2024-06-25\",\"source\":\"Official Journal\"}")
                .statusCode(201);
        String imo = "\"imo\":\"9179842\"";

        String id =
                post("screen", asked(imo, ",\"asOf\":\"2024-06-26\""))
                        .body(
                                "queries.a.results.listing.list",
                                org.hamcrest.Matchers.containsInAnyOrder(
                                        "ofac-sdn", "eu-833-annex-xlii"))
                        .body(
                                "queries.a.results.find { it.listing.list == 'eu-833-annex-xlii' }.listedOn.basis",
                                equalTo("claimed"))
                        .body(
                                "queries.a.results.find { it.listing.list == 'eu-833-annex-xlii' }.listedOn.explanation",
                                containsString("says Official Journal"))
                        .body(
                                "coverage.find { it.list == 'eu-833-annex-xlii' }.status",
                                equalTo("reference-facts"))
                        .extract()
                        .path("screeningId");
        post("screen", asked(imo, "")).body("queries.a.results", hasSize(2));
        post("screen", asked(imo, ",\"asOf\":\"2024-06-24\""))
                .body("queries.a.results", hasSize(1));
        post("screen", asked(imo, ",\"asOf\":\"2024-06-26\",\"knownAt\":\"2024-06-26\""))
                .body("queries.a.results", hasSize(1));
        post("screenings/" + id + "/replay", "")
                .body("isSame", equalTo(true))
                .body("sameCorpus", equalTo(true));
    }

    @Test
    void aPersonMayComeInParts() {
        post(
                        "compare",
                        "{\"query\":{\"schema\":\"Person\",\"properties\":{\"lastName\":\"Putin\",\"firstName\":\"Vladimir\"}},"
                                + "\"candidate\":{\"schema\":\"Person\",\"properties\":{\"name\":[\"Vladimir Putin\"]}}}")
                .statusCode(200)
                .body("results[0].matchedNames[0].query", equalTo("Vladimir Putin"));
    }

    @Test
    void aTableGoesInAndATableComesOut() {
        String out =
                SanctionsApi.as(Tokens.carl())
                        .contentType("text/csv")
                        .body(
                                "id,schema,name,imo\nx1,vessel,\"=ANGARA\",9179842\nx2,vessel,QUITE UNKNOWN SHIP,\nx3,boat,,\n")
                        .post("screen/csv")
                        .then()
                        .statusCode(200)
                        .contentType(containsString("text/csv"))
                        .extract()
                        .asString();

        var lines = out.lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("x1,'=ANGARA,1,0.99").contains("37059");
        assertThat(lines.get(2)).startsWith("x2,QUITE UNKNOWN SHIP,0");
        assertThat(lines.get(3)).startsWith("x3,").contains("line 4").contains("expected vessel");
    }
}
