package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A claim: with what speaks for it and against it, tested, and accepted by a second person.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class FindingTest {

    private static final List<String> ALTERNATIVES =
            List.of("coverage-hole", "feed-outage", "shared-mmsi", "another-ship", "lawful-reason");

    private static String exhibit(String caseId) {
        String href = "/api/ais/v1/activities/finding-" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        return post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/evidence",
                        Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> words(String evidenceId) {
        var words = new HashMap<String, Object>();
        words.put("statement", "She called at Rajin between 9 and 11 January 2024.");
        words.put("confidence", "moderate");
        words.put("from", "2024-01-09T00:00:00Z");
        words.put("to", "2024-01-11T00:00:00Z");
        words.put("geometry", Map.of("type", "Point", "coordinates", List.of(130.3, 42.233)));
        words.put(
                "evidence",
                List.of(Map.of("evidenceId", evidenceId, "stance", "supports", "note", "the gap")));
        words.put(
                "alternatives",
                Stream.of(ALTERNATIVES)
                        .flatMap(List::stream)
                        .map(kind ->
                                Map.of("kind", kind, "result", "ruled-out", "reason", "looked at"))
                        .toList());
        words.put("againstNote", "No image of the port on those days shows it empty.");
        return words;
    }

    private static String begin(String caseId, Map<String, Object> words) {
        return post(Tokens.carl(), "/cases/" + caseId + "/findings", words)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("draft"))
                .extract()
                .path("id");
    }

    private static Response move(
            String token,
            String caseId,
            String id,
            int version,
            String to,
            @Nullable String reason) {
        var step = new HashMap<String, Object>();
        step.put("to", to);
        if (reason != null) {
            step.put("reason", reason);
        }
        return as(token, step)
                .header("If-Match", "\"" + version + "\"")
                .post(Api.ROOT + "/cases/" + caseId + "/findings/" + id + "/transitions");
    }

    @Test
    void isAcceptedByASecondPersonWithAReason() {
        String caseId = openCase(Tokens.carl(), "accepted");
        String id = begin(caseId, words(exhibit(caseId)));

        move(Tokens.carl(), caseId, id, 1, "proposed", null).then().statusCode(200);
        move(Tokens.rosa(), caseId, id, 2, "accepted", "The margins hold.")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("accepted"))
                .body("review.by", equalTo("rosa"))
                .body("review.reason", equalTo("The margins hold."));

        get(Tokens.lena(), "/cases/" + caseId + "/findings")
                .then()
                .body("items", hasSize(1))
                .body("items[0].evidence[0].stance", equalTo("supports"))
                .body("items[0].alternatives.kind", hasItems("coverage-hole", "lawful-reason"));
        get(Tokens.lena(), "/cases/" + caseId + "/audit")
                .then()
                .body(
                        "items.action",
                        hasItems("finding-begun", "finding-proposed", "finding-accepted"));
        get(Tokens.lena(), "/cases/" + caseId + "/timeline")
                .then()
                .body("items.title", hasItem("Finding accepted: The margins hold."));
    }

    @Nested
    class ItsWriter {
        @Test
        void doesNotReviewIt() {
            String caseId = openCase(Tokens.rosa(), "own work");
            String evidenceId = exhibit(caseId);
            String id =
                    post(Tokens.rosa(), "/cases/" + caseId + "/findings", words(evidenceId))
                            .then()
                            .extract()
                            .path("id");
            move(Tokens.rosa(), caseId, id, 1, "proposed", null).then().statusCode(200);

            refused(
                    move(Tokens.rosa(), caseId, id, 2, "accepted", "I like it."),
                    409,
                    "second-person-needed");
        }

        @Test
        void isAlsoWhoeverChangedAWordOfIt() {
            String caseId = openCase(Tokens.carl(), "two writers");
            String evidenceId = exhibit(caseId);
            String id = begin(caseId, words(evidenceId));
            var better = words(evidenceId);
            better.put("statement", "She called at Rajin on 10 January 2024.");
            as(Tokens.rosa(), better)
                    .header("If-Match", "\"1\"")
                    .put(Api.ROOT + "/cases/" + caseId + "/findings/" + id)
                    .then()
                    .statusCode(200);
            move(Tokens.carl(), caseId, id, 2, "proposed", null).then().statusCode(200);

            refused(
                    move(Tokens.rosa(), caseId, id, 3, "rejected", "No."),
                    409,
                    "second-person-needed");
            move(Tokens.lena(), caseId, id, 3, "accepted", "Yes.").then().statusCode(200);
        }

        @Test
        void isKeptFromReviewingByTheDatabaseToo() throws SQLException {
            String caseId = openCase(Tokens.carl(), "past the service");
            String id = begin(caseId, words(exhibit(caseId)));
            int port = PlatformResource.database().getPort();
            try (var connection =
                            DriverManager.getConnection(
                                    "jdbc:postgresql://127.0.0.1:" + port + "/cases",
                                    "cases",
                                    "app");
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select set_config('fairlead.system', 'on', true)");

                assertThatThrownBy(() ->
                                statement.execute(
                                        "update finding set state = 'ACCEPTED', reviewer_subject ="
                                                + " author_subject where id = '"
                                                + id
                                                + "'"))
                        .hasMessageContaining("check constraint");
            }
        }

        @Test
        void needsTheRoleToReview() {
            String caseId = openCase(Tokens.rosa(), "role");
            String evidenceId = exhibit(caseId);
            String id =
                    post(Tokens.rosa(), "/cases/" + caseId + "/findings", words(evidenceId))
                            .then()
                            .extract()
                            .path("id");
            move(Tokens.rosa(), caseId, id, 1, "proposed", null).then().statusCode(200);

            refused(move(Tokens.carl(), caseId, id, 2, "accepted", "x"), 403, "forbidden");
        }
    }

    @Nested
    class BeforeItIsProposed {
        @Test
        void saysWhatIsMissing() {
            String caseId = openCase(Tokens.carl(), "bare");
            String id = begin(caseId, Map.of("statement", "She was there.", "confidence", "high"));

            get(Tokens.carl(), "/cases/" + caseId + "/findings/" + id)
                    .then()
                    .body("missing", hasSize(7))
                    .body("missing", hasItem("evidence that supports it"));
            refused(move(Tokens.carl(), caseId, id, 1, "proposed", null), 409, "finding-incomplete")
                    .body("detail", containsString("the alternative feed-outage"));
        }

        @Test
        void isCompleteWithEvidenceOnBothSidesAndEveryAlternative() {
            String caseId = openCase(Tokens.carl(), "both sides");
            var words = words(exhibit(caseId));
            words.remove("againstNote");
            words.put(
                    "evidence",
                    List.of(
                            Map.of("evidenceId", exhibit(caseId), "stance", "supports"),
                            Map.of("evidenceId", exhibit(caseId), "stance", "contradicts")));

            String id = begin(caseId, words);

            get(Tokens.carl(), "/cases/" + caseId + "/findings/" + id)
                    .then()
                    .body("missing", empty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "statement, '', /statement",
        "confidence, certain, /confidence",
        "to, 2023-01-01T00:00:00Z, /to",
        "geometry, here, /geometry"
    })
    void namesTheFieldItRefuses(String field, String value, String pointer) {
        String caseId = openCase(Tokens.carl(), "fields");
        var words = words(exhibit(caseId));
        words.put(field, value);

        refused(post(Tokens.carl(), "/cases/" + caseId + "/findings", words), 422, "invalid")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void restsOnExhibitsOfItsOwnCaseOnly() {
        String elsewhere = exhibit(openCase(Tokens.carl(), "elsewhere"));
        String caseId = openCase(Tokens.carl(), "here");

        refused(
                        post(Tokens.carl(), "/cases/" + caseId + "/findings", words(elsewhere)),
                        422,
                        "invalid")
                .body("errors[0].pointer", equalTo("/evidence/0/evidenceId"));
    }

    @Nested
    class OnceDecided {
        @Test
        void itsWordsDoNotChange() {
            String caseId = openCase(Tokens.carl(), "fixed");
            var words = words(exhibit(caseId));
            String id = begin(caseId, words);
            move(Tokens.carl(), caseId, id, 1, "proposed", null).then().statusCode(200);
            move(Tokens.lena(), caseId, id, 2, "accepted", "Yes.").then().statusCode(200);

            refused(
                    as(Tokens.carl(), words)
                            .header("If-Match", "\"3\"")
                            .put(Api.ROOT + "/cases/" + caseId + "/findings/" + id),
                    409,
                    "finding-decided");
            refused(
                    move(Tokens.carl(), caseId, id, 3, "draft", null),
                    409,
                    "transition-not-allowed");
            move(Tokens.carl(), caseId, id, 3, "withdrawn", "The image was of another day.")
                    .then()
                    .statusCode(200);
        }

        @Test
        void itIsWrittenAnewWhenRejected() {
            String caseId = openCase(Tokens.carl(), "rejected");
            var words = words(exhibit(caseId));
            String id = begin(caseId, words);
            move(Tokens.carl(), caseId, id, 1, "proposed", null).then().statusCode(200);
            refused(move(Tokens.lena(), caseId, id, 2, "rejected", null), 422, "invalid")
                    .body("errors[0].pointer", equalTo("/reason"));
            move(Tokens.lena(), caseId, id, 2, "rejected", "Which berth?").then().statusCode(200);

            as(Tokens.carl(), words)
                    .header("If-Match", "\"3\"")
                    .put(Api.ROOT + "/cases/" + caseId + "/findings/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("draft"))
                    .body("review", nullValue());
        }
    }

    @Test
    void isNotOverwrittenByASecondEditor() {
        String caseId = openCase(Tokens.carl(), "two editors");
        var words = words(exhibit(caseId));
        String id = begin(caseId, words);
        as(Tokens.lena(), words)
                .header("If-Match", "\"1\"")
                .put(Api.ROOT + "/cases/" + caseId + "/findings/" + id)
                .then()
                .statusCode(200);

        refused(
                        as(Tokens.carl(), words)
                                .header("If-Match", "\"1\"")
                                .put(Api.ROOT + "/cases/" + caseId + "/findings/" + id),
                        412,
                        "precondition-failed")
                .header("ETag", "\"2\"")
                .body("current.version", equalTo(2));
    }

    @Nested
    class InAnExport {
        @Test
        void isReviewedOrMarkedADraft() throws IOException {
            String caseId = openCase(Tokens.carl(), "draft");
            String id = begin(caseId, words(exhibit(caseId)));

            refused(get(Tokens.carl(), "/cases/" + caseId + "/export"), 409, "finding-unreviewed");
            var draft = get(Tokens.carl(), "/cases/" + caseId + "/export?draft=true");
            draft.then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString("-draft.zip"));
            assertThat(file(draft.asByteArray(), "README.txt")).startsWith("DRAFT");
            move(Tokens.carl(), caseId, id, 1, "proposed", null).then().statusCode(200);
            move(Tokens.lena(), caseId, id, 2, "accepted", "Yes.").then().statusCode(200);
            byte[] whole = get(Tokens.carl(), "/cases/" + caseId + "/export").asByteArray();

            assertThat(file(whole, "case.json"))
                    .contains("She called at Rajin")
                    .contains("\"isDraft\":false");
            assertThat(get(Tokens.lena(), "/cases/" + caseId + "/export").asByteArray())
                    .isEqualTo(whole);
        }

        private static String file(byte[] zip, String name) throws IOException {
            try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().endsWith(name)) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
            throw new AssertionError("no " + name);
        }
    }

    @Nested
    class AQuestion {
        @Test
        void leadsToAHypothesisAndToAFinding() {
            String caseId = openCase(Tokens.carl(), "question");
            String question =
                    post(
                                    Tokens.carl(),
                                    "/cases/" + caseId + "/questions",
                                    Map.of("text", "Where was she in January?"))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            String hypothesis =
                    post(
                                    Tokens.carl(),
                                    "/cases/" + caseId + "/questions",
                                    Map.of(
                                            "kind", "hypothesis",
                                            "parentId", question,
                                            "text", "She loaded at Rajin."))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            var words = words(exhibit(caseId));
            words.put("questionId", hypothesis);
            begin(caseId, words);

            post(
                            Tokens.carl(),
                            "/cases/" + caseId + "/questions/" + hypothesis + "/state",
                            Map.of("state", "supported"))
                    .then()
                    .statusCode(200);
            refused(
                            post(
                                    Tokens.carl(),
                                    "/cases/" + caseId + "/questions/" + question + "/state",
                                    Map.of("state", "refuted")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/state"));
            get(Tokens.carl(), "/cases/" + caseId + "/questions")
                    .then()
                    .body("items.state", contains("open", "supported"));
        }

        @Test
        void belongsToItsOwnCase() {
            String elsewhere = openCase(Tokens.carl(), "elsewhere");
            String question =
                    post(
                                    Tokens.carl(),
                                    "/cases/" + elsewhere + "/questions",
                                    Map.of("text", "Where?"))
                            .then()
                            .extract()
                            .path("id");
            String caseId = openCase(Tokens.carl(), "here");

            refused(
                    post(
                            Tokens.carl(),
                            "/cases/" + caseId + "/questions",
                            Map.of("kind", "hypothesis", "parentId", question, "text", "x")),
                    422,
                    "invalid");
        }
    }

    @Nested
    class AnAssessment {
        @Test
        void isKeptWithTheOnesBefore() {
            String caseId = openCase(Tokens.carl(), "admiralty");
            String evidenceId = exhibit(caseId);
            var first = Map.of("reliability", "B", "credibility", 2, "reason", "own receiver");
            var second = Map.of("reliability", "C", "credibility", 3, "reason", "clock was off");

            post(Tokens.carl(), "/cases/" + caseId + "/assessments/" + evidenceId, first)
                    .then()
                    .statusCode(201);
            post(Tokens.lena(), "/cases/" + caseId + "/assessments/" + evidenceId, second)
                    .then()
                    .statusCode(201);

            get(Tokens.carl(), "/cases/" + caseId + "/assessments")
                    .then()
                    .body("items.reliability", contains("B", "C"))
                    .body("items.assessedBy", contains("carl", "lena"));
        }

        @ParameterizedTest
        @CsvSource({"G, 1, /reliability", "A, 7, /credibility", "A, 0, /credibility"})
        void isOfTheAdmiraltyCode(String reliability, int credibility, String pointer) {
            String caseId = openCase(Tokens.carl(), "code");
            String evidenceId = exhibit(caseId);

            refused(
                            post(
                                    Tokens.carl(),
                                    "/cases/" + caseId + "/assessments/" + evidenceId,
                                    Map.of(
                                            "reliability", reliability,
                                            "credibility", credibility,
                                            "reason", "x")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo(pointer));
        }
    }
}
