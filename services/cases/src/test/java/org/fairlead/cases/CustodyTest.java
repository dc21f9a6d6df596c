package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.cases.evidence.Verifier;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
@SuppressWarnings("NullAway.Init")
class CustodyTest {

    @Inject Verifier verifier;

    @ConfigProperty(name = "fairlead.state-dir")
    Path state;

    private static String freeze(String caseId) {
        String href = "/api/ais/v1/activities/" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"nonce\": \"%s\"}".formatted(caseId));
        return post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/evidence",
                        Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String upload(String caseId) {
        return as(Tokens.carl())
                .header("Fairlead-File-Name", "note.txt")
                .contentType("text/plain")
                .body(("of " + caseId).getBytes(StandardCharsets.UTF_8))
                .post(Api.ROOT + "/cases/" + caseId + "/evidence/files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String of(String caseId, String item) {
        return "/cases/" + caseId + "/evidence/" + item;
    }

    @Test
    void tellsWhatBecameOfAnExhibit() {
        String id = openCase(Tokens.carl(), "custody");
        String item = freeze(id);
        get(Tokens.lena(), of(id, item)).then().statusCode(200);
        get(Tokens.rosa(), of(id, item) + "/content").then().statusCode(200);
        post(Tokens.carl(), of(id, item) + "/verification", Map.of())
                .then()
                .statusCode(200)
                .body("isWhole", equalTo(true));
        post(
                        Tokens.carl(),
                        of(id, item) + "/custody",
                        Map.of("action", "transferred", "reason", "Handed to the court."))
                .then()
                .statusCode(201)
                .body("action", equalTo("transferred"))
                .body("sequence", equalTo(5));
        get(Tokens.carl(), "/cases/" + id + "/export").then().statusCode(200);

        get(Tokens.carl(), of(id, item) + "/custody")
                .then()
                .body("isWhole", equalTo(true))
                .body(
                        "items.action",
                        contains(
                                "collected",
                                "viewed",
                                "downloaded",
                                "verified",
                                "transferred",
                                "exported"))
                .body("items.actor", contains("carl", "lena", "rosa", "carl", "carl", "carl"))
                .body("items[4].detail", equalTo("Handed to the court."));
    }

    @Test
    void takesOnlyTheWordOfPeopleForWhatItCannotSee() {
        String id = openCase(Tokens.carl(), "words");
        String item = freeze(id);

        refused(
                        post(
                                Tokens.carl(),
                                of(id, item) + "/custody",
                                Map.of("action", "viewed", "reason", "x")),
                        422,
                        "invalid")
                .body("errors[0].pointer", equalTo("/action"));
        refused(
                        post(
                                Tokens.carl(),
                                of(id, item) + "/custody",
                                Map.of("action", "disposed")),
                        422,
                        "invalid")
                .body("errors[0].pointer", equalTo("/reason"));
        refused(get(Tokens.chen(), of(id, item) + "/custody"), 404, "not-found");
        refused(post(Tokens.chen(), of(id, item) + "/verification", Map.of()), 404, "not-found");
    }

    @Test
    void findsAFlippedByteInAFileAndTellsTheCase() throws IOException {
        String id = openCase(Tokens.carl(), "corrupt");
        String item = upload(id);
        String sha256 = get(Tokens.carl(), of(id, item)).path("sha256");
        Path blob =
                state.resolve("blobs")
                        .resolve("team-gulf")
                        .resolve(sha256.substring(0, 2))
                        .resolve(sha256);
        byte[] bytes = Files.readAllBytes(blob);
        bytes[3] ^= 1;
        Files.write(blob, bytes);

        assertThat(verifier.verifyAll().await().atMost(Duration.ofMinutes(1))).isPositive();

        get(Tokens.amir(), "/cases/" + id + "/audit")
                .then()
                .body("items.action", hasItem("evidence-corrupt"));
        get(Tokens.carl(), of(id, item) + "/custody")
                .then()
                .body("items.action", hasItem("verified"))
                .body("items.detail", hasItem(containsString("corrupt: found ")));
        RestAssured.given()
                .get("/q/metrics")
                .then()
                .body(
                        org.hamcrest.Matchers.matchesRegex(
                                "(?s).*fairlead_evidence_corrupt(\\{[^}]*})? [1-9].*"));
        post(Tokens.carl(), of(id, item) + "/verification", Map.of())
                .then()
                .body("isWhole", equalTo(false));
        refused(get(Tokens.carl(), "/cases/" + id + "/export"), 409, "evidence-corrupt");

        get(Tokens.carl(), "/cases/" + id + "/tasks")
                .then()
                .body("items.title", contains("An exhibit is no longer what was frozen"));

        // Said once, however often it is found.
        var _ = verifier.verifyAll().await().atMost(Duration.ofMinutes(1));
        var actions =
                get(Tokens.amir(), "/cases/" + id + "/audit?limit=200")
                        .jsonPath()
                        .getList("items.action");
        assertThat(actions.stream().filter("evidence-corrupt"::equals)).hasSize(1);
    }

    /// With the power of a database administrator.
    @Test
    void findsAFlippedByteInARecord() throws SQLException {
        String id = openCase(Tokens.carl(), "corrupt record");
        String item = freeze(id);
        String sha256 = get(Tokens.carl(), of(id, item)).path("sha256");
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "cases")
                                .getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "alter table evidence_content drop constraint evidence_content_check");
            statement.execute(
                    "update evidence_content set content = set_byte(content, 2, get_byte(content,"
                            + " 2) # 1) where sha256 = '"
                            + sha256
                            + "'");

            var _ = verifier.verifyAll().await().atMost(Duration.ofMinutes(1));
            get(Tokens.amir(), "/cases/" + id + "/audit")
                    .then()
                    .body("items.action", hasItem("evidence-corrupt"));

            statement.execute(
                    "update evidence_content set content = set_byte(content, 2, get_byte(content,"
                            + " 2) # 1) where sha256 = '"
                            + sha256
                            + "'");
            statement.execute(
                    "alter table evidence_content add constraint evidence_content_check check"
                            + " (sha256 = encode(sha256(content), 'hex'))");
            statement.execute("set session_replication_role = origin");
        }
        post(Tokens.carl(), of(id, item) + "/verification", Map.of())
                .then()
                .body("isWhole", equalTo(true));
    }

    /// Frozen by hand into a case that has no lead of it.
    @Test
    void opensATaskWhenTheSourceTakesBackWhatWasFrozenAndKeepsTheExhibit() {
        UUID silence = UUID.randomUUID();
        String href = "/api/ais/v1/activities/" + silence;
        FakeSources.put(href, "{\"state\": \"open\"}");
        String id = openCase(Tokens.carl(), "retracted");
        String item =
                post(
                                Tokens.carl(),
                                "/cases/" + id + "/evidence",
                                Map.of(
                                        "kind",
                                        "silence",
                                        "ref",
                                        Map.of("service", "ais", "href", href)))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String mmsi = Events.mmsi();
        Events.send(
                "ais.activities",
                mmsi,
                "org.fairlead.ais.silence.v1",
                Events.silence(
                        silence,
                        2,
                        org.fairlead.contracts.ais.Silence.State.RETRACTED,
                        31,
                        new org.fairlead.contracts.ais.VesselRef(mmsi, null, "X")));

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        get(Tokens.carl(), "/cases/" + id + "/tasks")
                                .then()
                                .body("items.title", contains("Upstream retracted an exhibit")));
        get(Tokens.carl(), of(id, item)).then().body("record.state", equalTo("open"));
    }
}
