package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What one team has, another cannot see, count, guess or reach.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class IsolationTest {

    private static final String HREF = "/api/ais/v1/activities/isolation";

    /// A case of the Gulf desk with one of everything.
    private static Map<String, String> theirs() {
        FakeSources.put(HREF, "{\"state\": \"open\", \"vessel\": {\"name\": \"SECRET\"}}");
        String caseId = openCase(Tokens.carl(), "SECRET " + UUID.randomUUID());
        String leadId =
                post(Tokens.carl(), "/leads", Map.of("title", "SECRET lead"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String evidenceId =
                post(
                                Tokens.carl(),
                                "/cases/" + caseId + "/evidence",
                                Map.of(
                                        "kind",
                                        "silence",
                                        "ref",
                                        Map.of("service", "ais", "href", HREF)))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return Map.of("CASE", caseId, "LEAD", leadId, "EVIDENCE", evidenceId);
    }

    private static Response call(Method method, String path, Object body) {
        var request = as(Tokens.chen(), body).header("If-Match", "\"1\"");
        return request.request(method, Api.ROOT + path);
    }

    private static Map<String, Object> withoutTrace(Response response) {
        var fields = new HashMap<String, Object>(response.jsonPath().getMap(""));
        fields.remove("traceId");
        fields.remove("instance");
        return fields;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET   | /cases/CASE                            | {}
                    GET   | /cases/CASE/leads                      | {}
                    GET   | /cases/CASE/subjects                   | {}
                    GET   | /cases/CASE/notes                      | {}
                    GET   | /cases/CASE/timeline                   | {}
                    GET   | /cases/CASE/evidence                   | {}
                    GET   | /cases/CASE/evidence/EVIDENCE          | {}
                    GET   | /cases/CASE/evidence/EVIDENCE/content  | {}
                    GET   | /cases/CASE/audit                      | {}
                    GET   | /cases/CASE/audit/verification         | {}
                    GET   | /cases/CASE/export                     | {}
                    GET   | /cases/CASE/access                     | {}
                    GET   | /cases/CASE/findings                   | {}
                    GET   | /cases/CASE/findings/EVIDENCE          | {}
                    GET   | /cases/CASE/questions                  | {}
                    GET   | /cases/CASE/assessments                | {}
                    DELETE| /cases/CASE                            | {"reason": "mine"}
                    POST  | /cases/CASE/grants                     | {"kind": "person", "grantee": "x", "role": "lead"}
                    DELETE| /cases/CASE/grants/EVIDENCE            | {}
                    POST  | /cases/CASE/exclusions                 | {"subject": "x", "reason": "mine"}
                    DELETE| /cases/CASE/exclusions/EVIDENCE        | {}
                    POST  | /cases/CASE/findings                   | {"statement": "mine", "confidence": "low"}
                    PUT   | /cases/CASE/findings/EVIDENCE          | {"statement": "mine", "confidence": "low"}
                    POST  | /cases/CASE/findings/EVIDENCE/transitions | {"to": "accepted", "reason": "mine"}
                    POST  | /cases/CASE/questions                  | {"text": "mine"}
                    POST  | /cases/CASE/questions/EVIDENCE/state   | {"state": "answered"}
                    POST  | /cases/CASE/assessments/EVIDENCE       | {"reliability": "A", "credibility": 1, "reason": "mine"}
                    PATCH | /cases/CASE                            | {"title": "mine"}
                    POST  | /cases/CASE/transitions                | {"to": "open"}
                    POST  | /cases/CASE/notes                      | {"text": "mine"}
                    POST  | /cases/CASE/subjects                   | {"kind": "vessel", "name": "mine"}
                    POST  | /cases/CASE/facts                      | {"at": "2024-02-09T00:00:00Z", "precision": "day", "title": "t", "source": "s"}
                    POST  | /cases/CASE/evidence                   | {"kind": "silence", "ref": {"service": "ais", "href": "/api/ais/v1/activities/isolation"}}
                    GET   | /leads/LEAD                            | {}
                    POST  | /leads/LEAD/dismiss                    | {"reason": "mine"}
                    POST  | /leads/LEAD/snooze                     | {"until": "2099-01-01T00:00:00Z"}
                    POST  | /leads/LEAD/reopen                     | {}
                    POST  | /leads/LEAD/attach                     | {"caseId": "CASE"}
                    POST  | /leads/LEAD/open-case                  | {}
                    """)
    void whatIsAnothersAnswersLikeNothing(Method method, String path, String body) {
        var ids = theirs();
        String theirPath = path;
        String noPath = path;
        String theirBody = body;
        for (var id : ids.entrySet()) {
            theirPath = theirPath.replace(id.getKey(), id.getValue());
            theirBody = theirBody.replace(id.getKey(), id.getValue());
            noPath = noPath.replace(id.getKey(), UUID.randomUUID().toString());
        }

        var hidden = call(method, theirPath, theirBody);
        var nothing = call(method, noPath, theirBody);

        assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(nothing.statusCode());
        assertThat(withoutTrace(hidden))
                .isEqualTo(withoutTrace(nothing))
                .containsEntry("code", "not-found");
        assertThat(hidden.contentType()).isEqualTo(nothing.contentType());
        assertThat(hidden.asString()).doesNotContain("SECRET");
        assertThat(hidden.headers().hasHeaderWithName("ETag")).isFalse();
    }

    @Test
    void listsSearchAndCountsLeaveItOut() {
        int waiting = get(Tokens.chen(), "/inbox").then().extract().path("counts.new");
        var ids = theirs();

        get(Tokens.chen(), "/cases?q=SECRET")
                .then()
                .body("items.id", not(hasItem(ids.get("CASE"))));
        get(Tokens.chen(), "/cases?limit=200")
                .then()
                .body("items.id", not(hasItem(ids.get("CASE"))));
        get(Tokens.chen(), "/inbox?kind=manual&limit=200")
                .then()
                .body("items.id", not(hasItem(ids.get("LEAD"))));
        assertThat(get(Tokens.chen(), "/inbox").then().extract().<Integer>path("counts.new"))
                .isEqualTo(waiting);
    }

    @Test
    void aLeadCannotBeCarriedIntoAnotherTeamsCase() {
        var ids = theirs();
        String mine =
                post(Tokens.chen(), "/leads", Map.of("title", "mine")).then().extract().path("id");

        Api.refused(
                post(
                        Tokens.chen(),
                        "/leads/" + mine + "/attach",
                        Map.of("caseId", ids.get("CASE"))),
                404,
                "not-found");
    }

    @Nested
    class Tokens401 {
        @Test
        void areRefusedWhenExpiredForeignOrForSomebodyElse() {
            for (String token :
                    List.of(
                            Tokens.expired(),
                            Tokens.ofAnotherIssuer(),
                            Tokens.signedByAnotherKey(),
                            Tokens.forAnotherAudience())) {
                Api.refused(get(token, "/cases"), 401, "unauthenticated");
            }
        }

        @Test
        void openNothingWithoutATeam() {
            Api.refused(get(Tokens.stranger(), "/cases"), 403, "forbidden");
        }
    }

    @Nested
    class Roles {
        @Test
        void ofAnAuditorAndAViewerOnlyRead() {
            String id = openCase(Tokens.carl(), "roles");
            String viewer = Tokens.person("vera", Map.of("team-gulf", List.of("viewer")));
            for (String reader : List.of(Tokens.amir(), viewer)) {
                get(reader, "/cases/" + id).then().statusCode(200);
                Api.refused(post(reader, "/cases", Map.of("title", "x")), 403, "forbidden");
                Api.refused(
                        post(reader, "/cases/" + id + "/notes", Map.of("text", "x")),
                        403,
                        "forbidden");
                Api.refused(get(reader, "/cases/" + id + "/export"), 403, "forbidden");
                get(reader, "/cases/" + id)
                        .then()
                        .body("transitions", org.hamcrest.Matchers.empty());
            }
            get(Tokens.amir(), "/cases/" + id + "/audit").then().statusCode(200);
            Api.refused(get(viewer, "/cases/" + id + "/audit"), 403, "forbidden");
        }

        @Test
        void ofAMachineAreItsScopes() {
            String reader = Tokens.integrator("cases:read");
            String writer = Tokens.integrator("cases:read", "cases:write");

            String id = openCase(writer, "by a machine");

            get(reader, "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .body(
                            "openedBy",
                            org.hamcrest.Matchers.equalTo("service-account-integrator-demo"));
            Api.refused(post(reader, "/cases", Map.of("title", "x")), 403, "forbidden");
            Api.refused(get(Tokens.integrator("ais:write"), "/cases"), 403, "forbidden");
        }
    }

    /// The database's own layer, asked past the service as the application's role.
    @Nested
    class RowLevelSecurity {

        private static final String OWNED =
                "lead,case_number,case_file,case_lead,subject,note,fact,case_change,evidence_content,"
                        + "evidence,audit,answered,case_grant,case_exclusion,question,finding,"
                        + "finding_evidence,evidence_assessment,task,case_template,custom_field,"
                        + "retention_rule,case_relation,notification,watch,inbox_rule,handover,"
                        + "custody,evidence_alarm,dossier,subject_relation,blob_disposal";

        /// Of no team: hashes of the whole log, which tell nothing of any case.
        private static final String OF_THE_LOG =
                "audit_waiting,audit_leaf,audit_node,audit_checkpoint,audit_timestamp";

        private static final String BOUND = OWNED + "," + OF_THE_LOG;

        private Connection connection() throws SQLException {
            int port = PlatformResource.database().getPort();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/cases", "cases", "app");
        }

        private long count(Connection connection, String query) throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        /// A case worker of the team, as the service says so.
        private void enter(Connection connection, String team) throws SQLException {
            try (var statement =
                    connection.prepareStatement(
                            "select enter_as('s', 'c', false, ?, '{case-worker}', '{}', 3, '{}')")) {
                statement.setString(1, team);
                statement.execute();
            }
        }

        private void set(Connection connection, String name, String value) throws SQLException {
            try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
                statement.setString(1, name);
                statement.setString(2, value);
                statement.execute();
            }
        }

        @Test
        void showsNoRowToNobody() throws SQLException {
            theirs();
            try (var connection = connection()) {
                for (String table : BOUND.split(",", -1)) {
                    assertThat(count(connection, "select count(*) from " + table))
                            .as(table)
                            .isZero();
                }
            }
        }

        @Test
        void showsATeamItsOwnRowsAndNoOthers() throws SQLException {
            theirs();
            openCase(Tokens.chen(), "pacific");
            try (var connection = connection()) {
                connection.setAutoCommit(false);
                enter(connection, "team-pacific");

                assertThat(count(connection, "select count(*) from case_file")).isPositive();
                for (String table : OWNED.split(",", -1)) {
                    assertThat(
                                    count(
                                            connection,
                                            "select count(*) from "
                                                    + table
                                                    + " where team <> 'team-pacific'"))
                            .as(table)
                            .isZero();
                }
            }
        }

        @Test
        void ofTheNextTransactionRemembersNothing() throws SQLException {
            theirs();
            try (var connection = connection()) {
                connection.setAutoCommit(false);
                enter(connection, "team-gulf");
                assertThat(count(connection, "select count(*) from case_file")).isPositive();
                connection.commit();

                assertThat(count(connection, "select count(*) from case_file")).isZero();
            }
        }

        @Test
        void takesNoRowForAnotherTeam() throws SQLException {
            try (var connection = connection()) {
                connection.setAutoCommit(false);
                enter(connection, "team-pacific");

                assertThatThrownBy(() ->
                                count(
                                        connection,
                                        "insert into case_number (team, year, last)"
                                                + " values ('team-gulf', 1999, 1) returning last"))
                        .hasMessageContaining("row-level security");
            }
        }

        @Test
        void bindsEveryTableWithATeamAndItsOwner() throws SQLException {
            try (var connection = connection()) {
                assertThat(
                                count(
                                        connection,
                                        """
                                        select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid
                                        where c.relkind = 'r' and a.attname = 'team'
                                          and not (c.relrowsecurity and c.relforcerowsecurity)
                                        """))
                        .isZero();
                assertThat(
                                count(
                                        connection,
                                        "select count(*) from pg_class where relforcerowsecurity"))
                        .isEqualTo(BOUND.split(",", -1).length);
                assertThat(
                                count(
                                        connection,
                                        """
                                        select count(*) from pg_roles where rolname = current_user
                                          and (rolsuper or rolbypassrls)
                                        """))
                        .isZero();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"audit", "evidence", "evidence_content"})
        void letsNobodyRewriteWhatIsKept(String table) throws SQLException {
            theirs();
            try (var connection = connection()) {
                connection.setAutoCommit(false);
                enter(connection, "team-gulf");
                assertThatThrownBy(() -> count(connection, "delete from " + table + " returning 1"))
                        .hasMessageContaining("permission denied");
            }
            int port = PlatformResource.database().getPort();
            try (var owner =
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/cases",
                            "cases_owner",
                            "owner")) {
                owner.setAutoCommit(false);
                set(owner, "fairlead.system", "on");
                assertThatThrownBy(() ->
                                count(
                                        owner,
                                        "update " + table + " set team = 'team-x' returning 1"))
                        .hasMessageContaining("append-only");
            }
        }
    }
}
