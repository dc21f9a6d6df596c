package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.move;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.cases.retention.RetentionStore;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The work in a case: tasks, templates, fields, tags, mentions, hold, retention, merging,
/// relations.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class CaseWorkTest {

    @Inject RetentionStore retention;

    /// Leads of teams that no other test looks at.
    private static String lead(String team) {
        return Tokens.person("lead-of-" + team, Map.of(team, List.of("lead")));
    }

    private static String freshTeam() {
        return "team-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String tag(String token, String caseId) {
        return get(token, "/cases/" + caseId).then().statusCode(200).extract().header("ETag");
    }

    private static Response patch(String token, String caseId, String tag, Object body) {
        return as(token, body)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .patch(Api.ROOT + "/cases/" + caseId);
    }

    private static Map<String, String> person(String username) {
        return Map.of("subject", Tokens.subjectOf(username), "name", username);
    }

    private static void asPlatform(String sql, Object... values) {
        int port = PlatformResource.database().getPort();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/cases", "cases", "app");
                var entered = connection.createStatement();
                var statement = connection.prepareStatement(sql)) {
            entered.execute("set fairlead.system = 'on'");
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Nested
    class ATask {
        private String caseId = "";

        @BeforeEach
        void begin() {
            caseId = openCase(Tokens.carl(), "with tasks");
        }

        private ValidatableResponse open(String title) {
            return post(Tokens.carl(), "/cases/" + caseId + "/tasks", Map.of("title", title))
                    .then()
                    .statusCode(201);
        }

        private Response change(String token, String id, String tag, Map<String, ?> body) {
            return as(token, body)
                    .header("If-Match", tag)
                    .put(Api.ROOT + "/cases/" + caseId + "/tasks/" + id);
        }

        @Test
        void isDoneByVersion() {
            String id =
                    open("Ask the port authority")
                            .body("state", equalTo("open"))
                            .extract()
                            .path("id");

            change(Tokens.rosa(), id, "\"1\"", Map.of("title", "Ask the port", "state", "done"))
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("state", equalTo("done"))
                    .body("changedBy", equalTo("rosa"));
            refused(
                            change(Tokens.carl(), id, "\"1\"", Map.of("title", "mine")),
                            412,
                            "precondition-failed")
                    .body("current.title", equalTo("Ask the port"))
                    .header("ETag", "\"2\"");
            refused(
                    as(Tokens.carl(), Map.of("title", "mine"))
                            .put(Api.ROOT + "/cases/" + caseId + "/tasks/" + id),
                    428,
                    "precondition-required");
        }

        @Test
        void isCountedWhileItWaitsAndTellsTheCaseOfEveryStep() {
            String id = open("Read the log").extract().path("id");
            get(Tokens.carl(), "/cases/" + caseId).then().body("counts.tasks", equalTo(1));

            change(Tokens.carl(), id, "\"1\"", Map.of("title", "Read the log", "state", "dropped"))
                    .then()
                    .statusCode(200);

            get(Tokens.carl(), "/cases/" + caseId).then().body("counts.tasks", equalTo(0));
            get(Tokens.carl(), "/cases/" + caseId + "/audit")
                    .then()
                    .body("items.action", hasItem("task-opened"))
                    .body("items.action", hasItem("task-changed"));
        }

        @Test
        void isOverdueAfterItsTime() {
            post(
                            Tokens.carl(),
                            "/cases/" + caseId + "/tasks",
                            Map.of("title", "late", "dueAt", "2024-01-01T00:00:00Z"))
                    .then()
                    .body("isOverdue", equalTo(true));
        }

        @Test
        void isToldToWhomeverItIsGiven() {
            post(
                            Tokens.carl(),
                            "/cases/" + caseId + "/tasks",
                            Map.of("title", "for rosa " + caseId, "assignee", person("rosa")))
                    .then()
                    .statusCode(201);

            get(Tokens.rosa(), "/notifications?limit=200")
                    .then()
                    .body("items.text", hasItem("for rosa " + caseId));
            get(Tokens.rosa(), "/tasks?limit=200")
                    .then()
                    .body("items.title", hasItem("for rosa " + caseId));
            get(Tokens.carl(), "/tasks?limit=200")
                    .then()
                    .body("items.title", not(hasItem("for rosa " + caseId)));
        }

        @Test
        void isAddedOnceByARequestThatComesTwice() {
            var body = Map.of("title", "once");
            String key = UUID.randomUUID().toString();
            for (int time = 0; time < 2; time++) {
                as(Tokens.carl(), body)
                        .header("Idempotency-Key", key)
                        .post(Api.ROOT + "/cases/" + caseId + "/tasks")
                        .then()
                        .statusCode(201);
            }

            get(Tokens.carl(), "/cases/" + caseId + "/tasks").then().body("items", hasSize(1));
        }

        @Test
        void isListedByStateAndSince() {
            String id = open("first").extract().path("id");
            open("second");
            change(Tokens.carl(), id, "\"1\"", Map.of("title", "first", "state", "done"));
            String changed =
                    get(Tokens.carl(), "/cases/" + caseId + "/tasks/" + id)
                            .then()
                            .extract()
                            .path("changedAt");

            get(Tokens.carl(), "/cases/" + caseId + "/tasks?state=open")
                    .then()
                    .body("items.title", contains("second"));
            get(Tokens.carl(), "/cases/" + caseId + "/tasks?updatedSince=" + changed)
                    .then()
                    .body("items.title", contains("first"));
            refused(
                            get(
                                    Tokens.carl(),
                                    "/cases/" + caseId + "/tasks?updatedSince=yesterday"),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("updatedSince"));
        }
    }

    @Nested
    class AMention {
        private String note(String caseId, String text, String... mentioned) {
            return post(
                            Tokens.carl(),
                            "/cases/" + caseId + "/notes",
                            Map.of(
                                    "text",
                                    text,
                                    "mentions",
                                    java.util.Arrays.stream(mentioned)
                                            .map(CaseWorkTest::person)
                                            .toList()))
                    .then()
                    .statusCode(201)
                    .extract()
                    .asString()
                    .replaceAll("\"id\":\"[^\"]*\"", "")
                    .replaceAll("\"at\":\"[^\"]*\"", "");
        }

        @Test
        void isToldToWhoeverSeesTheCase() {
            String caseId = openCase(Tokens.carl(), "please look");
            note(caseId, "rosa, please", "rosa");

            get(Tokens.rosa(), "/notifications?limit=200")
                    .then()
                    .body("items.caseId", hasItem(caseId))
                    .body(
                            "items.find { it.caseId == '" + caseId + "' }.kind",
                            equalTo("mentioned"));
        }

        @Test
        void tellsNobodyAnythingWhereTheyMayNotSeeTheCase() {
            String seen = openCase(Tokens.carl(), "open to all");
            String sealed =
                    post(Tokens.carl(), "/cases", Map.of("title", "HUSH", "visibility", "sealed"))
                            .then()
                            .extract()
                            .path("id");
            int before = get(Tokens.chen(), "/notifications").then().extract().path("unread");

            String told = note(seen, "look", "chen");
            String hidden = note(sealed, "look", "chen");

            assertThat(hidden).isEqualTo(told);
            get(Tokens.chen(), "/notifications?limit=200")
                    .then()
                    .body("unread", equalTo(before))
                    .body("items.caseId", not(hasItem(seen)))
                    .body("items.caseId", not(hasItem(sealed)));
        }

        @Test
        void isGoneWithTheAccess() {
            String caseId = openCase(Tokens.lena(), "for a while");
            post(
                            Tokens.lena(),
                            "/cases/" + caseId + "/notes",
                            Map.of("text", "see", "mentions", List.of(person("rosa"))))
                    .then()
                    .statusCode(201);
            get(Tokens.rosa(), "/notifications?limit=200")
                    .then()
                    .body("items.caseId", hasItem(caseId));

            post(
                            Tokens.lena(),
                            "/cases/" + caseId + "/exclusions",
                            Map.of(
                                    "subject",
                                    Tokens.subjectOf("rosa"),
                                    "name",
                                    "rosa",
                                    "reason",
                                    "r"))
                    .then()
                    .statusCode(201);

            get(Tokens.rosa(), "/notifications?limit=200")
                    .then()
                    .body("items.caseId", not(hasItem(caseId)));
        }

        @Test
        void isReadOnce() {
            String caseId = openCase(Tokens.carl(), "read me");
            note(caseId, "rosa", "rosa");
            String id =
                    get(Tokens.rosa(), "/notifications?unread=true&limit=200")
                            .then()
                            .extract()
                            .path("items.find { it.caseId == '" + caseId + "' }.id");

            post(Tokens.rosa(), "/notifications/" + id + "/read", Map.of())
                    .then()
                    .statusCode(200)
                    .body("readAt", notNullValue());

            get(Tokens.rosa(), "/notifications?unread=true&limit=200")
                    .then()
                    .body("items.id", not(hasItem(id)));
            refused(
                    post(Tokens.carl(), "/notifications/" + id + "/read", Map.of()),
                    404,
                    "not-found");
        }
    }

    @Nested
    class TagsAndFields {
        private final String team = freshTeam();
        private final String token = lead(team);

        private void define(String key, Map<String, ?> field) {
            as(token, field).put(Api.ROOT + "/fields/" + key).then().statusCode(200);
        }

        @Test
        void areKeptFoundAndTakenAway() {
            String id = openCase(token, "tagged");
            patch(token, id, "\"1\"", Map.of("tags", List.of("north korea", " arms ", "arms")))
                    .then()
                    .statusCode(200)
                    .body("work.tags", contains("arms", "north korea"));

            get(token, "/cases?tag=arms").then().body("items.id", contains(id));
            get(token, "/cases?tag=fish").then().body("items", empty());
            patch(token, id, "\"2\"", "{\"tags\":null}").then().body("work.tags", empty());
        }

        @Test
        void holdWhatTheTeamDefined() {
            define(
                    "cargo",
                    Map.of("label", "Cargo", "kind", "choice", "choices", List.of("arms", "coal")));
            define("seen-on", Map.of("label", "Seen on", "kind", "date"));
            String id = openCase(token, "with fields");

            patch(
                            token,
                            id,
                            "\"1\"",
                            Map.of("fields", Map.of("cargo", "arms", "seen-on", "2024-02-09")))
                    .then()
                    .statusCode(200)
                    .body("work.fields.cargo", equalTo("arms"));
            patch(token, id, "\"2\"", "{\"fields\":{\"cargo\":null}}")
                    .then()
                    .body("work.fields.cargo", nullValue())
                    .body("work.fields.'seen-on'", equalTo("2024-02-09"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"cargo\":\"fish\"}", "{\"weight\":1}", "{\"cargo\":4}"})
        void refuseWhatDoesNotFit(String fields) {
            define("cargo", Map.of("label", "Cargo", "kind", "choice", "choices", List.of("arms")));
            String id = openCase(token, "with fields");

            refused(patch(token, id, "\"1\"", "{\"fields\":" + fields + "}"), 422, "invalid")
                    .body("errors[0].pointer", startsWith("/fields/"));
        }

        @Test
        void areDefinedByWhoSetsTheTeamUp() {
            refused(
                    as(Tokens.carl(), Map.of("label", "x", "kind", "text"))
                            .put(Api.ROOT + "/fields/x"),
                    403,
                    "forbidden");
            String admin = Tokens.person("admin", Map.of(team, List.of("org-admin")));
            as(admin, Map.of("label", "By the admin", "kind", "flag"))
                    .put(Api.ROOT + "/fields/by-admin")
                    .then()
                    .statusCode(200);
            get(admin, "/fields").then().body("items.key", contains("by-admin"));
            get(admin, "/cases").then().body("items", empty());
        }
    }

    @Nested
    class ATemplate {
        private final String team = freshTeam();
        private final String token = lead(team);

        private Map<String, Object> silence() {
            return Map.of(
                    "name",
                    "A silence",
                    "content",
                    Map.of(
                            "summary", "What was she doing?",
                            "priority", "high",
                            "visibility", "named",
                            "dueWithin", "P14D",
                            "tags", List.of("silence"),
                            "tasks",
                                    List.of(
                                            Map.of(
                                                    "title",
                                                    "Look at the coverage",
                                                    "dueWithin",
                                                    "P2D"),
                                            Map.of("title", "Look for images"))));
        }

        @Test
        void givesACaseItsTasksTagsAndVisibility() {
            String template =
                    post(token, "/templates", silence())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");

            String id =
                    post(token, "/templates/" + template + "/cases", Map.of("title", "ANGARA"))
                            .then()
                            .statusCode(201)
                            .body("title", equalTo("ANGARA"))
                            .body("priority", equalTo("high"))
                            .body("visibility", equalTo("named"))
                            .body("work.tags", contains("silence"))
                            .body("work.dueAt", notNullValue())
                            .body("counts.tasks", equalTo(2))
                            .extract()
                            .path("id");

            get(token, "/cases/" + id + "/tasks")
                    .then()
                    .body("items.title", contains("Look at the coverage", "Look for images"))
                    .body("items[0].dueAt", notNullValue())
                    .body("items[1].dueAt", nullValue());
        }

        @Test
        void isChangedByVersionAndThenRetired() {
            String template =
                    post(token, "/templates", silence())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            var retired = new HashMap<String, Object>(silence());
            retired.put("isRetired", true);

            as(token, retired)
                    .header("If-Match", "\"1\"")
                    .put(Api.ROOT + "/templates/" + template)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"");

            refused(
                            as(token, silence())
                                    .header("If-Match", "\"1\"")
                                    .put(Api.ROOT + "/templates/" + template),
                            412,
                            "precondition-failed")
                    .body("current.isRetired", equalTo(true));
            refused(
                    post(token, "/templates/" + template + "/cases", Map.of()),
                    409,
                    "template-retired");
            refused(post(token, "/templates", silence()), 409, "name-taken");
        }

        @Test
        void isOfOneTeamOnly() {
            String template =
                    post(token, "/templates", silence())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");

            refused(get(Tokens.lena(), "/templates/" + template), 404, "not-found");
            refused(
                    post(Tokens.lena(), "/templates/" + template + "/cases", Map.of()),
                    404,
                    "not-found");
        }
    }

    @Nested
    class HoldAndRetention {
        private final String team = freshTeam();
        private final String token = lead(team);

        private String closed(String mode) {
            as(token, Map.of("rules", List.of(Map.of("keepDays", 30, "mode", mode))))
                    .put(Api.ROOT + "/retention")
                    .then()
                    .statusCode(200);
            String id = openCase(token, "to be kept for a while");
            move(token, id, Map.of("to", "closed", "outcome", "unsubstantiated"))
                    .statusCode(200)
                    .body("work.retainUntil", notNullValue());
            asPlatform(
                    "update case_file set retain_until = now() - interval '1 day' where id = ?",
                    UUID.fromString(id));
            return id;
        }

        private void sweep() {
            var _ = retention.sweep().await().atMost(Duration.ofSeconds(30));
        }

        @Test
        void proposeWhatIsOverByATask() {
            String id = closed("propose");

            sweep();
            sweep();

            get(token, "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .body("work.disposalProposedAt", notNullValue());
            get(token, "/cases/" + id + "/tasks")
                    .then()
                    .body("items.origin", contains("retention"));
        }

        @Test
        void disposeOfWhatIsOver() {
            String id = closed("dispose");

            sweep();

            refused(get(token, "/cases/" + id), 404, "not-found");
        }

        @Test
        void keepWhatIsHeldWhateverTheRuleSays() {
            String id = closed("dispose");
            as(token, Map.of("reason", "court order 7/24"))
                    .header("If-Match", tag(token, id))
                    .put(Api.ROOT + "/cases/" + id + "/hold")
                    .then()
                    .statusCode(200)
                    .body("work.hold.reason", equalTo("court order 7/24"));

            sweep();

            get(token, "/cases/" + id).then().statusCode(200);
            refused(
                    as(token, Map.of("reason", "away with it"))
                            .header("If-Match", tag(token, id))
                            .delete(Api.ROOT + "/cases/" + id),
                    409,
                    "case-held");
            as(token, Map.of("reason", "order lifted"))
                    .header("If-Match", tag(token, id))
                    .delete(Api.ROOT + "/cases/" + id + "/hold")
                    .then()
                    .statusCode(200)
                    .body("work.hold", nullValue());
            sweep();
            refused(get(token, "/cases/" + id), 404, "not-found");
        }

        @Test
        void holdOneRuleForEachOutcome() {
            var rule = Map.of("keepDays", 30, "mode", "propose");
            refused(
                            as(token, Map.of("rules", List.of(rule, rule)))
                                    .put(Api.ROOT + "/retention"),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/rules/1/outcome"));
        }

        @Test
        void areChangedAfterwardsForClosedCasesToo() {
            String id = closed("propose");
            as(token, Map.of("rules", List.of()))
                    .put(Api.ROOT + "/retention")
                    .then()
                    .statusCode(200);

            get(token, "/cases/" + id).then().body("work.retainUntil", nullValue());
        }
    }

    @Nested
    class MergedCases {
        private String caseWithLead(String title) {
            String id = openCase(Tokens.carl(), title);
            String leadId =
                    post(
                                    Tokens.carl(),
                                    "/leads",
                                    Map.of(
                                            "title",
                                            "seen",
                                            "vessel",
                                            Map.of("mmsi", Events.mmsi(), "name", "ANGARA")))
                            .then()
                            .extract()
                            .path("id");
            post(Tokens.carl(), "/leads/" + leadId + "/attach", Map.of("caseId", id))
                    .then()
                    .statusCode(200);
            return id;
        }

        private Response merge(String token, String id, String into, String tag) {
            return as(token, Map.of("into", into, "reason", "the same ship"))
                    .header("If-Match", tag)
                    .post(Api.ROOT + "/cases/" + id + "/merge");
        }

        @Test
        void goOnInOneAndStayReadableInTheOther() {
            String id = caseWithLead("the younger");
            String into = openCase(Tokens.carl(), "the older");

            merge(Tokens.carl(), id, into, tag(Tokens.carl(), id))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("closed"))
                    .body("outcome", equalTo("duplicate"))
                    .body("work.supersededBy.id", equalTo(into))
                    .body("transitions", empty());

            get(Tokens.carl(), "/cases/" + into)
                    .then()
                    .body("counts.leads", equalTo(1))
                    .body("subjects.name", contains("ANGARA"))
                    .body("work.supersedes.id", contains(id));
            get(Tokens.carl(), "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .body("counts.leads", equalTo(1));
            refused(
                    as(Tokens.carl(), Map.of("to", "reopened", "reason", "no"))
                            .header("If-Match", tag(Tokens.carl(), id))
                            .post(Api.ROOT + "/cases/" + id + "/transitions"),
                    409,
                    "case-superseded");
        }

        @Test
        void doNotNameACaseToWhoeverSeesOnlyTheOther() {
            String id = caseWithLead("open to all");
            String sealed =
                    post(Tokens.carl(), "/cases", Map.of("title", "HUSH", "visibility", "sealed"))
                            .then()
                            .extract()
                            .path("id");
            merge(Tokens.carl(), id, sealed, tag(Tokens.carl(), id)).then().statusCode(200);

            String page = get(Tokens.rosa(), "/cases/" + id).asString();
            String history = get(Tokens.rosa(), "/cases/" + id + "/timeline").asString();
            String audit = get(Tokens.rosa(), "/cases/" + id + "/audit").asString();

            assertThat(page + history + audit).doesNotContain(sealed).doesNotContain("HUSH");
            get(Tokens.rosa(), "/cases/" + id)
                    .then()
                    .body("work.isSuperseded", equalTo(true))
                    .body("work.supersededBy", nullValue());
        }

        @Test
        void needTheVersionSeenAndTheRightToBoth() {
            String id = caseWithLead("mine");
            String into = openCase(Tokens.carl(), "other");
            refused(merge(Tokens.carl(), id, into, "\"1\""), 412, "precondition-failed")
                    .body("current.title", equalTo("mine"));
            refused(
                    merge(Tokens.carl(), id, UUID.randomUUID().toString(), tag(Tokens.carl(), id)),
                    404,
                    "not-found");
        }
    }

    @Nested
    class RelatedCases {
        @Test
        void nameEachOtherToWhoeverSeesBoth() {
            String one = openCase(Tokens.carl(), "one");
            String other = openCase(Tokens.carl(), "other");
            String relation =
                    post(
                                    Tokens.carl(),
                                    "/cases/" + one + "/related",
                                    Map.of("caseId", other, "reason", "same owner"))
                            .then()
                            .statusCode(201)
                            .body("other.id", equalTo(other))
                            .extract()
                            .path("id");

            get(Tokens.carl(), "/cases/" + other + "/related")
                    .then()
                    .body("items.other.id", contains(one));
            refused(
                    post(
                            Tokens.carl(),
                            "/cases/" + other + "/related",
                            Map.of("caseId", one, "reason", "again")),
                    409,
                    "already-related");
            as(Tokens.carl())
                    .delete(Api.ROOT + "/cases/" + other + "/related/" + relation)
                    .then()
                    .statusCode(204);
            get(Tokens.carl(), "/cases/" + one + "/related").then().body("items", empty());
        }

        @Test
        void areNotNamedToWhoeverSeesOne() {
            String open = openCase(Tokens.carl(), "open to all");
            String sealed =
                    post(Tokens.carl(), "/cases", Map.of("title", "HUSH", "visibility", "sealed"))
                            .then()
                            .extract()
                            .path("id");
            post(
                            Tokens.carl(),
                            "/cases/" + open + "/related",
                            Map.of("caseId", sealed, "reason", "same owner"))
                    .then()
                    .statusCode(201);

            get(Tokens.rosa(), "/cases/" + open + "/related").then().body("items", empty());
            assertThat(get(Tokens.rosa(), "/cases/" + open + "/audit").asString())
                    .doesNotContain(sealed);
        }
    }

    /// Two teams on one hull.
    @Nested
    class Deconfliction {
        private final String mmsi = Events.mmsi();
        private final String ours = freshTeam();
        private final String theirs = freshTeam();

        private String about(String token, String mode) {
            String id = openCase(token, "about a hull");
            patch(token, id, "\"1\"", Map.of("deconfliction", mode)).then().statusCode(200);
            post(
                            token,
                            "/cases/" + id + "/subjects",
                            Map.of("kind", "vessel", "mmsi", mmsi, "name", "OUR NAME FOR HER"))
                    .then()
                    .statusCode(201);
            return id;
        }

        private Response elsewhere(String token, String id) {
            return get(token, "/cases/" + id + "/subjects/elsewhere");
        }

        private List<String> told(String token, String id) {
            return get(token, "/notifications?limit=200")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.findAll { it.caseId == '" + id + "' }.kind");
        }

        @Test
        void saysNothingOfASilentCase() {
            String hidden = about(lead(theirs), "silent");
            String mine = about(lead(ours), "visible");

            elsewhere(lead(ours), mine).then().body("items", empty());
            assertThat(told(lead(theirs), hidden)).isEmpty();
        }

        @Test
        void tellsTheOwnerAndNotTheOther() {
            String owned = about(lead(theirs), "notify-owner");
            String mine = about(lead(ours), "notify-owner");

            assertThat(told(lead(theirs), owned)).containsExactly("same-hull");
            elsewhere(lead(ours), mine).then().body("items", empty());
            assertThat(get(lead(theirs), "/notifications").asString())
                    .doesNotContain("OUR NAME FOR HER");
        }

        @Test
        void namesTheTeamOfAVisibleCase() {
            about(lead(theirs), "visible");
            String mine = about(lead(ours), "silent");

            elsewhere(lead(ours), mine)
                    .then()
                    .body("items.team", contains(theirs))
                    .body("items.contact", contains("lead-of-" + theirs));
        }

        @Test
        void tellsNobodyOfACaseThatIsSilentItself() {
            String owned = about(lead(theirs), "notify-owner");
            about(lead(ours), "silent");

            assertThat(told(lead(theirs), owned)).isEmpty();
        }

        @Test
        void isNothingToWhoeverIsShutOutOfTheOther() {
            String owned = about(lead(theirs), "visible");
            post(
                            lead(theirs),
                            "/cases/" + owned + "/exclusions",
                            Map.of(
                                    "subject",
                                    Tokens.subjectOf("lead-of-" + ours),
                                    "name",
                                    "x",
                                    "reason",
                                    "related"))
                    .then()
                    .statusCode(201);
            String mine = about(lead(ours), "visible");

            elsewhere(lead(ours), mine).then().body("items", empty());
        }
    }

    /// A case that nobody leads any more.
    @Nested
    class AnOrphan {
        private final String admin = Tokens.administrator("root", "platform-admin");

        private Response handOver(String token, String number, String to) {
            return post(
                    token,
                    "/handovers",
                    Map.of("number", number, "to", person(to), "reason", "its lead left"));
        }

        private record Opened(String id, String number) {}

        private Opened sealed() {
            var opened =
                    post(Tokens.carl(), "/cases", Map.of("title", "HUSH", "visibility", "sealed"))
                            .then()
                            .extract();
            return new Opened(opened.path("id"), opened.path("number"));
        }

        @Test
        void isHandedOverWithoutBeingSeen() {
            var orphan = sealed();
            asPlatform(
                    "update case_grant set revoked_at = now() where case_id = ?",
                    UUID.fromString(orphan.id()));
            refused(get(Tokens.lena(), "/cases/" + orphan.id()), 404, "not-found");

            String given =
                    handOver(admin, orphan.number(), "lena")
                            .then()
                            .statusCode(202)
                            .extract()
                            .asString();

            assertThat(given).doesNotContain("HUSH").doesNotContain(orphan.id());
            get(Tokens.lena(), "/cases/" + orphan.id())
                    .then()
                    .statusCode(200)
                    .body("actions", hasItem("manage-access"));
            get(Tokens.lena(), "/cases/" + orphan.id() + "/audit")
                    .then()
                    .body("items.action", hasItem("case-handed-over"))
                    .body("items.actor", hasItem("root"));
            get(admin, "/handovers").then().body("items.number", hasItem(orphan.number()));
            refused(get(admin, "/cases/" + orphan.id()), 403, "forbidden");
        }

        @Test
        void isNotOneThatSomebodyLeads() {
            var led = sealed();

            handOver(admin, led.number(), "lena").then().statusCode(202);

            refused(get(Tokens.lena(), "/cases/" + led.id()), 404, "not-found");
            get(Tokens.carl(), "/notifications?limit=200")
                    .then()
                    .body(
                            "items.findAll { it.caseId == '" + led.id() + "' }.kind",
                            contains("handed-over"));
        }

        @Test
        void looksTheSameWhereThereIsNoCase() {
            var orphan = sealed();
            String none =
                    handOver(admin, "GULF-1999-0001", "lena")
                            .then()
                            .statusCode(202)
                            .extract()
                            .asString();
            String some =
                    handOver(admin, orphan.number(), "lena")
                            .then()
                            .statusCode(202)
                            .extract()
                            .asString();

            assertThat(masked(some, orphan.number())).isEqualTo(masked(none, "GULF-1999-0001"));
        }

        private String masked(String answer, String number) {
            return answer.replace(number, "N")
                    .replaceAll("\"id\":\"[^\"]*\"", "")
                    .replaceAll("\"at\":\"[^\"]*\"", "");
        }

        @Test
        void isNobodyElsesToHandOver() {
            refused(handOver(Tokens.lena(), "GULF-2024-0001", "carl"), 403, "forbidden");
            refused(handOver(admin, "GULF-2024-0001", "root"), 422, "invalid")
                    .body("errors[0].pointer", equalTo("/to/subject"));
        }
    }

    @Test
    void anExclusionIsInNoAuditItsSubjectCanRead() {
        String id = openCase(Tokens.lena(), "once shut out");
        String before = tag(Tokens.rosa(), id);
        String exclusion =
                post(
                                Tokens.lena(),
                                "/cases/" + id + "/exclusions",
                                Map.of(
                                        "subject",
                                        Tokens.subjectOf("rosa"),
                                        "name",
                                        "rosa",
                                        "reason",
                                        "knows the owner"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as(Tokens.lena())
                .delete(Api.ROOT + "/cases/" + id + "/exclusions/" + exclusion)
                .then()
                .statusCode(204);

        assertThat(get(Tokens.rosa(), "/cases/" + id + "/audit?limit=200").asString())
                .doesNotContain("exclu")
                .doesNotContain("knows the owner");
        assertThat(tag(Tokens.rosa(), id)).isEqualTo(before);
        get(Tokens.lena(), "/cases/" + id + "/exclusions/log")
                .then()
                .statusCode(200)
                .body("items.action", contains("exclusion-lifted", "person-excluded"));
    }
}
