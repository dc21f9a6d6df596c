package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class EvidenceTest {

    private static final String SILENCE =
            """
            {"id": "s", "version": 3, "state": "reappeared", "synthetic": true,
             "vessel": {"mmsi": "273000001", "name": "ANGARA"}, "durationHours": 31.50,
             "start": {"at": "2024-01-10T00:00:00Z", "latitudeDegrees": 42.1, "longitudeDegrees": 130.4},
             "end": {"at": "2024-01-11T07:30:00Z", "latitudeDegrees": 38.0, "longitudeDegrees": 125.0},
             "sources": ["reconstruction"]}
            """;

    private final String href = "/api/ais/v1/activities/" + UUID.randomUUID();

    private Response freeze(String caseId, String path) {
        return post(
                Tokens.carl(),
                "/cases/" + caseId + "/evidence",
                Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", path)));
    }

    @Nested
    class AFrozenRecord {
        @Test
        void isRegisteredWithItsOriginTimeAndPlace() {
            FakeSources.put(href, SILENCE);
            String id = openCase(Tokens.carl(), "frozen");

            freeze(id, href)
                    .then()
                    .statusCode(201)
                    .body("title", equalTo("Silence of ANGARA, 31.5 hours"))
                    .body("synthetic", equalTo(true))
                    .body("source", equalTo("reconstruction"))
                    .body("collectedBy", equalTo("carl"))
                    .body("liveState", equalTo("same"))
                    .body("ref.href", equalTo(href))
                    .body("occurredFrom", equalTo("2024-01-10T00:00:00Z"))
                    .body("geometry.type", equalTo("MultiPoint"))
                    .body("geometry.coordinates[0]", contains(130.4f, 42.1f));
            assertThat(FakeSources.AUTHORIZATIONS).last().asString().startsWith("Bearer ey");
            get(Tokens.carl(), "/cases/" + id)
                    .then()
                    .body("isSynthetic", equalTo(true))
                    .body("counts.evidence", equalTo(1));
        }

        @Test
        void hasTheHashThatSha256sumGivesForItsBytes() throws Exception {
            FakeSources.put(href, SILENCE);
            String id = openCase(Tokens.carl(), "hash");
            var frozen = freeze(id, href).then().statusCode(201).extract();
            String sha256 = frozen.path("sha256");

            var content =
                    get(
                                    Tokens.carl(),
                                    "/cases/" + id + "/evidence/" + frozen.path("id") + "/content")
                            .then()
                            .statusCode(200)
                            .header("ETag", "\"" + sha256 + "\"")
                            .extract()
                            .asByteArray();

            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
            assertThat(content).hasSize(frozen.<Integer>path("sizeBytes"));
            assertThat(new String(content, StandardCharsets.UTF_8))
                    .startsWith("{\"durationHours\":31.5,\"end\":{\"at\":");
        }

        @Test
        void isTheSameItemWhenFrozenAgain() {
            FakeSources.put(href, SILENCE);
            String id = openCase(Tokens.carl(), "again");
            String first = freeze(id, href).then().statusCode(201).extract().path("id");
            FakeSources.put(href, SILENCE.replace("\n", " ").replace("31.50", "31.5"));

            freeze(id, href).then().statusCode(200).body("id", equalTo(first));

            get(Tokens.carl(), "/cases/" + id + "/evidence").then().body("items", hasSize(1));
        }

        @Test
        void saysWhenTheSourceMovesOnAndStaysAsItWas() {
            FakeSources.put(href, SILENCE);
            String id = openCase(Tokens.carl(), "moves on");
            String item = freeze(id, href).then().extract().path("id");
            FakeSources.put(href, SILENCE.replace("reappeared", "retracted"));

            get(Tokens.carl(), "/cases/" + id + "/evidence/" + item)
                    .then()
                    .body("liveState", equalTo("differs"))
                    .body("record.state", equalTo("reappeared"));
            FakeSources.put(href, SILENCE);
            get(Tokens.carl(), "/cases/" + id + "/evidence?live=true")
                    .then()
                    .body("items.liveState", contains("same"));
            FakeSources.put(href, new FakeSources.Answer(503, "{}", 0));
            get(Tokens.carl(), "/cases/" + id + "/evidence/" + item)
                    .then()
                    .body("liveState", equalTo("unknown"));
            FakeSources.remove(href);
            get(Tokens.carl(), "/cases/" + id + "/evidence/" + item)
                    .then()
                    .body("liveState", equalTo("differs"));
        }

        @Test
        void isFrozenOnceForOneKey() {
            FakeSources.put(href, SILENCE);
            String id = openCase(Tokens.carl(), "key");
            var body = Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href));
            String key = UUID.randomUUID().toString();
            String path = Api.ROOT + "/cases/" + id + "/evidence";

            var first = as(Tokens.carl(), body).header("Idempotency-Key", key).post(path);
            FakeSources.remove(href);
            var second = as(Tokens.carl(), body).header("Idempotency-Key", key).post(path);

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(second.asString()).isEqualTo(first.asString());
        }
    }

    @Nested
    class ASourceThatIsAway {
        @Test
        void leavesNothingHalfStored() {
            String id = openCase(Tokens.carl(), "away");
            FakeSources.put(href, new FakeSources.Answer(200, SILENCE, 2_000));

            refused(freeze(id, href), 503, "source-unavailable");
            refused(
                    post(
                            Tokens.carl(),
                            "/cases/" + id + "/evidence",
                            Map.of(
                                    "kind",
                                    "match",
                                    "ref",
                                    Map.of(
                                            "service",
                                            "sanctions",
                                            "href",
                                            "/api/sanctions/v1/matches?mmsi=273000001"))),
                    503,
                    "source-unavailable");

            get(Tokens.carl(), "/cases/" + id)
                    .then()
                    .body("version", equalTo(1))
                    .body("counts.evidence", equalTo(0));
        }

        @Test
        void isToldFromOneThatHasNothingThere() {
            String id = openCase(Tokens.carl(), "nothing there");

            refused(freeze(id, href), 422, "source-unusable");
            FakeSources.put(href, new FakeSources.Answer(200, "<html>", 0));
            refused(freeze(id, href), 422, "source-unusable");
            FakeSources.put(href, new FakeSources.Answer(403, "{}", 0));
            refused(freeze(id, href), 403, "forbidden");
            FakeSources.put(href, new FakeSources.Answer(302, "", 0));
            refused(freeze(id, href), 422, "source-unusable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "//elsewhere/api/ais/v1/activities/1",
                "/api/ais/v1/activities/../../../q/health",
                "/api/ais/v1/activities/..",
                "/api/ais/v1/activities/%2e%2e",
                "/api/ais/v1/activities/1@elsewhere",
                "/api/ais/v1/activities/1#x",
                "/api/ais/v1/jobs/1",
                "/api/cases/v1/cases",
                "/q/metrics",
                "@elsewhere/api/ais/v1/activities/1",
                "/api/ais/v1/activities/1?x=\r\nHost: elsewhere"
            })
    void anAddressThatIsNotARecordOfThePlatformIsRefused(String path) {
        String id = openCase(Tokens.carl(), "address");

        refused(freeze(id, path), 422, "invalid").body("errors[0].pointer", equalTo("/ref/href"));
    }

    @Test
    void aServiceThatDoesNotHoldTheKindIsRefused() {
        String id = openCase(Tokens.carl(), "service");

        refused(
                        post(
                                Tokens.carl(),
                                "/cases/" + id + "/evidence",
                                Map.of(
                                        "kind",
                                        "silence",
                                        "ref",
                                        Map.of("service", "cases", "href", href))),
                        422,
                        "invalid")
                .body("errors[0].pointer", equalTo("/ref/service"));
    }
}
