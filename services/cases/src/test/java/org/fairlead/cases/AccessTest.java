package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who sees a case, and what tells of one to those who do not.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class AccessTest {

    /// Of a team that no other test looks at.
    private static String olga() {
        return Tokens.person("olga", Map.of("team-atlantic", List.of("case-worker")));
    }

    private static String otto() {
        return Tokens.person("otto", Map.of("team-atlantic", List.of("lead")));
    }

    private static String open(String token, String visibility) {
        return post(
                        token,
                        "/cases",
                        Map.of("title", "HUSH " + UUID.randomUUID(), "visibility", visibility))
                .then()
                .statusCode(201)
                .body("visibility", equalTo(visibility))
                .extract()
                .path("id");
    }

    private static Response grant(String token, String caseId, String person, String role) {
        return post(
                token,
                "/cases/" + caseId + "/grants",
                Map.of(
                        "kind",
                        "person",
                        "grantee",
                        Tokens.subjectOf(person),
                        "name",
                        person,
                        "role",
                        role));
    }

    private static Response exclude(String token, String caseId, String person) {
        return post(
                token,
                "/cases/" + caseId + "/exclusions",
                Map.of(
                        "subject",
                        Tokens.subjectOf(person),
                        "name",
                        person,
                        "reason",
                        "related to the owner"));
    }

    private static void isNothingTo(String token, String caseId) {
        String nowhere = UUID.randomUUID().toString();
        String hidden =
                refused(get(token, "/cases/" + caseId), 404, "not-found").extract().asString();
        String nothing = get(token, "/cases/" + nowhere).asString();
        assertThat(masked(hidden, caseId)).isEqualTo(masked(nothing, nowhere));
        get(token, "/cases?limit=200").then().body("items.id", not(hasItem(caseId)));
        get(token, "/cases?q=HUSH&limit=200").then().body("items.id", not(hasItem(caseId)));
        post(token, "/visible", Map.of("caseIds", List.of(caseId)))
                .then()
                .statusCode(200)
                .body("caseIds", empty());
    }

    private static String masked(String problem, String id) {
        return problem.replace(id, "ID").replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Nested
    class ANamedCase {
        @Test
        void isForThoseNamedAndTheTeamsLeads() {
            String id = open(Tokens.carl(), "named");

            get(Tokens.carl(), "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .body("actions", hasItems("manage-access", "edit"));
            get(Tokens.lena(), "/cases/" + id).then().statusCode(200);
            isNothingTo(Tokens.rosa(), id);
            isNothingTo(Tokens.amir(), id);
            isNothingTo(olga(), id);
        }

        @Test
        void isOpenedToAPersonOfAnotherTeamAsFarAsTheGrantSays() {
            String id = open(Tokens.carl(), "named");
            grant(Tokens.carl(), id, "olga", "contributor").then().statusCode(201);

            get(olga(), "/cases?limit=200").then().body("items.id", hasItem(id));
            get(olga(), "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .body("team", equalTo("team-gulf"))
                    .body("actions", contains("read", "comment", "contribute"));
            post(olga(), "/cases/" + id + "/notes", Map.of("text", "from the Pacific"))
                    .then()
                    .statusCode(201);
            refused(get(olga(), "/cases/" + id + "/export"), 403, "forbidden");
            refused(get(olga(), "/cases/" + id + "/audit"), 403, "forbidden");
            refused(grant(olga(), id, "otto", "lead"), 403, "forbidden");
            get(Tokens.carl(), "/cases/" + id + "/notes")
                    .then()
                    .body("items.text", hasItem("from the Pacific"));
            isNothingTo(otto(), id);
        }

        @Test
        void isOpenedToATeamOnlyWithinEachMembersOwnRole() {
            String id = open(Tokens.carl(), "named");
            post(
                            Tokens.carl(),
                            "/cases/" + id + "/grants",
                            Map.of(
                                    "kind",
                                    "team",
                                    "grantee",
                                    "team-atlantic",
                                    "role",
                                    "investigator"))
                    .then()
                    .statusCode(201);
            String viewer = Tokens.person("vito", Map.of("team-atlantic", List.of("viewer")));

            get(olga(), "/cases/" + id).then().body("actions", hasItems("edit", "export"));
            get(viewer, "/cases/" + id).then().body("actions", contains("read"));
        }

        @Test
        void closesAgainWhenTheGrantIsRevoked() {
            String id = open(Tokens.carl(), "named");
            String grantId = grant(Tokens.carl(), id, "olga", "viewer").then().extract().path("id");
            get(olga(), "/cases/" + id).then().statusCode(200);

            as(Tokens.carl())
                    .delete(Api.ROOT + "/cases/" + id + "/grants/" + grantId)
                    .then()
                    .statusCode(204);

            isNothingTo(olga(), id);
            get(Tokens.carl(), "/cases/" + id + "/access")
                    .then()
                    .body("grants.name", contains("carl"));
        }

        @Test
        void closesByItselfWhenTheGrantExpires() throws SQLException {
            String id = open(Tokens.carl(), "named");
            post(
                            Tokens.carl(),
                            "/cases/" + id + "/grants",
                            Map.of(
                                    "kind", "person",
                                    "grantee", Tokens.subjectOf("olga"),
                                    "role", "viewer",
                                    "expiresAt", "2099-01-01T00:00:00Z"))
                    .then()
                    .statusCode(201);
            get(olga(), "/cases/" + id).then().statusCode(200);

            asPlatform(
                    "update case_grant set expires_at = now() - interval '1 second'"
                            + " where expires_at is not null and case_id = '%s'".formatted(id));

            isNothingTo(olga(), id);
            get(Tokens.carl(), "/cases/" + id + "/access")
                    .then()
                    .body("grants.find { it.role == 'viewer' }.isExpired", equalTo(true));
        }
    }

    private static void asPlatform(String sql) throws SQLException {
        int port = PlatformResource.database().getPort();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/cases", "cases", "app");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('fairlead.system', 'on', true)");
            statement.execute(sql);
            connection.commit();
        }
    }

    @Nested
    class ASealedCase {
        @Test
        void isForItsOpenerUntilTheyNameOthers() {
            String id = open(Tokens.carl(), "sealed");

            get(Tokens.carl(), "/cases/" + id).then().statusCode(200);
            for (String other : List.of(Tokens.lena(), Tokens.rosa(), Tokens.amir(), olga())) {
                isNothingTo(other, id);
            }
            isNothingTo(Tokens.integrator("cases:read", "cases:write"), id);
            grant(Tokens.carl(), id, "lena", "viewer").then().statusCode(201);
            get(Tokens.lena(), "/cases/" + id).then().body("actions", contains("read"));
        }

        @Test
        void keepsALead() {
            String id = open(Tokens.carl(), "sealed");
            String own =
                    get(Tokens.carl(), "/cases/" + id + "/access")
                            .then()
                            .extract()
                            .path("grants[0].id");

            refused(
                    as(Tokens.carl()).delete(Api.ROOT + "/cases/" + id + "/grants/" + own),
                    409,
                    "last-lead");
            refused(grant(Tokens.carl(), id, "carl", "viewer"), 409, "last-lead");
            grant(Tokens.carl(), id, "rosa", "lead").then().statusCode(201);
            as(Tokens.carl())
                    .delete(Api.ROOT + "/cases/" + id + "/grants/" + own)
                    .then()
                    .statusCode(204);
            isNothingTo(Tokens.carl(), id);
        }

        @Test
        void isNotOpenedByAMachineThatCouldLetNobodyIn() {
            refused(
                            post(
                                    Tokens.integrator("cases:read", "cases:write"),
                                    "/cases",
                                    Map.of("title", "x", "visibility", "sealed")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/visibility"));
        }
    }

    @Nested
    class AnExcludedPerson {
        @Test
        void findsNothingWhateverTheyWereGiven() {
            String id = openCase(Tokens.lena(), "HUSH " + UUID.randomUUID());
            grant(Tokens.lena(), id, "carl", "lead").then().statusCode(201);

            exclude(Tokens.lena(), id, "carl").then().statusCode(201);

            isNothingTo(Tokens.carl(), id);
            get(Tokens.rosa(), "/cases/" + id).then().statusCode(200);
        }

        @Test
        void isNamedOnlyToThoseWhoManageAccess() {
            String id = openCase(Tokens.lena(), "who is shut out");
            exclude(Tokens.lena(), id, "carl").then().statusCode(201);

            get(Tokens.lena(), "/cases/" + id + "/access")
                    .then()
                    .body("exclusions.name", contains("carl"));
            get(Tokens.rosa(), "/cases/" + id + "/access").then().body("exclusions", nullValue());
            get(Tokens.rosa(), "/cases/" + id + "/timeline")
                    .then()
                    .body("items.title", not(hasItem(containsString("carl"))));
        }

        @Test
        void isLetInAgain() {
            String id = openCase(Tokens.lena(), "back");
            String exclusion = exclude(Tokens.lena(), id, "carl").then().extract().path("id");
            refused(exclude(Tokens.lena(), id, "carl"), 409, "already-excluded");

            as(Tokens.lena())
                    .delete(Api.ROOT + "/cases/" + id + "/exclusions/" + exclusion)
                    .then()
                    .statusCode(204);

            get(Tokens.carl(), "/cases/" + id).then().statusCode(200);
        }

        @Test
        void isNeverOneself() {
            String id = openCase(Tokens.lena(), "myself");

            refused(exclude(Tokens.lena(), id, "lena"), 422, "invalid")
                    .body("errors[0].pointer", equalTo("/subject"));
        }

        @Test
        void isNotAnsweredFromMemory() {
            String id = openCase(Tokens.lena(), "HUSH answered before");
            var body = Map.of("text", "HUSH note");
            String key = UUID.randomUUID().toString();
            as(Tokens.carl(), body)
                    .header("Idempotency-Key", key)
                    .post(Api.ROOT + "/cases/" + id + "/notes")
                    .then()
                    .statusCode(201);
            exclude(Tokens.lena(), id, "carl").then().statusCode(201);

            refused(
                    as(Tokens.carl(), body)
                            .header("Idempotency-Key", key)
                            .post(Api.ROOT + "/cases/" + id + "/notes"),
                    404,
                    "not-found");
        }
    }

    /// What a lead tells of the cases it is in.
    @Nested
    class ALeadInAHiddenCase {
        private String lead() {
            return post(Tokens.carl(), "/leads", Map.of("title", "seen at anchor"))
                    .then()
                    .extract()
                    .path("id");
        }

        @Test
        void looksUndecidedToThoseWhoDoNotSeeTheCase() {
            String leadId = lead();
            String id = open(Tokens.carl(), "sealed");
            int before = get(Tokens.rosa(), "/leads/" + leadId).then().extract().path("version");
            int waiting = get(Tokens.rosa(), "/inbox").then().extract().path("counts.new");

            post(Tokens.carl(), "/leads/" + leadId + "/attach", Map.of("caseId", id))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("attached"))
                    .body("caseIds", contains(id));

            get(Tokens.rosa(), "/leads/" + leadId)
                    .then()
                    .body("state", equalTo("new"))
                    .body("caseIds", empty())
                    .body("version", equalTo(before));
            get(Tokens.rosa(), "/inbox").then().body("counts.new", equalTo(waiting));
            get(Tokens.carl(), "/inbox?state=attached&limit=200")
                    .then()
                    .body("items.id", hasItem(leadId));
            get(Tokens.rosa(), "/inbox?state=attached&limit=200")
                    .then()
                    .body("items.id", not(hasItem(leadId)));
        }

        @Test
        void isDecidedByOthersAsIfItWereNowhere() {
            String leadId = lead();
            String id = open(Tokens.carl(), "sealed");
            post(Tokens.carl(), "/leads/" + leadId + "/attach", Map.of("caseId", id))
                    .then()
                    .statusCode(200);

            post(Tokens.rosa(), "/leads/" + leadId + "/open-case", Map.of())
                    .then()
                    .statusCode(201)
                    .body("subjects", empty());
            post(Tokens.rosa(), "/leads/" + leadId + "/attach", Map.of("caseId", id))
                    .then()
                    .statusCode(404);
            get(Tokens.carl(), "/leads/" + leadId).then().body("caseIds", hasSize(2));
        }
    }

    @Nested
    class Clearance {
        private final String red =
                Tokens.cleared("lena", Map.of("team-gulf", List.of("lead")), "tlp-red", "heron");

        @Test
        void hidesWhatIsHandledAboveIt() {
            String id =
                    post(red, "/cases", Map.of("title", "HUSH red", "handling", "tlp-red"))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");

            get(red, "/cases/" + id).then().statusCode(200);
            isNothingTo(Tokens.carl(), id);
        }

        @Test
        void hidesACompartmentFromWhoeverIsNotReadIntoIt() {
            String id =
                    post(red, "/cases", Map.of("title", "HUSH", "compartments", List.of("heron")))
                            .then()
                            .statusCode(201)
                            .body("compartments", contains("heron"))
                            .extract()
                            .path("id");

            isNothingTo(Tokens.carl(), id);
            isNothingTo(Tokens.lena(), id);
            refused(
                            post(
                                    red,
                                    "/cases",
                                    Map.of("title", "x", "compartments", List.of("owl"))),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/compartments/0"));
        }

        @Test
        void keepsPeopleFromShuttingThemselvesOut() {
            String id = openCase(Tokens.carl(), "mine");

            as(Tokens.carl(), "{\"handling\":\"tlp-red\"}")
                    .header("If-Match", "\"1\"")
                    .contentType("application/merge-patch+json")
                    .patch(Api.ROOT + "/cases/" + id)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/handling"));
        }
    }

    @Nested
    class ADeletedCase {
        @Test
        void isGoneForEverybody() {
            String id = openCase(Tokens.carl(), "HUSH opened by mistake");

            refused(
                    as(Tokens.carl(), Map.of("reason", "by mistake"))
                            .header("If-Match", "\"1\"")
                            .delete(Api.ROOT + "/cases/" + id),
                    403,
                    "forbidden");
            refused(
                            as(Tokens.lena(), Map.of())
                                    .header("If-Match", "\"1\"")
                                    .delete(Api.ROOT + "/cases/" + id),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/reason"));
            as(Tokens.lena(), Map.of("reason", "opened by mistake"))
                    .header("If-Match", "\"1\"")
                    .delete(Api.ROOT + "/cases/" + id)
                    .then()
                    .statusCode(204);

            isNothingTo(Tokens.carl(), id);
            isNothingTo(Tokens.lena(), id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"person\",\"role\":\"lead\"}",
                "{\"kind\":\"person\",\"grantee\":\"x\"}",
                "{\"kind\":\"crowd\",\"grantee\":\"x\",\"role\":\"lead\"}",
                "{\"kind\":\"person\",\"grantee\":\"x\",\"role\":\"lead\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}"
            })
    void aGrantSaysToWhomAsWhatAndUntilWhen(String body) {
        String id = open(Tokens.carl(), "named");

        refused(
                as(Tokens.carl(), body).post(Api.ROOT + "/cases/" + id + "/grants"),
                422,
                "invalid");
    }

    @Test
    void theStreamIsToldWhichCasesTheCallerSees() {
        String shown = openCase(Tokens.carl(), "shown");
        String hidden = open(Tokens.lena(), "sealed");

        post(Tokens.carl(), "/visible", Map.of("caseIds", List.of(shown, hidden)))
                .then()
                .statusCode(200)
                .body("caseIds", contains(shown));
    }

    @Nested
    class BeforeAWebhookTells {

        @Test
        void thePlatformLearnsWhatTheClientSees() {
            String shown = openCase(Tokens.carl(), "shown to clients");
            String hidden = open(Tokens.lena(), "sealed");

            ask(Tokens.platform(), question(List.of("cases:read"), shown, hidden))
                    .then()
                    .statusCode(200)
                    .body("caseIds", contains(shown))
                    .body("leadIds", empty());
        }

        @Test
        void aClientWithoutTheScopeSeesNothing() {
            String shown = openCase(Tokens.carl(), "not for this client");

            ask(Tokens.platform(), question(List.of("ais:write"), shown))
                    .then()
                    .statusCode(200)
                    .body("caseIds", empty());
        }

        @Test
        void nobodyElseMayAsk() {
            String shown = openCase(Tokens.carl(), "asked for by others");
            var question = question(List.of("cases:read"), shown);

            for (String token :
                    List.of(
                            Tokens.carl(),
                            Tokens.lena(),
                            Tokens.integrator("cases:read", "cases:write"))) {
                refused(ask(token, question), 404, "not-found");
            }
        }

        @Test
        void theQuestionIsComplete() {
            var question =
                    new java.util.HashMap<>(
                            question(List.of("cases:read"), UUID.randomUUID().toString()));
            question.remove("team");

            refused(ask(Tokens.platform(), question), 422, "invalid");
        }

        private io.restassured.response.Response ask(String token, Map<String, Object> question) {
            return post(token, "/visible/of-client", question);
        }

        private Map<String, Object> question(List<String> scopes, String... caseIds) {
            return Map.of(
                    "clientId",
                    "integrator-demo",
                    "subject",
                    Tokens.subjectOf("service-account-integrator-demo"),
                    "team",
                    "team-gulf",
                    "scopes",
                    scopes,
                    "compartments",
                    List.of(),
                    "caseIds",
                    List.of(caseIds));
        }
    }
}
