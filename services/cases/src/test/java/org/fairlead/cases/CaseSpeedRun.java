package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// `./fairlead bench cases`: lists, pages and searches over many cases, with every policy on,
/// beside a request that asks no table.
///
/// `fairlead.bench.scale` shrinks what is made: 1 is 100,000 cases, 1,000,000 leads and 10,000,000
/// entries of audit.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@SuppressWarnings("NullAway.Init")
class CaseSpeedRun {

    private static final double SCALE =
            Double.parseDouble(System.getProperty("fairlead.bench.scale", "1"));
    private static final int ROUNDS = Integer.getInteger("fairlead.bench.rounds", 400);
    private static final int CASES = (int) (100_000 * SCALE);
    private static final int LEADS = (int) (1_000_000 * SCALE);
    private static final int ENTRIES = (int) (10_000_000 * SCALE);

    @TestHTTPResource("/api/cases/v1")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();

    /// Two large teams with four tenths each, twenty small ones with the rest.
    private static final String TEAM =
            "case when n %% 10 < 4 then 'bench-a' when n %% 10 < 8 then 'bench-b'"
                    + " else 'bench-' || (n / 10 %% 20) end";

    private static final String CASE =
            "('00000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";

    private static boolean fill() throws SQLException {
        int port = PlatformResource.database().getPort();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/cases",
                                "cases_owner",
                                "owner");
                var statement = connection.createStatement()) {
            statement.execute("set fairlead.system = 'on'");
            if (isFilled(statement)) {
                return false;
            }
            statement.execute("set work_mem = '64MB'");
            statement.execute("set synchronous_commit = off");
            cases(statement);
            parts(statement);
            leads(statement);
            audit(statement);
            statement.execute("vacuum analyze");
            return true;
        }
    }

    /// Left by a run before, in a directory that is kept: all of it, or it is not taken.
    private static boolean isFilled(Statement statement) throws SQLException {
        try (var found =
                statement.executeQuery(
                        "select exists (select 1 from audit where actor = 'bench')")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static void cases(Statement statement) throws SQLException {
        statement.execute(
                ("insert into case_file (id, team, number, title, summary, state, priority, handling,"
                                + " is_synthetic, opened_by, opened_at, changed_at, version, visibility)"
                                + " select "
                                + CASE.formatted("n")
                                + ", "
                                + TEAM
                                + ", 'BENCH-' || n, 'Case of ship ' || substr(md5(n::text), 1, 6),"
                                + " repeat('What she did is not known. ', 8),"
                                + " (array['TRIAGE','OPEN','OPEN','IN_REVIEW','CLOSED'])[n %% 5 + 1], 'NORMAL',"
                                + " 'TLP_AMBER', true, 'bench', now() - n * interval '5 minutes', now(), 1,"
                                + " case when n %% 20 = 0 then 'SEALED' when n %% 7 = 0 then 'NAMED' else 'TEAM' end"
                                + " from generate_series(1, "
                                + CASES
                                + ") n")
                        .replace("%%", "%"));
        statement.execute(
                ("insert into case_grant (id, team, case_id, grantee_kind, grantee, grantee_name, role,"
                        + " granted_by, granted_at) select gen_random_uuid(), c.team, c.id, 'PERSON', '"
                        + Tokens.subjectOf("bench-reader")
                        + "', 'bench-reader', 'VIEWER', 'bench', now() from case_file c"
                        + " where c.team like 'bench%' and c.visibility = 'SEALED' order by c.id limit 100"));
        statement.execute(
                "insert into case_exclusion (id, team, case_id, subject, name, reason, excluded_by, excluded_at)"
                        + " select gen_random_uuid(), c.team, c.id, '"
                        + Tokens.subjectOf("bench-reader")
                        + "', 'bench-reader', 'r', 'bench', now() from case_file c"
                        + " where c.team = 'bench-a' and c.visibility = 'TEAM' order by c.id limit 50");
    }

    private static void parts(Statement statement) throws SQLException {
        statement.execute(
                "insert into subject (id, team, case_id, kind, mmsi, imo, name, added_by, added_at)"
                        + " select gen_random_uuid(), c.team, c.id, 'VESSEL',"
                        + " lpad((abs(hashtext(c.number)) % 1000000000)::text, 9, '0'), null,"
                        + " 'SHIP ' || substr(md5(c.number), 1, 5), 'bench', now() from case_file c"
                        + " where c.team like 'bench%'");
        statement.execute(
                "insert into note (id, team, case_id, text, author, at) select gen_random_uuid(), c.team, c.id,"
                        + " 'A note of ' || md5(c.number || k), 'bench', now() from case_file c,"
                        + " generate_series(1, 3) k where c.team like 'bench%'");
        statement.execute(
                "insert into task (id, team, case_id, version, title, state, created_by, created_at, changed_by,"
                        + " changed_at) select gen_random_uuid(), c.team, c.id, 1, 'A task', 'OPEN', 'bench', now(),"
                        + " 'bench', now() from case_file c where c.team like 'bench%'");
    }

    private static void leads(Statement statement) throws SQLException {
        statement.execute(
                ("insert into lead (id, team, version, state, kind, headline, why, mmsi, vessel_name, source_id,"
                                + " source_version, is_retracted, synthetic, priority, due_at, raised_at, changed_at,"
                                + " is_dismissed_by_source) select "
                                + CASE.formatted("n").replace("-7000-", "-7001-")
                                + ", "
                                + TEAM
                                + ", 1, case when n %% 4 = 0 then 'DISMISSED' else 'NEW' end, 'SILENCE',"
                                + " 'unexplained silence', '[]', lpad((n %% 180000)::text, 9, '2'), 'SHIP',"
                                + " 'bench-' || n, 1, false, true, 'NORMAL', now() + (n %% 5000 - 500) * interval '1 hour',"
                                + " now(), now(), false from generate_series(1, "
                                + LEADS
                                + ") n")
                        .replace("%%", "%"));
        statement.execute(
                "insert into case_lead (id, team, case_id, lead_id, attached_by, attached_at)"
                        + " select gen_random_uuid(), l.team, c.id, l.id, 'bench', now() from lead l"
                        + " join case_file c on c.number = 'BENCH-' || (substr(l.source_id, 7)::int / 10)"
                        + " where l.source_id like 'bench-%0' and c.team = l.team");
    }

    /// A hundred entries a case; as they stand in the table, the hashes made up.
    private static void audit(Statement statement) throws SQLException {
        int each = Math.max(1, ENTRIES / CASES);
        // As after a checkpoint: none of these waits for one.
        statement.execute("alter table audit disable trigger waits");
        statement.execute(
                "insert into audit (id, team, chain, sequence, at, actor, subject, action, object, detail,"
                        + " previous_hash, hash) select uuidv7(), c.team, c.id, k, now(), 'bench', 'bench',"
                        + " 'case-read', c.id::text, 'version 1', md5(k::text) || md5(k::text),"
                        + " md5((k + 1)::text) || md5((k + 1)::text) from case_file c, generate_series(1, "
                        + each
                        + ") k where c.team like 'bench%'");
        statement.execute("alter table audit enable trigger waits");
    }

    private record Spread(double median, double high, double highest) {}

    private HttpResponse<String> get(String token, String path) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(root + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private Spread measure(String token, List<String> paths) throws Exception {
        for (int i = 0; i < ROUNDS / 4; i++) {
            get(token, paths.get(i % paths.size()));
        }
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            get(token, paths.get(i % paths.size()));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return new Spread(millis[ROUNDS / 2], millis[ROUNDS * 99 / 100], millis[ROUNDS - 1]);
    }

    /// Cursors of pages that lie ever deeper.
    private List<String> deep(String token) throws Exception {
        var paths = new ArrayList<String>();
        String path = "/cases?limit=200";
        for (int i = 0; i < 12; i++) {
            String body = get(token, path).body();
            int at = body.indexOf("\"nextCursor\":\"");
            if (at < 0) {
                break;
            }
            String cursor = body.substring(at + 14, body.indexOf('"', at + 14));
            path = "/cases?limit=200&cursor=" + cursor;
            paths.add("/cases?limit=50&cursor=" + cursor);
        }
        return paths;
    }

    @Test
    void measure() throws Exception {
        long begun = System.nanoTime();
        boolean isMade = fill();
        System.out.printf(
                "# %,d cases, %,d leads, %,d entries of audit, %s; %d requests a row, one at a time%n",
                CASES,
                LEADS,
                ENTRIES,
                isMade
                        ? "made in " + (System.nanoTime() - begun) / 1_000_000_000 + " s"
                        : "kept from a run before",
                ROUNDS);
        String large = Tokens.person("bench-reader", Map.of("bench-a", List.of("lead")));
        String small = Tokens.person("bench-reader", Map.of("bench-7", List.of("case-worker")));
        // Of a sealed case the reader is a viewer, who sees no audit.
        List<String> ids =
                JsonPath.from(get(large, "/cases?limit=200").body())
                        .getList("items.findAll { it.visibility == 'team' }.id");
        List<String> pages = ids.stream().map(id -> "/cases/" + id).toList();
        System.out.println("| what | median ms | p99 ms | most ms | p99 to the floor |");
        System.out.println("|---|---|---|---|---|");
        Spread floor = measure(large, List.of("/signing-key"));
        row("a request that asks no table", floor, floor);
        row(
                "case list, two fifths of all in the team",
                measure(large, List.of("/cases?limit=50")),
                floor);
        row("case list, deep pages", measure(large, deep(large)), floor);
        row(
                "case list by state",
                measure(large, List.of("/cases?limit=50&state=in-review")),
                floor);
        row(
                "case list, a hundredth of all in the team",
                measure(small, List.of("/cases?limit=50")),
                floor);
        row("case page", measure(large, pages), floor);
        row(
                "tasks of a case",
                measure(large, pages.stream().map(page -> page + "/tasks").toList()),
                floor);
        row(
                "audit of a case",
                measure(large, pages.stream().map(page -> page + "/audit").toList()),
                floor);
        row("search, rare word", measure(large, List.of("/search?q=BENCH-77&limit=50")), floor);
        row(
                "search, a word of every case",
                measure(large, List.of("/search?q=known&limit=50")),
                floor);
        row("inbox", measure(large, List.of("/inbox?limit=50")), floor);
    }

    private static void row(String what, Spread spread, Spread floor) {
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                what,
                spread.median(),
                spread.high(),
                spread.highest(),
                spread.high() / floor.high());
    }
}
