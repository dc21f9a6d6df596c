package org.fairlead.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// A request that comes twice, as it does when an answer was lost on the way: every POST of the
/// service, found in its own description, takes a key or is named here with why it needs none.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class RepeatedRequestsTest {

    private static final String SET =
            "sets a state: again it is the same or refused, nothing is made";

    private static final Map<String, String> NEEDS_NO_KEY =
            Map.ofEntries(
                    Map.entry("/cases/{id}/evidence/files", "the same bytes are one exhibit: 200"),
                    Map.entry(
                            "/cases/{id}/evidence/{evidenceId}/verification",
                            "looks, and notes each look"),
                    Map.entry("/cases/{id}/questions/{questionId}/state", SET),
                    Map.entry("/leads/bulk", SET),
                    Map.entry("/leads/{id}/assign", SET),
                    Map.entry("/leads/{id}/attach", SET),
                    Map.entry("/leads/{id}/detach", SET),
                    Map.entry("/leads/{id}/dismiss", SET),
                    Map.entry("/leads/{id}/move", SET),
                    Map.entry("/leads/{id}/reopen", SET),
                    Map.entry("/leads/{id}/snooze", SET),
                    Map.entry("/notifications/read", SET),
                    Map.entry("/notifications/{id}/read", SET),
                    Map.entry("/visible", "asks"),
                    Map.entry("/visible/of-client", "asks"));

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = Tokens.person("repeater", Map.of(team, List.of("lead")));
    private final String admin = Tokens.administrator("root", "platform-admin");

    /// Each with whether it takes a key.
    private static Map<String, Boolean> posts() {
        var posts = new TreeMap<String, Boolean>();
        Description.read()
                .routes("post")
                .forEach((path, route) ->
                        posts.put(path, Description.takes(route, "Idempotency-Key")));
        return posts;
    }

    @Test
    void everyPostTakesAKeyOrNeedsNone() {
        Map<String, Boolean> posts = posts();

        assertThat(posts).hasSizeGreaterThan(30);
        posts.values().removeIf(takesKey -> takesKey);
        assertThat(posts.keySet()).isEqualTo(NEEDS_NO_KEY.keySet());
    }

    /// @param other what is another request under the same key
    private record Deed(String token, String path, Object body, Object other) {}

    /// For each route with a key, one deed, ready to be done.
    private Map<String, Deed> deeds() {
        String id = openCase(token, "one");
        String own = "/cases/" + id;
        String first = made(own + "/subjects", Map.of("kind", "company", "name", "OWNER"));
        String second = made(own + "/subjects", Map.of("kind", "vessel", "name", "SHIP"));
        String href = "/api/ais/v1/activities/again-" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        String exhibit = made(own + "/evidence", evidence(href));
        String finding =
                made(own + "/findings", Map.of("statement", "She was.", "confidence", "low"));
        String template = made("/templates", Map.of("name", "t", "content", Map.of()));
        String lead = made("/leads", Map.of("title", "to a case"));
        made("/leads", Map.of("title", "to be taken"));
        made("/leads", Map.of("title", "to be taken after it"));
        String duplicate = openCase(token, "two");
        String moving = openCase(token, "three");
        var deeds = new TreeMap<String, Deed>();
        put(deeds, "/cases", "/cases", Map.of("title", "a"), Map.of("title", "b"));
        put(
                deeds,
                "/cases/{id}/transitions",
                "/cases/" + moving + "/transitions",
                Map.of("to", "open"),
                Map.of("to", "closed", "outcome", "inconclusive"));
        put(
                deeds,
                "/cases/{id}/merge",
                "/cases/" + duplicate + "/merge",
                Map.of("into", id, "reason", "same"),
                Map.of("into", id, "reason", "other"));
        put(
                deeds,
                "/cases/{id}/grants",
                own + "/grants",
                grant("somebody"),
                grant("somebody else"));
        put(
                deeds,
                "/cases/{id}/exclusions",
                own + "/exclusions",
                Map.of("subject", "x", "name", "x", "reason", "r"),
                Map.of("subject", "y", "name", "y", "reason", "r"));
        put(
                deeds,
                "/cases/{id}/subjects",
                own + "/subjects",
                Map.of("kind", "person", "name", "MASTER"),
                Map.of("kind", "person", "name", "MATE"));
        put(
                deeds,
                "/cases/{id}/relations",
                own + "/relations",
                Map.of("source", first, "target", second, "kind", "owns"),
                Map.of("source", first, "target", second, "kind", "charters"));
        put(
                deeds,
                "/cases/{id}/related",
                own + "/related",
                Map.of("caseId", moving, "reason", "r"),
                Map.of("caseId", moving, "reason", "s"));
        put(
                deeds,
                "/cases/{id}/questions",
                own + "/questions",
                Map.of("text", "Who?"),
                Map.of("text", "Where?"));
        put(
                deeds,
                "/cases/{id}/findings",
                own + "/findings",
                Map.of("statement", "a", "confidence", "low"),
                Map.of("statement", "b", "confidence", "low"));
        put(
                deeds,
                "/cases/{id}/findings/{findingId}/transitions",
                own + "/findings/" + finding + "/transitions",
                Map.of("to", "withdrawn", "reason", "r"),
                Map.of("to", "withdrawn", "reason", "s"));
        String another = "/api/ais/v1/activities/again-" + UUID.randomUUID();
        FakeSources.put(another, "{\"state\": \"x\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        put(deeds, "/cases/{id}/evidence", own + "/evidence", evidence(another), evidence(href));
        put(
                deeds,
                "/cases/{id}/evidence/{evidenceId}/custody",
                own + "/evidence/" + exhibit + "/custody",
                Map.of("action", "derived", "reason", "r"),
                Map.of("action", "derived", "reason", "s"));
        put(
                deeds,
                "/cases/{id}/assessments/{evidenceId}",
                own + "/assessments/" + exhibit,
                Map.of("reliability", "A", "credibility", 1, "reason", "r"),
                Map.of("reliability", "B", "credibility", 1, "reason", "r"));
        put(deeds, "/cases/{id}/tasks", own + "/tasks", Map.of("title", "a"), Map.of("title", "b"));
        put(deeds, "/cases/{id}/notes", own + "/notes", Map.of("text", "a"), Map.of("text", "b"));
        put(deeds, "/cases/{id}/facts", own + "/facts", fact("a"), fact("b"));
        put(deeds, "/leads", "/leads", Map.of("title", "a"), Map.of("title", "b"));
        put(
                deeds,
                "/leads/{id}/open-case",
                "/leads/" + lead + "/open-case",
                Map.of("title", "a"),
                Map.of("title", "b"));
        put(deeds, "/inbox/next", "/inbox/next", Map.of(), Map.of());
        put(
                deeds,
                "/watches",
                "/watches",
                Map.of("kind", "query", "words", "a"),
                Map.of("kind", "query", "words", "b"));
        put(
                deeds,
                "/templates",
                "/templates",
                Map.of("name", "a", "content", Map.of()),
                Map.of("name", "b", "content", Map.of()));
        put(
                deeds,
                "/templates/{id}/cases",
                "/templates/" + template + "/cases",
                Map.of("title", "a"),
                Map.of("title", "b"));
        deeds.put("/handovers", new Deed(admin, "/handovers", handover("a"), handover("b")));
        return deeds;
    }

    private void put(
            Map<String, Deed> deeds, String route, String path, Object body, Object other) {
        deeds.put(route, new Deed(token, path, body, other));
    }

    private String made(String path, Object body) {
        return post(token, path, body).then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> evidence(String href) {
        return Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href));
    }

    private static Map<String, String> grant(String who) {
        return Map.of("kind", "person", "grantee", who, "name", who, "role", "viewer");
    }

    private static Map<String, String> fact(String title) {
        return Map.of(
                "at", "2024-02-09T00:00:00Z", "precision", "day", "title", title, "source", "s");
    }

    private static Map<String, Object> handover(String reason) {
        return Map.of(
                "number", "NONE-1", "to", Map.of("subject", "s", "name", "n"), "reason", reason);
    }

    private static Response ask(Deed deed, String key, Object body) {
        var request = as(deed.token(), body).header("Idempotency-Key", key);
        String owner = deed.path().replaceFirst("/(transitions|merge)$", "");
        if (!owner.equals(deed.path())) {
            // Asked for anew each time: the second is not refused for its version.
            request.header("If-Match", get(deed.token(), owner).header("ETag"));
        }
        return request.post(Api.ROOT + deed.path());
    }

    @Test
    void whatComesTwiceIsDoneOnceAndAnsweredTwice() {
        Map<String, Deed> deeds = deeds();
        Map<String, Boolean> posts = posts();
        posts.values().removeIf(takesKey -> !takesKey);
        assertThat(deeds.keySet()).isEqualTo(posts.keySet());
        // What ends the case it is in comes last.
        var order = new java.util.ArrayList<>(deeds.keySet());
        order.remove("/cases/{id}/merge");
        order.add("/cases/{id}/merge");

        for (String route : order) {
            Deed deed = requireNonNull(deeds.get(route));
            String key = UUID.randomUUID().toString();
            Response first = ask(deed, key, deed.body());
            Response again = ask(deed, key, deed.body());

            assertThat(first.statusCode()).as(route + " " + first.asString()).isLessThan(300);
            assertThat(again.statusCode()).as(route).isEqualTo(first.statusCode());
            assertThat(again.asString()).as(route).isEqualTo(first.asString()).isNotEmpty();
            assertThat(again.header("Location")).as(route).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).as(route).isEqualTo(first.header("ETag"));
            if (!deed.body().equals(deed.other())) {
                refused(ask(deed, key, deed.other()), 422, "idempotency-key-reused");
            }
        }
    }

    /// Ten at once: one is made.
    @Test
    void whatComesManyTimesAtOnceIsMadeOnce() {
        String id = openCase(token, "at once");
        String key = UUID.randomUUID().toString();
        var body = Map.of("kind", "person", "name", "MASTER");

        var answers =
                java.util.stream.IntStream.range(0, 10)
                        .parallel()
                        .mapToObj(one ->
                                as(token, body)
                                        .header("Idempotency-Key", key)
                                        .post(Api.ROOT + "/cases/" + id + "/subjects")
                                        .then()
                                        .statusCode(201)
                                        .extract()
                                        .<String>path("id"))
                        .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
        assertThat(get(token, "/cases/" + id + "/subjects").jsonPath().<String>getList("items.id"))
                .containsExactlyElementsOf(answers);
    }
}
