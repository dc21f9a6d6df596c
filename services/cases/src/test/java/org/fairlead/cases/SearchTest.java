package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Finding what is written, of what one sees.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class SearchTest {

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = Tokens.person("sara", Map.of(team, List.of("lead")));

    private static Connection connect(String user, String password) throws SQLException {
        int port = PlatformResource.database().getPort();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/cases", user, password);
    }

    @Test
    void findsEveryKindOfThing() {
        String id = openCase(token, "The voyages of ANGARA");
        post(token, "/cases/" + id + "/notes", Map.of("text", "angara was at anchor"));
        post(token, "/cases/" + id + "/tasks", Map.of("title", "Ask about angara"));
        post(
                token,
                "/cases/" + id + "/subjects",
                Map.of("kind", "vessel", "name", "ANGARA", "imo", "9179842"));
        post(token, "/cases/" + id + "/questions", Map.of("text", "Where was Angara?"));
        post(
                token,
                "/cases/" + id + "/findings",
                Map.of("statement", "Angara was in Rajin", "confidence", "low"));
        post(
                token,
                "/cases/" + id + "/facts",
                Map.of(
                        "at",
                        "2024-02-09T00:00:00Z",
                        "precision",
                        "day",
                        "title",
                        "Angara moored",
                        "source",
                        "press"));
        post(token, "/leads", Map.of("title", "silence", "vessel", Map.of("name", "ANGARA")));

        get(token, "/search?q=angara&limit=50")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        hasItems(
                                "case",
                                "note",
                                "task",
                                "subject",
                                "question",
                                "finding",
                                "fact",
                                "lead"))
                .body("counts.note", equalTo(1))
                .body("counts.lead", equalTo(1));
        get(token, "/search?q=angara&kind=note")
                .then()
                .body("items.kind", contains("note"))
                .body("items[0].caseId", equalTo(id))
                .body("items[0].title", equalTo("angara was at anchor"));
        get(token, "/search?q=9179842").then().body("items.kind", hasItem("subject"));
        get(token, "/search?q=angara rajin").then().body("items.kind", contains("finding"));
        get(token, "/search?q=angara -anchor&kind=note").then().body("items", empty());
        get(token, "/search?q=angar").then().body("items.kind", hasItem("case"));
    }

    @Test
    void forgetsWhatWasRenamed() {
        String id = openCase(token, "wolverine");
        as(token, Map.of("title", "badger"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .patch(Api.ROOT + "/cases/" + id)
                .then()
                .statusCode(200);

        get(token, "/search?q=wolverine").then().body("items", empty());
        get(token, "/search?q=badger").then().body("items.caseId", contains(id));
    }

    @Test
    void goesOnPageByPage() {
        for (int i = 0; i < 7; i++) {
            openCase(token, "pelican " + i);
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = get(token, "/search?q=pelican&limit=3" + cursor).then().extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            openCase(token, "pelican come later");
            String next = page.getString("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty() && seen.size() < 30);

        assertThat(seen).hasSizeGreaterThanOrEqualTo(7);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    }

    @Test
    void suggestsWhatBeginsSo() {
        openCase(token, "Cormorant at Zhoushan");

        get(token, "/search/suggestions?q=corm")
                .then()
                .body("items.title", contains("Cormorant at Zhoushan"));
        get(Tokens.carl(), "/search/suggestions?q=corm")
                .then()
                .body("items.title", not(hasItem("Cormorant at Zhoushan")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'b", "\\", "&|!()", "a:*", "\"open", "<->", "%25", "or", "-"})
    void takesAnythingSomebodyTypes(String words) {
        as(token).queryParam("q", words).get(Api.ROOT + "/search").then().statusCode(200);
        as(token)
                .queryParam("q", words)
                .get(Api.ROOT + "/search/suggestions")
                .then()
                .statusCode(200);
    }

    @Test
    void needsSomethingToLookFor() {
        refused(get(token, "/search?q="), 422, "invalid").body("errors[0].pointer", equalTo("q"));
        refused(get(token, "/search?q=" + "x".repeat(301)), 422, "invalid");
    }

    @Test
    void isReadFromNowhereElse() throws SQLException {
        openCase(token, "hidden in the index");
        try (var connection = connect("cases", "app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from search_document"))
                    .hasMessageContaining("permission denied");
        }
    }

    /// Many rows, so that the planner has a choice.
    private void fill(int cases) throws SQLException {
        try (var connection = connect("cases_owner", "owner");
                var statement = connection.createStatement()) {
            statement.execute("set fairlead.system = 'on'");
            statement.execute(
                    """
                    insert into case_file (id, team, number, title, state, priority, handling, is_synthetic,
                        opened_by, opened_at, changed_at, version)
                    select gen_random_uuid(), '%s', '%s-' || n, 'filled ' || md5(n::text), 'OPEN', 'NORMAL',
                        'TLP_AMBER', true, 'x', now() - n * interval '1 minute', now(), 1
                    from generate_series(1, %d) n
                    """
                            .formatted(team, team, cases));
            statement.execute("analyze case_file");
            statement.execute("analyze search_document");
        }
    }

    /// What the database does for a query of the service, as the caller, with the plans of what it
    /// calls.
    private String plans(String... queries) throws SQLException {
        int port = PlatformResource.database().getPort();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/cases", "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            statement.execute("set auto_explain.log_min_duration = 0");
            statement.execute("set auto_explain.log_nested_statements = on");
            connection.setAutoCommit(false);
            // It keeps what it says to itself; until the end of this transaction it does not.
            statement.execute(
                    "alter function search_seen(text, text[], timestamptz, int) reset client_min_messages;"
                            + " alter function search_found(text, text[], real, uuid, int, timestamptz)"
                            + " reset client_min_messages");
            statement.execute("set local role cases");
            statement.execute(
                    "select enter_as('s', 'c', false, '%s', '{case-worker}', '{}', 3, '{}')"
                            .formatted(team));
            statement.execute("set local client_min_messages = log");
            var plans = new StringBuilder();
            for (String query : queries) {
                statement.execute(query);
                for (var told = statement.getWarnings();
                        told != null;
                        told = told.getNextWarning()) {
                    plans.append(told.getMessage()).append('\n');
                }
                statement.clearWarnings();
            }
            return plans.toString();
        }
    }

    /// Plans, not times: a list is a walk along an index, a search a look into one, with policies
    /// on.
    @Test
    void listAndSearchGoByIndexWithPoliciesOn() throws SQLException {
        fill(20_000);
        String query = "select * from case_file c where c.team = '%s'".formatted(team);
        String order = " order by c.opened_at desc, c.id desc fetch first 51 rows only";

        String list =
                plans(
                        query + order,
                        query
                                + " and c.opened_at <= now() - interval '1 day' and (c.opened_at < now() - interval '1 day')"
                                + order);
        String search = plans("select * from search_found('0notthere', null, 0, null, 51, null)");

        assertThat(list)
                .containsPattern("Index Scan using case_file_(all|listed)")
                .doesNotContain("Seq Scan on case_file");
        assertThat(search)
                .contains("search_document_words")
                .doesNotContain("Seq Scan on search_document");
        assertThat(get(token, "/cases?limit=50").then().extract().<List<?>>path("items"))
                .hasSize(50);
    }
}
