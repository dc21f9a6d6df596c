package org.fairlead.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.cases.audit.AuditLogKeeper;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every list of the service, found in its own description: it says what changed since when, and
/// its pages stay what they are while things are put in between.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@SuppressWarnings("NullAway.Init")
class ListRoutesTest {

    /// Answers with `items` that have no "since", and why.
    private static final Map<String, String> NO_SINCE =
            Map.of(
                    "/cases/{id}/timeline",
                    "ordered by when things happened, in one piece; what it is made of has lists",
                    "/cases/{id}/subjects/elsewhere",
                    "when another team began or ended would tell more than it lets be known",
                    "/search/suggestions",
                    "ten words while somebody types");

    @Inject AuditLogKeeper keeper;

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = Tokens.person("lister", Map.of(team, List.of("lead")));
    private final String admin = Tokens.administrator("root", "platform-admin");

    private static List<String> lists() {
        var description = Description.read();
        return description.routes("get").entrySet().stream()
                .filter(route -> description.isList(route.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    @Test
    void eachSaysWhatChangedSinceWhen() {
        var reads = Description.read().routes("get");
        List<String> lists = lists();

        assertThat(lists).hasSizeGreaterThan(22).containsAll(NO_SINCE.keySet());
        assertThat(
                        lists.stream()
                                .filter(list -> !NO_SINCE.containsKey(list))
                                .filter(list ->
                                        Stream.of("updatedSince", "cursor", "limit")
                                                .anyMatch(name ->
                                                        !Description.takes(
                                                                requireNonNull(reads.get(list)),
                                                                name))))
                .isEmpty();
    }

    /// A case with two of everything, and what stands beside cases.
    private record Desk(String caseId, String exhibit) {

        String at(String list) {
            return list.replace("{id}", caseId).replace("{evidenceId}", exhibit);
        }
    }

    private Desk fill() {
        String id = openCase(token, "hush one");
        var desk = new Desk(id, exhibit(id));
        grow(desk);
        grow(desk);
        return desk;
    }

    private String exhibit(String id) {
        String href = "/api/ais/v1/activities/list-" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        return made(
                "/cases/" + id + "/evidence",
                Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href)));
    }

    private String made(String path, Object body) {
        String id = post(token, path, body).then().statusCode(201).extract().path("id");
        return id == null ? "" : id;
    }

    /// One more of everything.
    private void grow(Desk desk) {
        String own = "/cases/" + desk.caseId();
        String word = UUID.randomUUID().toString().substring(0, 8);
        String other = openCase(token, "hush " + word);
        String first = made(own + "/subjects", Map.of("kind", "company", "name", "OWNER " + word));
        String second = made(own + "/subjects", Map.of("kind", "vessel", "name", "SHIP " + word));
        made(own + "/relations", Map.of("source", first, "target", second, "kind", "owns"));
        made(own + "/related", Map.of("caseId", other, "reason", "same owner"));
        made(own + "/questions", Map.of("text", "hush " + word + "?"));
        made(own + "/findings", Map.of("statement", "hush " + word, "confidence", "low"));
        exhibit(desk.caseId());
        made(
                own + "/assessments/" + desk.exhibit(),
                Map.of("reliability", "B", "credibility", 2, "reason", word));
        made(
                own + "/evidence/" + desk.exhibit() + "/custody",
                Map.of("action", "transferred", "reason", word));
        made(own + "/tasks", Map.of("title", "hush " + word, "assignee", self()));
        made(own + "/notes", Map.of("text", "hush " + word, "mentions", List.of(self())));
        made(
                own + "/exclusions",
                Map.of("subject", "s-" + word, "name", "x", "reason", "not to know"));
        String lead = made("/leads", Map.of("title", "lead " + word));
        made("/leads", Map.of("title", "free lead " + word));
        post(token, "/leads/" + lead + "/attach", Map.of("caseId", desk.caseId()))
                .then()
                .statusCode(200);
        made("/watches", Map.of("kind", "query", "words", word));
        made("/templates", Map.of("name", "template " + word, "content", Map.of()));
        as(token, Map.of("label", "Field", "kind", "text"))
                .put(Api.ROOT + "/fields/f-" + word)
                .then()
                .statusCode(200);
        get(token, own + "/export?draft=true").then().statusCode(200);
        post(
                        admin,
                        "/handovers",
                        Map.of(
                                "number",
                                "NONE-" + word,
                                "to",
                                Map.of("subject", "s", "name", "n"),
                                "reason",
                                word))
                .then()
                .statusCode(202);
        var _ = keeper.keep().await().atMost(Duration.ofSeconds(30));
    }

    private static Map<String, String> self() {
        return Map.of("subject", Tokens.subjectOf("lister"), "name", "lister");
    }

    private String tokenFor(String list) {
        return list.equals("/handovers") ? admin : token;
    }

    /// With what a list cannot do without.
    private static String asked(String list, String more) {
        return (list.equals("/search") ? "?q=hush&" : "?") + more;
    }

    private static List<Map<String, Object>> items(String token, String path) {
        var answer = get(token, path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items");
    }

    /// What stays the same of an item while it is changed.
    private static String name(Map<String, Object> item) {
        for (String key : List.of("id", "hash", "key", "size", "version")) {
            if (item.containsKey(key)) {
                return key + "=" + item.get(key) + item.getOrDefault("profile", "");
            }
        }
        return item.toString();
    }

    @Test
    void eachLeavesOutWhatIsOlder() {
        Desk desk = fill();

        for (String list : lists()) {
            if (NO_SINCE.containsKey(list)) {
                continue;
            }
            String path = desk.at(list);
            String who = tokenFor(list);
            assertThat(items(who, path + asked(list, "limit=200"))).as(list).hasSizeGreaterThan(1);
            assertThat(items(who, path + asked(list, "updatedSince=2000-01-01T00:00:00Z")))
                    .as(list)
                    .hasSizeGreaterThan(1);
            assertThat(items(who, path + asked(list, "updatedSince=2150-01-01T00:00:00Z")))
                    .as(list)
                    .isEmpty();
            refused(get(who, path + asked(list, "updatedSince=yesterday")), 422, "invalid")
                    .body("errors[0].pointer", equalTo("updatedSince"));
            refused(get(who, path + asked(list, "cursor=x")), 422, "invalid")
                    .body("errors[0].pointer", equalTo("cursor"));
        }
    }

    /// Page by page of one, with one more of everything put in after the first: nothing that was
    /// there comes twice or not at all, and the order stays.
    @Test
    void eachGoesOnWhereItsPageEndedWhateverIsPutIn() {
        Desk desk = fill();
        record Walk(String list, List<String> before, List<String> seen, @Nullable String cursor) {}
        var walks = new ArrayList<Walk>();
        for (String list : lists()) {
            if (!NO_SINCE.containsKey(list)) {
                String path = desk.at(list);
                var before =
                        items(tokenFor(list), path + asked(list, "limit=200")).stream()
                                .map(ListRoutesTest::name)
                                .toList();
                var seen = new ArrayList<String>();
                String cursor = page(list, path, null, seen);
                walks.add(new Walk(list, before, seen, cursor));
            }
        }

        grow(desk);

        for (Walk walk : walks) {
            String cursor = walk.cursor();
            for (int pages = 0; cursor != null && pages < 200; pages++) {
                cursor = page(walk.list(), desk.at(walk.list()), cursor, walk.seen());
            }
            assertThat(walk.seen()).as(walk.list()).doesNotHaveDuplicates();
            var were = new HashSet<>(walk.before());
            assertThat(walk.seen().stream().filter(were::contains).toList())
                    .as(walk.list())
                    .isEqualTo(
                            walk.before().stream()
                                    .filter(new HashSet<>(walk.seen())::contains)
                                    .toList())
                    .hasSameSizeAs(
                            walk.list().equals("/audit/checkpoints")
                                            || walk.list().equals("/cases/{id}/audit")
                                    ? walk.seen().stream().filter(were::contains).toList()
                                    : walk.before());
        }
    }

    private @Nullable String page(
            String list, String path, @Nullable String cursor, List<String> seen) {
        var answer =
                get(
                                tokenFor(list),
                                path
                                        + asked(list, "limit=1")
                                        + (cursor == null ? "" : "&cursor=" + cursor))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        answer.<Map<String, Object>>getList("items").forEach(item -> seen.add(name(item)));
        return answer.getString("nextCursor");
    }
}
