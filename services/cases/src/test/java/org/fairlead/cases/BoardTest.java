package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The link board: what belongs together in a case, drawn of what the reader sees.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class BoardTest {

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = Tokens.person("drawer", Map.of(team, List.of("lead")));
    private String caseId = "";
    private String own = "";

    @BeforeEach
    void begin() {
        caseId = openCase(token, "a board");
        own = "/cases/" + caseId;
    }

    private String made(String path, Object body) {
        return post(token, path, body).then().statusCode(201).extract().path("id");
    }

    private String subject(String caseId, String kind, String name) {
        return made("/cases/" + caseId + "/subjects", Map.of("kind", kind, "name", name));
    }

    private JsonPath board(String token) {
        return get(token, own + "/board").then().statusCode(200).extract().jsonPath();
    }

    private static List<String> links(JsonPath board) {
        return board.<Map<String, String>>getList("links").stream()
                .map(link ->
                        "%s %s %s"
                                .formatted(link.get("source"), link.get("kind"), link.get("target"))
                                .replaceAll(":[0-9a-f-]+", ""))
                .toList();
    }

    @Test
    void ofAnEmptyCaseHasTheCaseAlone() {
        JsonPath board = board(token);

        assertThat(board.getList("nodes.kind")).containsExactly("case");
        assertThat(board.getList("links")).isEmpty();
        assertThat(board.getList("hidden")).isEmpty();
    }

    @Test
    void linksSubjectsEvidenceFindingsQuestionsAndLeads() {
        String mmsi = Events.mmsi();
        String ship =
                made(own + "/subjects", Map.of("kind", "vessel", "name", "SHIP", "mmsi", mmsi));
        String owner = subject(caseId, "company", "OWNER");
        made(
                own + "/relations",
                Map.of(
                        "source",
                        owner,
                        "target",
                        ship,
                        "kind",
                        "owns-beneficially",
                        "from",
                        "2019-03-01",
                        "note",
                        "by the register"));
        String lead =
                made(
                        "/leads",
                        Map.of("title", "seen", "vessel", Map.of("mmsi", mmsi, "name", "S")));
        post(token, "/leads/" + lead + "/attach", Map.of("caseId", caseId)).then().statusCode(200);
        String href = "/api/ais/v1/activities/board-" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        String exhibit =
                made(
                        own + "/evidence",
                        Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href)));
        String question = made(own + "/questions", Map.of("text", "Where was she?"));
        made(
                own + "/findings",
                Map.of(
                        "statement",
                        "She was at Rajin.",
                        "confidence",
                        "low",
                        "questionId",
                        question,
                        "evidence",
                        List.of(Map.of("evidenceId", exhibit, "stance", "contradicts"))));

        JsonPath board = board(token);

        assertThat(links(board))
                .containsExactlyInAnyOrder(
                        "subject relation subject",
                        "finding answers question",
                        "evidence contradicts finding",
                        "lead about subject",
                        "case part subject",
                        "case part subject",
                        "case part question");
        assertThat(board.<Map<String, String>>getList("links"))
                .filteredOn(link -> "relation".equals(link.get("kind")))
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "source", "subject:" + owner,
                                "target", "subject:" + ship,
                                "kind", "relation",
                                "label", "owns beneficially",
                                "from", "2019-03-01",
                                "note", "by the register"));
    }

    @Nested
    class ANeighbour {
        private final String mmsi = Events.mmsi();
        private String other = "";

        private void share() {
            other = openCase(token, "the other");
            for (String id : List.of(caseId, other)) {
                made("/cases/" + id + "/subjects", Map.of("kind", "vessel", "mmsi", mmsi));
            }
            made(own + "/related", Map.of("caseId", other, "reason", "one owner"));
        }

        @Test
        void isThereForWhoeverSeesIt() {
            share();

            JsonPath board = board(token);

            assertThat(links(board))
                    .contains("neighbour related case", "neighbour also-in subject");
            assertThat(board.<Map<String, String>>getList("nodes"))
                    .filteredOn(node -> "neighbour".equals(node.get("kind")))
                    .singleElement()
                    .extracting(node -> node.get("target"))
                    .isEqualTo(other);
        }

        /// Also not in the audit, which more people read than see the neighbour.
        @Test
        void isAbsentForWhoeverDoesNot() {
            share();
            String colleague = Tokens.person("colleague", Map.of(team, List.of("analyst")));
            JsonPath before = board(colleague);
            post(
                            token,
                            "/cases/" + other + "/exclusions",
                            Map.of(
                                    "subject",
                                    Tokens.subjectOf("colleague"),
                                    "name",
                                    "c",
                                    "reason",
                                    "r"))
                    .then()
                    .statusCode(201);

            JsonPath after = board(colleague);

            assertThat(before.getList("nodes.kind")).contains("neighbour");
            assertThat(after.getList("nodes.kind")).doesNotContain("neighbour");
            assertThat(after.prettify()).doesNotContain(other).doesNotContain("one owner");
            assertThat(
                            get(token, own + "/audit")
                                    .jsonPath()
                                    .<String>getList(
                                            "items.findAll { it.action == 'board-listed' }.detail"))
                    .containsOnly("2 items");
        }
    }

    @Nested
    class ARelation {
        private String ship = "";
        private String company = "";

        @BeforeEach
        void addSubjects() {
            ship = subject(caseId, "vessel", "SHIP");
            company = subject(caseId, "company", "OWNER");
        }

        @Test
        void isBetweenTwoSubjectsOfTheCase() {
            String elsewhere = subject(openCase(token, "another"), "company", "THEIRS");

            refused(
                            post(
                                    token,
                                    own + "/relations",
                                    Map.of("source", elsewhere, "target", ship, "kind", "owns")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/source"));
            refused(
                            post(
                                    token,
                                    own + "/relations",
                                    Map.of("source", ship, "target", ship, "kind", "met")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/target"));
            refused(
                            post(
                                    token,
                                    own + "/relations",
                                    Map.of(
                                            "source",
                                            company,
                                            "target",
                                            ship,
                                            "kind",
                                            "owns",
                                            "from",
                                            "2024-02-01",
                                            "to",
                                            "2024-01-01")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/to"));
            get(token, own + "/relations").then().body("items", empty());
        }

        @Test
        void isTakenOffAgainAndStaysInTheAudit() {
            String id =
                    made(
                            own + "/relations",
                            Map.of("source", company, "target", ship, "kind", "operates"));
            get(token, own + "/relations").then().body("items.id", contains(id));

            as(token).delete(Api.ROOT + own + "/relations/" + id).then().statusCode(204);

            get(token, own + "/relations").then().body("items.id", not(hasItem(id)));
            refused(as(token).delete(Api.ROOT + own + "/relations/" + id), 404, "not-found");
            get(token, own + "/audit")
                    .then()
                    .body("items.action", hasItem("relation-added"))
                    .body(
                            "items.find { it.action == 'relation-removed' }.detail",
                            equalTo("%s operates %s".formatted(company, ship)));
        }

        @Test
        void isNotDrawnByWhoMayOnlyRead() {
            String viewer = Tokens.person("viewer", Map.of(team, List.of("viewer")));

            refused(
                    post(
                            viewer,
                            own + "/relations",
                            Map.of("source", company, "target", ship, "kind", "owns")),
                    403,
                    "forbidden");
        }
    }
}
