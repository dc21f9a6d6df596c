package org.fairlead.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.cases.LeakProbes.Probe;
import org.fairlead.cases.LeakProbes.Way;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing tells that a case exists to somebody it is not for: an excluded person, another team, a
/// client without the scope.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class LeakTest {

    private static final String HREF = "/api/ais/v1/activities/leak";

    /// Who looks, and at which kind of case.
    enum Observer {
        EXCLUDED,
        OTHER_TEAM,
        SAME_TEAM_OF_A_SEALED_CASE,
        CLIENT_OF_THE_TEAM_OF_A_NAMED_CASE;

        String token(String team) {
            return switch (this) {
                case EXCLUDED, SAME_TEAM_OF_A_SEALED_CASE ->
                        Tokens.person("observer", Map.of(team, List.of("lead")));
                case OTHER_TEAM ->
                        Tokens.person("observer", Map.of(team + "-other", List.of("lead")));
                case CLIENT_OF_THE_TEAM_OF_A_NAMED_CASE ->
                        Tokens.client(
                                "observer-client",
                                team,
                                "cases:read",
                                "cases:write",
                                "webhooks:manage");
            };
        }

        String visibility() {
            return switch (this) {
                case EXCLUDED, OTHER_TEAM -> "team";
                case SAME_TEAM_OF_A_SEALED_CASE -> "sealed";
                case CLIENT_OF_THE_TEAM_OF_A_NAMED_CASE -> "named";
            };
        }
    }

    /// A team with somebody who works in secret, and the observer.
    private record World(Observer observer, String team, String worker, String watching) {

        static World of(Observer observer) {
            String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
            return new World(
                    observer,
                    team,
                    Tokens.person("worker", Map.of(team, List.of("lead"))),
                    observer.token(team));
        }

        String hide() {
            String id =
                    post(
                                    worker,
                                    "/cases",
                                    Map.of(
                                            "title",
                                            "HUSH hush " + UUID.randomUUID(),
                                            "summary",
                                            "hush",
                                            "visibility",
                                            observer.visibility()))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            if (observer == Observer.EXCLUDED) {
                post(
                                worker,
                                "/cases/" + id + "/exclusions",
                                Map.of(
                                        "subject",
                                        Tokens.subjectOf("observer"),
                                        "name",
                                        "observer",
                                        "reason",
                                        "hush"))
                        .then()
                        .statusCode(201);
            }
            return id;
        }

        /// Everything one can do with a case; the observer is mentioned and given a task in it.
        String work(String lead, String mmsi) {
            String id = hide();
            var observerPerson =
                    Map.of("subject", Tokens.subjectOf("observer"), "name", "observer");
            post(worker, "/leads/" + lead + "/attach", Map.of("caseId", id)).then().statusCode(200);
            post(
                            worker,
                            "/cases/" + id + "/notes",
                            Map.of("text", "hush note", "mentions", List.of(observerPerson)))
                    .then()
                    .statusCode(201);
            post(
                            worker,
                            "/cases/" + id + "/tasks",
                            Map.of("title", "hush task", "assignee", observerPerson))
                    .then()
                    .statusCode(201);
            post(
                            worker,
                            "/cases/" + id + "/subjects",
                            Map.of("kind", "vessel", "name", "HUSH SHIP", "mmsi", mmsi))
                    .then()
                    .statusCode(201);
            post(
                            worker,
                            "/cases/" + id + "/facts",
                            Map.of(
                                    "at", "2024-02-09T00:00:00Z",
                                    "precision", "day",
                                    "title", "hush fact",
                                    "source", "hush"))
                    .then()
                    .statusCode(201);
            FakeSources.put(HREF, "{\"state\": \"open\", \"vessel\": {\"name\": \"HUSH\"}}");
            post(
                            worker,
                            "/cases/" + id + "/evidence",
                            Map.of(
                                    "kind",
                                    "silence",
                                    "ref",
                                    Map.of("service", "ais", "href", HREF)))
                    .then()
                    .statusCode(201);
            post(worker, "/cases/" + id + "/questions", Map.of("text", "hush?"))
                    .then()
                    .statusCode(201);
            post(
                            worker,
                            "/cases/" + id + "/findings",
                            Map.of("statement", "hush finding", "confidence", "low"))
                    .then()
                    .statusCode(201);
            String visible =
                    post(worker, "/cases", Map.of("title", "beside it", "visibility", "sealed"))
                            .then()
                            .extract()
                            .path("id");
            post(worker, "/cases/" + id + "/related", Map.of("caseId", visible, "reason", "hush"))
                    .then()
                    .statusCode(201);
            get(worker, "/cases/" + id + "/export?draft=true").then().statusCode(200);
            return id;
        }
    }

    private static Stream<Observer> observers() {
        return Stream.of(Observer.values());
    }

    private static Response ask(String token, Probe probe, String caseId, String part) {
        var request = as(token).header("If-Match", "\"1\"");
        if (!probe.method().equals("GET")) {
            request.contentType(
                            probe.method().equals("PATCH")
                                    ? "application/merge-patch+json"
                                    : ContentType.JSON.toString())
                    .body(probe.more());
        }
        return request.request(
                probe.method(), Api.ROOT + LeakProbes.at(probe.path(), caseId, part));
    }

    private static String masked(Response answer, String caseId, String part) {
        return "%d %s %s"
                .formatted(
                        answer.statusCode(),
                        answer.contentType(),
                        answer.asString()
                                .replace(caseId, "CASE")
                                .replace(part, "PART")
                                .replaceAll("\"traceId\":\"[^\"]*\"", ""));
    }

    /// Adding an endpoint without saying here how it is kept from telling fails the build.
    @Test
    void everyRouteHasAProbe() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("paths");
        var routes = new TreeSet<String>();
        paths.forEach((path, methods) ->
                methods.keySet().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "patch", "delete").contains(method))
                        .forEach(method ->
                                routes.add(
                                        method.toUpperCase(java.util.Locale.ROOT)
                                                + " "
                                                + path.substring(Api.ROOT.length()))));

        assertThat(routes).hasSizeGreaterThan(50);
        assertThat(routes).isEqualTo(LeakProbes.byRoute().keySet());
    }

    @ParameterizedTest
    @MethodSource("observers")
    void whatIsHiddenAnswersLikeWhatIsNotThere(Observer observer) {
        World world = World.of(observer);
        String hidden = world.hide();
        var told = new ArrayList<String>();
        for (Probe probe : LeakProbes.of(Way.BY_ID)) {
            String nowhere = LeakProbes.somewhere();
            String part = LeakProbes.somewhere();
            Response toHidden = ask(world.watching(), probe, hidden, part);
            Response toNothing = ask(world.watching(), probe, nowhere, part);
            boolean isRefused =
                    toNothing.statusCode() == 404
                            || toNothing.statusCode() == 403
                                    && observer == Observer.CLIENT_OF_THE_TEAM_OF_A_NAMED_CASE;
            if (!isRefused
                    || !masked(toHidden, hidden, part).equals(masked(toNothing, nowhere, part))) {
                told.add(
                        "%s: %s / %s"
                                .formatted(
                                        probe.route(),
                                        masked(toHidden, hidden, part),
                                        masked(toNothing, nowhere, part)));
            }
        }

        assertThat(told).isEmpty();
        get(world.worker(), "/cases/" + hidden).then().body("version", equalTo(1));
    }

    /// The timing class: the same statements, so the same work, for what is hidden and what is not
    /// there.
    @ParameterizedTest
    @MethodSource("observers")
    void whatIsHiddenCostsWhatIsNotThere(Observer observer) {
        World world = World.of(observer);
        String hidden = world.hide();
        var told = new ArrayList<String>();
        for (Probe probe : LeakProbes.of(Way.BY_ID)) {
            String part = LeakProbes.somewhere();
            // The service works beside us: the least of a few is the request's own.
            int toHidden = least(world.watching(), probe, hidden, part);
            int toNothing = least(world.watching(), probe, LeakProbes.somewhere(), part);
            if (toHidden != toNothing) {
                told.add("%s: %d / %d".formatted(probe.route(), toHidden, toNothing));
            }
        }

        assertThat(told).isEmpty();
        assertThat(
                        least(
                                world.worker(),
                                java.util.Objects.requireNonNull(
                                        LeakProbes.byRoute().get("GET /cases/{id}")),
                                hidden,
                                "x"))
                .as("statements are counted at all")
                .isGreaterThan(3);
    }

    private static int least(String token, Probe probe, String caseId, String part) {
        int least = Integer.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            least =
                    Math.min(
                            least,
                            Statements.of(() -> ask(token, probe, caseId, part).asString()).size());
        }
        return least;
    }

    /// List, count, facet, search, autocomplete, notifications, inbox: all of it is taken before
    /// and after somebody has worked in secret, and is the same, byte for byte.
    @ParameterizedTest
    @MethodSource("observers")
    void nothingMovesWhileSomebodyWorksInSecret(Observer observer) {
        World world = World.of(observer);
        String mmsi = Events.mmsi();
        String shown = openCase(world.worker(), "shown to the team");
        post(
                        world.worker(),
                        "/cases/" + shown + "/subjects",
                        Map.of("kind", "vessel", "name", "SHOWN SHIP", "mmsi", mmsi))
                .then()
                .statusCode(201);
        String lead =
                post(
                                world.worker(),
                                "/leads",
                                Map.of(
                                        "title",
                                        "a lead of the team",
                                        "vessel",
                                        Map.of("mmsi", mmsi, "name", "SHIP")))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        List<String> before = world(world.watching(), shown, lead);

        String hidden = world.work(lead, mmsi);

        List<String> after = world(world.watching(), shown, lead);
        assertThat(after).isEqualTo(before);
        assertThat(String.join("\n", after)).doesNotContain(hidden);
        assertThat(get(world.worker(), "/search?q=hush&limit=200").asString())
                .as("the one who works there finds it")
                .contains(hidden);
        assertThat(get(world.worker(), "/cases/" + shown + "/board").asString())
                .as("the one who works there has it as a neighbour on the board")
                .contains(hidden);
    }

    /// Everything the observer can look at.
    private static List<String> world(String token, String shown, String lead) {
        var seen = new ArrayList<String>();
        for (Probe probe : LeakProbes.of(Way.LIST)) {
            seen.add(look(token, probe.path() + probe.more()));
        }
        seen.add(look(token, "/cases?limit=200&q=hush"));
        seen.add(look(token, "/cases?limit=200&updatedSince=2024-01-01T00:00:00Z"));
        for (String state : List.of("new", "attached", "dismissed", "snoozed")) {
            seen.add(look(token, "/inbox?limit=200&state=" + state));
        }
        seen.add(look(token, "/leads/" + lead));
        for (String part :
                List.of(
                        "",
                        "/leads",
                        "/notes",
                        "/board",
                        "/relations",
                        "/related",
                        "/subjects",
                        "/subjects/elsewhere",
                        "/tasks",
                        "/timeline",
                        "/evidence",
                        "/findings",
                        "/questions")) {
            seen.add(look(token, "/cases/" + shown + part));
        }
        return seen;
    }

    private static String look(String token, String path) {
        Response answer = get(token, path);
        return path
                + " "
                + answer.statusCode()
                + " "
                + answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Nested
    class ALeadInAHiddenCase {
        private final World world = World.of(Observer.SAME_TEAM_OF_A_SEALED_CASE);

        private String lead() {
            return post(world.worker(), "/leads", Map.of("title", "seen"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private String decided(String lead, String verb, Map<String, ?> body) {
            Response answer = post(world.watching(), "/leads/" + lead + "/" + verb, body);
            return (answer.statusCode() + " " + answer.asString())
                    .replace(lead, "LEAD")
                    .replaceAll(
                            "\"(id|number|traceId|raisedAt|dueAt|openedAt|changedAt|at)\":\"[^\"]*\"",
                            "");
        }

        @Test
        void isDecidedLikeOneInNoCase() {
            record Decision(String verb, Map<String, ?> body) {}
            String open = openCase(world.watching(), "open");
            for (Decision decision :
                    List.of(
                            new Decision("dismiss", Map.of("reason", "no")),
                            new Decision("snooze", Map.of("until", "2099-01-01T00:00:00Z")),
                            new Decision("reopen", Map.of()),
                            new Decision(
                                    "assign",
                                    Map.of("assignee", Map.of("subject", "s", "name", "n"))),
                            new Decision("attach", Map.of("caseId", open)),
                            new Decision("detach", Map.of("caseId", open)),
                            new Decision("open-case", Map.of()))) {
                String secret = lead();
                String free = lead();
                String hidden = world.hide();
                post(world.worker(), "/leads/" + secret + "/attach", Map.of("caseId", hidden))
                        .then()
                        .statusCode(200);

                assertThat(decided(secret, decision.verb(), decision.body()))
                        .as(decision.verb())
                        .isEqualTo(decided(free, decision.verb(), decision.body()));
            }
        }

        @Test
        void isNotAttachedDetachedOrMovedByTheNameOfTheCase() {
            String secret = lead();
            String hidden = world.hide();
            String nowhere = LeakProbes.somewhere();
            post(world.worker(), "/leads/" + secret + "/attach", Map.of("caseId", hidden))
                    .then()
                    .statusCode(200);
            String own = openCase(world.watching(), "own");

            for (String verb : List.of("attach", "detach")) {
                assertThat(decided(secret, verb, Map.of("caseId", hidden)))
                        .isEqualTo(decided(secret, verb, Map.of("caseId", nowhere)))
                        .startsWith("404");
            }
            assertThat(decided(secret, "move", Map.of("from", hidden, "to", own)))
                    .isEqualTo(decided(secret, "move", Map.of("from", nowhere, "to", own)))
                    .startsWith("404");
            String toHidden =
                    post(
                                    world.watching(),
                                    "/leads/bulk",
                                    Map.of(
                                            "action",
                                            "attach",
                                            "leadIds",
                                            List.of(secret),
                                            "caseId",
                                            hidden))
                            .asString();
            String toNothing =
                    post(
                                    world.watching(),
                                    "/leads/bulk",
                                    Map.of(
                                            "action",
                                            "attach",
                                            "leadIds",
                                            List.of(secret),
                                            "caseId",
                                            nowhere))
                            .asString();
            assertThat(toHidden).isEqualTo(toNothing);
        }

        @Test
        void isStillToBeTaken() {
            String secret = lead();
            post(world.worker(), "/leads/" + secret + "/attach", Map.of("caseId", world.hide()))
                    .then()
                    .statusCode(200);

            post(world.watching(), "/inbox/next", Map.of())
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(secret))
                    .body("state", equalTo("new"));
        }
    }

    @Test
    void theNumbersOfCasesTellNothing() {
        World world = World.of(Observer.SAME_TEAM_OF_A_SEALED_CASE);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++) {
            if (i % 3 == 0) {
                var _ = world.hide();
            }
            String number =
                    post(world.watching(), "/cases", Map.of("title", "own " + i))
                            .then()
                            .extract()
                            .path("number");
            numbers.add(Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)));
        }

        assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
        assertThat(numbers).isNotEqualTo(numbers.stream().sorted().toList());
        assertThat(java.util.Collections.max(numbers)).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("observers")
    void theEventStreamIsToldOfNothingHidden(Observer observer) {
        World world = World.of(observer);
        String hidden = world.hide();

        post(world.watching(), "/visible", Map.of("caseIds", List.of(hidden)))
                .then()
                .statusCode(200)
                .body("caseIds", empty());
        post(world.worker(), "/visible", Map.of("caseIds", List.of(hidden)))
                .then()
                .body("caseIds", hasItem(hidden));
    }

    @Test
    void theEventStreamIsToldOfNoLeadOfAnotherTeamOrToAnAdministrator() {
        String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        String worker = Tokens.person("worker", Map.of(team, List.of("lead")));
        String lead = post(worker, "/leads", Map.of("title", "l")).then().extract().path("id");
        var body = Map.of("caseIds", List.of(), "leadIds", List.of(lead));

        post(worker, "/visible", body).then().body("leadIds", hasItem(lead));
        post(Tokens.carl(), "/visible", body).then().body("leadIds", empty());
        post(Tokens.person("admin", Map.of(team, List.of("org-admin"))), "/visible", body)
                .then()
                .body("leadIds", empty());
    }

    @Test
    void aNoticeAboutAHiddenCaseCannotBeMarked() {
        World world = World.of(Observer.SAME_TEAM_OF_A_SEALED_CASE);
        String id = openCase(world.worker(), "open for now");
        post(
                        world.worker(),
                        "/cases/" + id + "/notes",
                        Map.of(
                                "text",
                                "look",
                                "mentions",
                                List.of(
                                        Map.of(
                                                "subject",
                                                Tokens.subjectOf("observer"),
                                                "name",
                                                "observer"))))
                .then()
                .statusCode(201);
        String notice =
                get(world.watching(), "/notifications").then().extract().path("items[0].id");
        post(
                        world.worker(),
                        "/cases/" + id + "/exclusions",
                        Map.of(
                                "subject",
                                Tokens.subjectOf("observer"),
                                "name",
                                "observer",
                                "reason",
                                "hush"))
                .then()
                .statusCode(201);

        refused(
                post(world.watching(), "/notifications/" + notice + "/read", Map.of()),
                404,
                "not-found");
        get(world.watching(), "/notifications").then().body("unread", equalTo(0));
    }

    /// A client without the scope is refused before anything is looked up.
    @Test
    void aClientWithoutScopeIsToldTheSameEverywhere() {
        String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        String worker = Tokens.person("worker", Map.of(team, List.of("lead")));
        String hidden = openCase(worker, "open to the team");
        String client = Tokens.client("feed", team, "ais:write");
        var told = new ArrayList<String>();
        for (Probe probe : LeakProbes.of(Way.BY_ID)) {
            String part = LeakProbes.somewhere();
            Response answer = ask(client, probe, hidden, part);
            if (answer.statusCode() != 403
                    || Statements.of(() -> ask(client, probe, hidden, part)).stream()
                            .anyMatch(statement -> statement.contains("case_file"))) {
                told.add(probe.route() + " " + answer.statusCode());
            }
        }
        for (Probe probe : LeakProbes.of(Way.LIST)) {
            if (get(client, probe.path() + probe.more()).statusCode() != 403) {
                told.add(probe.route());
            }
        }

        assertThat(told).isEmpty();
    }

    @Test
    void anOldAnswerIsNoneAboutACaseOneIsShutOutOf() {
        World world = World.of(Observer.EXCLUDED);
        String key = UUID.randomUUID().toString();
        var body = Map.of("title", "opened by the observer");
        String id =
                as(world.watching(), body)
                        .header("Idempotency-Key", key)
                        .post(Api.ROOT + "/cases")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post(
                        world.worker(),
                        "/cases/" + id + "/exclusions",
                        Map.of("subject", Tokens.subjectOf("observer"), "name", "o", "reason", "r"))
                .then()
                .statusCode(201);

        refused(
                as(world.watching(), body).header("Idempotency-Key", key).post(Api.ROOT + "/cases"),
                404,
                "not-found");
        get(world.watching(), "/cases").then().body("items.id", not(hasItem(id)));
    }
}
