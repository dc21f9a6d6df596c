package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.cases.lead.EscalationStore;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets which lead, by when, and who hears of it.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class InboxTest {

    @Inject EscalationStore escalation;

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String lead = Tokens.person("ines", Map.of(team, List.of("lead")));
    private final String worker = Tokens.person("igor", Map.of(team, List.of("case-worker")));

    private static Map<String, String> person(String username) {
        return Map.of("subject", Tokens.subjectOf(username), "name", username);
    }

    private String raise(String title, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("title", title);
        return post(lead, "/leads", body).then().statusCode(201).extract().path("id");
    }

    private void overdue(String id) {
        int port = PlatformResource.database().getPort();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/cases", "cases", "app");
                var statement = connection.createStatement()) {
            statement.execute("set fairlead.system = 'on'");
            statement.execute(
                    "update lead set due_at = now() - interval '1 hour' where id = '" + id + "'");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Nested
    class TheNextLead {
        @Test
        void isTheMostPressingNobodyHas() {
            raise("low", Map.of("priority", "low"));
            String urgent = raise("urgent", Map.of("priority", "urgent"));
            String high = raise("high", Map.of("priority", "high"));

            post(worker, "/inbox/next", Map.of())
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(urgent))
                    .body("assignee.name", equalTo("igor"));
            post(lead, "/inbox/next", Map.of()).then().body("id", equalTo(high));
            get(worker, "/inbox?assignee=me").then().body("items.id", contains(urgent));
            get(worker, "/inbox?assignee=nobody").then().body("items.title", contains("low"));
        }

        @Test
        void isNobodysTwice() throws InterruptedException {
            for (int i = 0; i < 8; i++) {
                raise("lead " + i, Map.of());
            }
            var taken = java.util.Collections.synchronizedList(new ArrayList<String>());
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 8; i++) {
                String token = i % 2 == 0 ? lead : worker;
                threads.add(
                        Thread.ofVirtual()
                                .start(() ->
                                        taken.add(
                                                post(token, "/inbox/next", Map.of())
                                                        .then()
                                                        .extract()
                                                        .path("id"))));
            }
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(taken).hasSize(8).doesNotContainNull();
            assertThat(new HashSet<>(taken)).hasSize(8);
        }

        @Test
        void isNoneWhenNothingWaits() {
            post(worker, "/inbox/next", Map.of()).then().statusCode(204);
        }
    }

    @Nested
    class AnAssignedLead {
        @Test
        void isToldToWhomeverItIsGiven() {
            String id = raise("for igor", Map.of());
            post(lead, "/leads/" + id + "/assign", Map.of("assignee", person("igor")))
                    .then()
                    .statusCode(200)
                    .body("assignee.name", equalTo("igor"));

            get(worker, "/notifications")
                    .then()
                    .body("items.leadId", hasItem(id))
                    .body("items[0].kind", equalTo("lead-assigned"));
            post(lead, "/leads/" + id + "/assign", Map.of())
                    .then()
                    .statusCode(200)
                    .body("assignee", nullValue());
        }

        @Test
        void isOneOfManyGivenAtOnce() {
            List<String> ids = List.of(raise("one", Map.of()), raise("two", Map.of()));

            post(
                            lead,
                            "/leads/bulk",
                            Map.of("action", "assign", "leadIds", ids, "assignee", person("igor")))
                    .then()
                    .statusCode(200)
                    .body("items.ok", contains(true, true));

            get(worker, "/inbox?assignee=me").then().body("items.id", hasItems(ids.toArray()));
        }
    }

    @Nested
    class AnInboxThatDealsOut {
        private void deal(Map<String, ?> rule) {
            as(lead, rule).put(Api.ROOT + "/inbox/rule").then().statusCode(200);
        }

        @Test
        void givesDetectionsToWhoHasFewest() {
            // Detections go to the configured teams: the Gulf desk's rule is set and taken back.
            as(
                            Tokens.lena(),
                            Map.of(
                                    "assignment",
                                    "least-loaded",
                                    "people",
                                    List.of(person("dealt-one"), person("dealt-two"))))
                    .put(Api.ROOT + "/inbox/rule")
                    .then()
                    .statusCode(200);
            try {
                String mmsi = Events.mmsi();
                for (int i = 0; i < 4; i++) {
                    UUID id = UUID.randomUUID();
                    Events.send(
                            "ais.activities",
                            mmsi,
                            Silence.TYPE,
                            Events.silence(
                                    id,
                                    1,
                                    Silence.State.OPEN,
                                    30,
                                    new VesselRef(mmsi, null, "DEALT")));
                }
                String list = "/inbox?limit=200&mmsi=" + mmsi;
                await().atMost(Duration.ofSeconds(20))
                        .until(() ->
                                get(Tokens.carl(), list)
                                                .then()
                                                .extract()
                                                .<List<?>>path("items")
                                                .size()
                                        == 4);
                List<String> names =
                        get(Tokens.carl(), list).then().extract().path("items.assignee.name");
                assertThat(names)
                        .containsExactlyInAnyOrder(
                                "dealt-one", "dealt-one", "dealt-two", "dealt-two");
            } finally {
                as(Tokens.lena(), Map.of("assignment", "nobody"))
                        .put(Api.ROOT + "/inbox/rule")
                        .then()
                        .statusCode(200);
            }
        }

        @Test
        void escalatesWhatWaitsTooLongOnce() {
            deal(Map.of("assignment", "nobody", "escalateTo", person("ines")));
            String id = raise("late", Map.of());
            overdue(id);

            var _ = escalation.sweep().await().atMost(Duration.ofSeconds(30));
            var _ = escalation.sweep().await().atMost(Duration.ofSeconds(30));

            get(lead, "/leads/" + id)
                    .then()
                    .body("isOverdue", equalTo(true))
                    .body("escalatedAt", notNullValue())
                    .body("assignee.name", equalTo("ines"));
            List<String> told =
                    get(lead, "/notifications?limit=200")
                            .then()
                            .extract()
                            .path("items.findAll { it.leadId == '" + id + "' }.kind");
            assertThat(told).containsExactly("lead-escalated");
            get(lead, "/inbox?pressing=overdue").then().body("items.id", contains(id));
            get(lead, "/inbox?pressing=due").then().body("items", empty());
        }

        @Test
        void leavesWhatIsDecidedOrNotYetDue() {
            deal(Map.of("assignment", "nobody", "escalateTo", person("ines")));
            String early = raise("early", Map.of());
            String dismissed = raise("dismissed", Map.of());
            overdue(dismissed);
            post(lead, "/leads/" + dismissed + "/dismiss", Map.of("reason", "known"))
                    .then()
                    .statusCode(200);

            var _ = escalation.sweep().await().atMost(Duration.ofSeconds(30));

            for (String id : List.of(early, dismissed)) {
                get(lead, "/leads/" + id).then().body("escalatedAt", nullValue());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"assignment\":\"least-loaded\"}",
                    "{\"assignment\":\"round\"}",
                    "{\"assignment\":\"nobody\",\"escalateTo\":{\"name\":\"x\"}}"
                })
        void saysHowAndToWhom(String body) {
            int status = as(lead, body).put(Api.ROOT + "/inbox/rule").statusCode();

            assertThat(status).isIn(400, 422);
        }

        @Test
        void isSetByWhoSetsTheTeamUp() {
            refused(
                    as(worker, Map.of("assignment", "nobody")).put(Api.ROOT + "/inbox/rule"),
                    403,
                    "forbidden");
        }
    }

    @Nested
    class AnAttachedLead {
        @Test
        void isInSeveralCasesUntilItIsTakenOut() {
            String id = raise("in two", Map.of());
            String one = openCase(worker, "one");
            String two = openCase(worker, "two");
            for (String caseId : List.of(one, two)) {
                post(worker, "/leads/" + id + "/attach", Map.of("caseId", caseId))
                        .then()
                        .statusCode(200);
            }

            post(worker, "/leads/" + id + "/detach", Map.of("caseId", one))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("attached"))
                    .body("caseIds", contains(two));

            get(worker, "/cases/" + one + "/leads").then().body("items", empty());
            get(worker, "/cases/" + one + "/timeline")
                    .then()
                    .body("items.title", hasItem("Lead taken out: in two"));
            post(worker, "/leads/" + id + "/detach", Map.of("caseId", two))
                    .then()
                    .body("state", equalTo("new"));
            refused(
                    post(worker, "/leads/" + id + "/detach", Map.of("caseId", two)),
                    409,
                    "lead-decided");
        }

        @Test
        void isMovedOrStaysWhereItIs() {
            String id = raise("moved", Map.of());
            String from = openCase(worker, "from");
            String to = openCase(worker, "to");
            post(worker, "/leads/" + id + "/attach", Map.of("caseId", from)).then().statusCode(200);
            refused(
                    post(
                            worker,
                            "/leads/" + id + "/move",
                            Map.of("from", from, "to", UUID.randomUUID())),
                    404,
                    "not-found");
            get(worker, "/leads/" + id).then().body("caseIds", contains(from));

            post(worker, "/leads/" + id + "/move", Map.of("from", from, "to", to))
                    .then()
                    .statusCode(200)
                    .body("caseIds", contains(to));
        }
    }

    @Nested
    class AWatch {
        private String watch(Map<String, ?> body) {
            return post(worker, "/watches", body).then().statusCode(201).extract().path("id");
        }

        private List<String> told() {
            return get(worker, "/notifications?limit=200")
                    .then()
                    .extract()
                    .path("items.findAll { it.kind == 'watch-matched' }.leadId");
        }

        @Test
        void onAVesselTellsOfEveryLeadOnHer() {
            String mmsi = Events.mmsi();
            watch(Map.of("kind", "vessel", "mmsi", mmsi));

            String hers = raise("hers", Map.of("vessel", Map.of("mmsi", mmsi)));
            raise("another's", Map.of("vessel", Map.of("mmsi", Events.mmsi())));

            assertThat(told()).containsExactly(hers);
        }

        @Test
        void onAnAreaReachesOverTheAntimeridian() {
            watch(
                    Map.of(
                            "kind",
                            "area",
                            "area",
                            Map.of(
                                    "southDegrees", 50,
                                    "northDegrees", 60,
                                    "westDegrees", 170,
                                    "eastDegrees", -170)));

            String inside =
                    raise("in", Map.of("latitudeDegrees", 55.0, "longitudeDegrees", -175.0));
            raise("south of it", Map.of("latitudeDegrees", 45.0, "longitudeDegrees", -175.0));
            raise("east of it", Map.of("latitudeDegrees", 55.0, "longitudeDegrees", -160.0));
            raise("nowhere", Map.of());

            assertThat(told()).containsExactly(inside);
        }

        @Test
        void onWordsUnderstandsWhatASearchDoes() {
            watch(Map.of("kind", "query", "words", "rajin -coal"));

            String fitting = raise("At anchor off Rajin", Map.of());
            raise("Coal from Rajin", Map.of());
            raise("Somewhere else", Map.of());

            assertThat(told()).containsExactly(fitting);
        }

        @Test
        void isOnesOwnAndEndsWhenItIsTakenAway() {
            String id = watch(Map.of("kind", "query", "words", "anything"));
            get(lead, "/watches").then().body("items", empty());
            refused(as(lead).delete(Api.ROOT + "/watches/" + id), 404, "not-found");

            as(worker).delete(Api.ROOT + "/watches/" + id).then().statusCode(204);

            raise("anything at all", Map.of());
            assertThat(told()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"kind\":\"vessel\"}",
                    "{\"kind\":\"vessel\",\"mmsi\":\"12\"}",
                    "{\"kind\":\"area\"}",
                    "{\"kind\":\"area\",\"area\":{\"southDegrees\":10,\"northDegrees\":5,\"westDegrees\":0,\"eastDegrees\":1}}",
                    "{\"kind\":\"area\",\"area\":{\"southDegrees\":-91,\"northDegrees\":5,\"westDegrees\":0,\"eastDegrees\":1}}",
                    "{\"kind\":\"query\"}"
                })
        void saysWhatToLookFor(String body) {
            refused(as(worker, body).post(Api.ROOT + "/watches"), 422, "invalid");
        }
    }

    /// A page stays a page while leads come in.
    @Test
    void pagesAreStableUnderInserts() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            expected.add(raise("first " + i, Map.of("priority", "normal")));
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        int more = 0;
        do {
            var page = get(lead, "/inbox?limit=2" + cursor).then().extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            // Before the page and after it, while somebody reads on.
            raise("urgent " + more, Map.of("priority", "urgent"));
            raise("low " + more++, Map.of("priority", "low"));
            String next = page.getString("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty() && more < 20);

        assertThat(seen).containsAll(expected);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    }

    @Test
    void leadsAreListedBySinceWhen() {
        raise("before", Map.of());
        String since = Instant.now().toString();
        String after = raise("after", Map.of());

        get(lead, "/inbox?updatedSince=" + since).then().body("items.id", contains(after));
    }
}
