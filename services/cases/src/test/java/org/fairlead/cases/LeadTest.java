package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class LeadTest {

    private final UUID source = UUID.randomUUID();
    private final VesselRef vessel = new VesselRef(Events.mmsi(), "9179842", "ANGARA");

    private void silence(int version, Silence.State state, double hours) {
        Events.send(
                Topics.AIS_ACTIVITIES,
                vessel.mmsi(),
                Silence.TYPE,
                Events.silence(source, version, state, hours, vessel));
    }

    private record Found(String id, int sourceVersion) {}

    /// The lead of that source record in the caller's inbox, whatever was decided about it.
    private Optional<Found> find(String token) {
        for (String state : List.of("new", "attached", "dismissed", "snoozed")) {
            String cursor = "";
            do {
                var page =
                        get(token, "/inbox?limit=200&state=" + state + cursor)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath();
                String where = "items.find { it.sourceRef?.id == '" + source + "' }";
                String id = page.getString(where + ".id");
                if (id != null) {
                    return Optional.of(new Found(id, page.getInt(where + ".sourceRef.version")));
                }
                String next = page.getString("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
        }
        return Optional.empty();
    }

    private String awaitLead(String token, int sourceVersion) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> find(token),
                        found -> found.map(Found::sourceVersion).equals(Optional.of(sourceVersion)))
                .map(Found::id)
                .orElseThrow();
    }

    @Nested
    class ASilenceOfThirtyHours {
        @Test
        void isALeadOfEachTeamWithAStateOfItsOwn() {
            silence(1, Silence.State.OPEN, 30);
            String gulf = awaitLead(Tokens.carl(), 1);
            String pacific = awaitLead(Tokens.chen(), 1);

            assertThat(gulf).isNotEqualTo(pacific);
            get(Tokens.carl(), "/leads/" + gulf)
                    .then()
                    .body("team", equalTo("team-gulf"))
                    .body("state", equalTo("new"))
                    .body("kind", equalTo("silence"))
                    .body("title", equalTo("ANGARA: unexplained silence of 30 hours"))
                    .body("vessel.mmsi", equalTo(vessel.mmsi()))
                    .body("why.family", hasItems("reporting", "place"))
                    .body("sourceRef.href", equalTo("/api/ais/v1/activities/" + source))
                    .body("synthetic", equalTo(true))
                    .body("isRetracted", equalTo(false))
                    .body("isOverdue", equalTo(false))
                    .body("dueAt", notNullValue())
                    .body("caseIds", hasSize(0));
            post(Tokens.carl(), "/leads/" + gulf + "/dismiss", Map.of("reason", "A known lay-up."))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("dismissed"));
            get(Tokens.chen(), "/leads/" + pacific).then().body("state", equalTo("new"));
            refused(get(Tokens.carl(), "/leads/" + pacific), 404, "not-found");
        }

        @Test
        void isTheSameLeadWhenItGoesOn() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            silence(2, Silence.State.REAPPEARED, 80);

            assertThat(awaitLead(Tokens.carl(), 2)).isEqualTo(id);
            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("title", containsString("3 days"))
                    .body("priority", equalTo("high"))
                    .body("occurredTo", notNullValue())
                    .body("version", equalTo(2));
        }

        @Test
        void countsOnceWhenTheEventComesAgainOrLate() throws Exception {
            String eventId = UUID.randomUUID().toString();
            String json =
                    StrictJson.mapper()
                            .writeValueAsString(
                                    Events.silence(source, 2, Silence.State.OPEN, 30, vessel));
            for (int i = 0; i < 2; i++) {
                Events.send(Topics.AIS_ACTIVITIES, vessel.mmsi(), Silence.TYPE, eventId, json);
            }
            String id = awaitLead(Tokens.carl(), 2);
            silence(1, Silence.State.OPEN, 12);
            var marker = new LeadTest();
            Events.send(
                    Topics.AIS_ACTIVITIES,
                    vessel.mmsi(),
                    Silence.TYPE,
                    Events.silence(marker.source, 1, Silence.State.OPEN, 9, vessel));
            marker.awaitLead(Tokens.carl(), 1);

            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("version", equalTo(1))
                    .body("title", containsString("30 hours"));
            assertThat(announcements(id)).containsExactly("lead-raised");
        }

        @Test
        void leavesTheInboxWhenTheSourceTakesItBack() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            silence(2, Silence.State.RETRACTED, 30);
            awaitLead(Tokens.carl(), 2);

            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("isRetracted", equalTo(true))
                    .body("state", equalTo("dismissed"))
                    .body("dismissedReason", containsString("Taken back by the source"));
            silence(3, Silence.State.OPEN, 40);
            awaitLead(Tokens.carl(), 3);
            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("isRetracted", equalTo(false))
                    .body("state", equalTo("new"));
        }

        private List<String> announcements(String leadId) {
            await().until(() ->
                    Events.all(Topics.CASES_CHANGES).stream()
                            .anyMatch(record -> leadId.equals(record.key())));
            return Events.all(Topics.CASES_CHANGES).stream()
                    .filter(record -> leadId.equals(record.key()))
                    .map(record ->
                            io.restassured.path.json.JsonPath.from(record.value())
                                    .getString("kind"))
                    .toList();
        }
    }

    @Nested
    class AnInnocentSilence {
        @Test
        void ofAFewHoursOrOfTheReceiverItselfIsNoLead() {
            silence(1, Silence.State.OPEN, 3);
            silence(2, Silence.State.VOID, 30);
            var marker = new LeadTest();
            Events.send(
                    Topics.AIS_ACTIVITIES,
                    vessel.mmsi(),
                    Silence.TYPE,
                    Events.silence(marker.source, 1, Silence.State.OPEN, 9, vessel));
            marker.awaitLead(Tokens.carl(), 1);

            assertThat(find(Tokens.carl())).isEmpty();
        }
    }

    @Nested
    class AVerdictAndAMatch {
        @Test
        void areLeadsUntilTheyNoLongerHold() {
            var match = new LeadTest();
            Events.send(
                    Topics.IMAGERY_VERDICTS,
                    vessel.mmsi(),
                    Verdict.TYPE,
                    Events.verdict(source, 1, Verdict.Outcome.CONSISTENT, vessel));
            Events.send(
                    Topics.SANCTIONS_MATCHES,
                    vessel.mmsi(),
                    ScreeningHit.TYPE,
                    Events.match(match.source, 1, ScreeningHit.State.HIT, vessel));
            String verdictLead = awaitLead(Tokens.carl(), 1);
            String matchLead = match.awaitLead(Tokens.carl(), 1);

            get(Tokens.carl(), "/leads/" + verdictLead).then().body("kind", equalTo("verdict"));
            get(Tokens.carl(), "/leads/" + matchLead)
                    .then()
                    .body("kind", equalTo("match"))
                    .body("why.family", hasItem("sanctions"))
                    .body("occurredFrom", equalTo("2022-05-08T00:00:00Z"));

            Events.send(
                    Topics.IMAGERY_VERDICTS,
                    vessel.mmsi(),
                    Verdict.TYPE,
                    Events.verdict(source, 2, Verdict.Outcome.EXCLUDED, vessel));
            Events.send(
                    Topics.SANCTIONS_MATCHES,
                    vessel.mmsi(),
                    ScreeningHit.TYPE,
                    Events.match(match.source, 2, ScreeningHit.State.CLEARED, vessel));
            awaitLead(Tokens.carl(), 2);
            match.awaitLead(Tokens.carl(), 2);
            get(Tokens.carl(), "/leads/" + verdictLead).then().body("isRetracted", equalTo(true));
            get(Tokens.carl(), "/leads/" + matchLead).then().body("isRetracted", equalTo(true));
        }
    }

    @Nested
    class AnIdentityThatComesLater {
        @Test
        void namesALeadThatHadNoName() {
            var nameless = new VesselRef(Events.mmsi(), null, null);
            Events.send(
                    Topics.AIS_ACTIVITIES,
                    nameless.mmsi(),
                    Silence.TYPE,
                    Events.silence(source, 1, Silence.State.OPEN, 30, nameless));
            String id = awaitLead(Tokens.carl(), 1);
            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("title", containsString("MMSI " + nameless.mmsi()));

            Events.send(
                    Topics.AIS_IDENTITIES,
                    nameless.mmsi(),
                    VesselIdentity.TYPE,
                    Events.identity(nameless.mmsi(), 1, "9074729", "LATE NAME"));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            get(Tokens.carl(), "/leads/" + id)
                                    .then()
                                    .body("vessel.imo", equalTo("9074729"))
                                    .body("title", containsString("LATE NAME")));
        }
    }

    @Nested
    class AnUnreadableEvent {
        @Test
        void goesToTheDeadLettersAndTheNextIsHandled() {
            String broken = "{\"id\": \"" + UUID.randomUUID() + "\", \"broken\": ";
            String bare = "no event " + UUID.randomUUID();
            Events.send(
                    Topics.AIS_ACTIVITIES,
                    vessel.mmsi(),
                    Silence.TYPE,
                    UUID.randomUUID().toString(),
                    broken);
            Events.send(Topics.AIS_ACTIVITIES, vessel.mmsi(), null, "", bare);
            silence(1, Silence.State.OPEN, 30);
            awaitLead(Tokens.carl(), 1);

            var dead = Events.all(Topics.deadLetter(Topics.AIS_ACTIVITIES));

            assertThat(dead).extracting(record -> record.value()).contains(broken, bare);
            assertThat(dead)
                    .filteredOn(record -> broken.equals(record.value()))
                    .allSatisfy(record ->
                            assertThat(
                                            new String(
                                                    record.headers()
                                                            .lastHeader("dead-letter-reason")
                                                            .value(),
                                                    StandardCharsets.UTF_8))
                                    .contains("does not fit its contract"));
        }
    }

    @Nested
    class ADecision {
        @Test
        void opensACaseWithTheLeadInIt() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);

            String caseId =
                    post(Tokens.carl(), "/leads/" + id + "/open-case", Map.of())
                            .then()
                            .statusCode(201)
                            .header("ETag", "\"2\"")
                            .body("title", containsString("ANGARA"))
                            .body("isSynthetic", equalTo(true))
                            .body("counts.leads", equalTo(1))
                            .body("subjects.mmsi", contains(vessel.mmsi()))
                            .extract()
                            .path("id");

            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("state", equalTo("attached"))
                    .body("caseIds", contains(caseId));
            get(Tokens.carl(), "/cases/" + caseId + "/leads").then().body("items.id", contains(id));
        }

        @Test
        void attachesALeadToSeveralCasesAndToEachOnce() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            String first = openCase(Tokens.carl(), "first");
            String second = openCase(Tokens.carl(), "second");

            for (String caseId : List.of(first, second, second)) {
                post(Tokens.carl(), "/leads/" + id + "/attach", Map.of("caseId", caseId))
                        .then()
                        .statusCode(200);
            }

            get(Tokens.carl(), "/leads/" + id).then().body("caseIds", hasItems(first, second));
            get(Tokens.carl(), "/cases/" + second)
                    .then()
                    .body("counts.leads", equalTo(1))
                    .body("version", equalTo(2));
        }

        @Test
        void putsALeadOffUntilALaterTime() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            refused(
                    post(
                            Tokens.carl(),
                            "/leads/" + id + "/snooze",
                            Map.of("until", "2020-01-01T00:00:00Z")),
                    422,
                    "invalid");

            String until = Instant.now().plusSeconds(2).toString();
            post(Tokens.carl(), "/leads/" + id + "/snooze", Map.of("until", until))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("snoozed"));

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            get(Tokens.carl(), "/leads/" + id)
                                    .then()
                                    .body("state", equalTo("new"))
                                    .body("snoozedUntil", nullValue()));
        }

        @Test
        void canBeTakenBackButNotMadeTwice() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            post(Tokens.carl(), "/leads/" + id + "/dismiss", Map.of("reason", "lay-up"))
                    .then()
                    .statusCode(200);

            refused(
                    post(Tokens.carl(), "/leads/" + id + "/dismiss", Map.of("reason", "again")),
                    409,
                    "lead-decided");
            Api.as(Tokens.carl())
                    .post(Api.ROOT + "/leads/" + id + "/reopen")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("new"))
                    .body("dismissedReason", nullValue());
        }

        @Test
        void opensOneCaseHoweverOftenItIsAskedAtOnce() throws Exception {
            String id = tip();
            var requests =
                    Collections.nCopies(
                            6,
                            (Callable<Response>)
                                    () -> post(Tokens.carl(), openCaseOf(id), Map.of()));
            var answers = new ArrayList<Response>();
            try (var crowd = Executors.newFixedThreadPool(requests.size())) {
                for (var answer : crowd.invokeAll(requests)) {
                    answers.add(answer.get());
                }
            }

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
            get(Tokens.carl(), "/leads/" + id).then().body("caseIds", hasSize(1));
        }

        @Test
        void namesTheCaseThatTheLeadIsInAlready() {
            String id = tip();
            String number =
                    post(Tokens.carl(), openCaseOf(id), Map.of())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("number");

            refused(post(Tokens.carl(), openCaseOf(id), Map.of()), 409, "lead-decided")
                    .body("detail", containsString(number))
                    .body("detail", containsString("attach"));
        }

        @Test
        void givesTheFirstAnswerToTheSameRequestAgain() {
            String id = tip();
            String key = UUID.randomUUID().toString();

            var first = openCaseWithKey(id, key);
            var again = openCaseWithKey(id, key);

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asString()).isEqualTo(first.asString());
        }

        private Response openCaseWithKey(String id, String key) {
            return Api.as(Tokens.carl(), Map.of())
                    .header("Idempotency-Key", key)
                    .post(Api.ROOT + openCaseOf(id));
        }

        @Test
        void putsNoDismissedLeadIntoACase() {
            String id = tip();
            String caseId = openCase(Tokens.carl(), "not for the dismissed");
            post(Tokens.carl(), "/leads/" + id + "/dismiss", Map.of("reason", "hearsay"))
                    .then()
                    .statusCode(200);

            refused(post(Tokens.carl(), openCaseOf(id), Map.of()), 409, "lead-decided")
                    .body("detail", containsString("Reopen it first"));
            refused(
                            post(
                                    Tokens.carl(),
                                    "/leads/" + id + "/attach",
                                    Map.of("caseId", caseId)),
                            409,
                            "lead-decided")
                    .body("detail", containsString("Reopen it first"));
            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("state", equalTo("dismissed"))
                    .body("caseIds", hasSize(0));
        }

        private String tip() {
            return post(Tokens.carl(), "/leads", Map.of("title", "A tip"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private static String openCaseOf(String leadId) {
            return "/leads/" + leadId + "/open-case";
        }

        @Test
        void aboutManyLeadsSaysWhatBecameOfEach() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            String unknown = UUID.randomUUID().toString();

            post(
                            Tokens.carl(),
                            "/leads/bulk",
                            Map.of(
                                    "action", "dismiss",
                                    "leadIds", List.of(id, unknown),
                                    "reason", "Cleared together."))
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id, unknown))
                    .body("items.ok", contains(true, false))
                    .body("items[1].detail", equalTo("There is nothing here under that id."));
            refused(
                            post(
                                    Tokens.carl(),
                                    "/leads/bulk",
                                    Map.of("action", "snooze", "leadIds", List.of(id))),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/until"));
        }

        @Test
        void aboutManyLeadsNamesTheOneThatIsMissing() {
            refused(
                            post(
                                    Tokens.carl(),
                                    "/leads/bulk",
                                    "{\"action\": \"reopen\", \"leadIds\": [null]}"),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/leadIds/0"));
        }
    }

    @Nested
    class ARetractionThatReachesACase {
        @Test
        void isToldInItsChronologyWithANoteAndLeavesTheExhibit() {
            silence(1, Silence.State.OPEN, 30);
            String id = awaitLead(Tokens.carl(), 1);
            String caseId =
                    post(
                                    Tokens.carl(),
                                    "/leads/" + id + "/open-case",
                                    Map.of("title", "retraction"))
                            .then()
                            .extract()
                            .path("id");
            String href = "/api/ais/v1/activities/" + source;
            FakeSources.put(href, "{\"state\": \"open\"}");
            var frozen =
                    post(
                                    Tokens.carl(),
                                    "/cases/" + caseId + "/evidence",
                                    Map.of(
                                            "kind",
                                            "silence",
                                            "ref",
                                            Map.of("service", "ais", "href", href)))
                            .then()
                            .statusCode(201)
                            .extract();
            FakeSources.put(href, "{\"state\": \"retracted\"}");
            silence(2, Silence.State.RETRACTED, 30);
            awaitLead(Tokens.carl(), 2);

            get(Tokens.carl(), "/leads/" + id)
                    .then()
                    .body("isRetracted", equalTo(true))
                    .body("state", equalTo("attached"));
            get(Tokens.carl(), "/cases/" + caseId + "/tasks")
                    .then()
                    .body("items.createdBy", contains("fairlead"))
                    .body("items[0].origin", equalTo("retraction:" + id + ":2"))
                    .body("items[0].title", containsString("Upstream retracted: ANGARA"));
            get(Tokens.carl(), "/cases/" + caseId + "/timeline")
                    .then()
                    .body(
                            "items.findAll { it.kind == 'change' }.title",
                            hasItem(containsString("The source took back")));
            get(Tokens.carl(), "/cases/" + caseId + "/audit")
                    .then()
                    .body("items.action", hasItem("source-retracted"));
            get(Tokens.carl(), "/cases/" + caseId + "/evidence/" + frozen.path("id"))
                    .then()
                    .body("record.state", equalTo("open"))
                    .body("sha256", equalTo(frozen.path("sha256")))
                    .body("liveState", equalTo("differs"));
        }
    }

    @Nested
    class AManualLead {
        @Test
        void isTheTeamsOwn() {
            post(
                            Tokens.carl(),
                            "/leads",
                            Map.of(
                                    "title",
                                    "A tip from the harbour",
                                    "priority",
                                    "urgent",
                                    "vessel",
                                    Map.of("name", "MV HEARSAY"),
                                    "why",
                                    List.of(
                                            Map.of(
                                                    "family",
                                                    "place",
                                                    "statement",
                                                    "Seen alongside."))))
                    .then()
                    .statusCode(201)
                    .body("kind", equalTo("manual"))
                    .body("title", equalTo("MV HEARSAY: A tip from the harbour"))
                    .body("priority", equalTo("urgent"))
                    .body("sourceRef", nullValue());
        }

        @Test
        void namesWhatIsWrongWithIt() {
            refused(
                            post(
                                    Tokens.carl(),
                                    "/leads",
                                    Map.of("title", "x", "vessel", Map.of("mmsi", "12"))),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/vessel/mmsi"));
        }

        @Test
        void doesNotOccurBeforeAnyRecord() {
            refused(
                            post(
                                    Tokens.carl(),
                                    "/leads",
                                    Map.of(
                                            "title",
                                            "x",
                                            "occurredFrom",
                                            "-200000-01-01T00:00:00Z")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/occurredFrom"));
            get(Tokens.carl(), "/inbox").then().statusCode(200);
        }
    }

    @Nested
    class TheInbox {
        @Test
        void countsWhatWaitsAndIsSortedByUrgency() {
            var before = get(Tokens.lena(), "/inbox").then().statusCode(200).extract();
            int waiting = before.path("counts.new");
            post(Tokens.lena(), "/leads", Map.of("title", "low", "priority", "low"));
            post(Tokens.lena(), "/leads", Map.of("title", "urgent", "priority", "urgent"));

            var after = get(Tokens.lena(), "/inbox?kind=manual&limit=200").then().extract();

            assertThat(after.<Integer>path("counts.new")).isEqualTo(waiting + 2);
            assertThat(after.<Integer>path("counts.due")).isPositive();
            assertThat(after.<List<String>>path("items.dueAt"))
                    .extracting(Instant::parse)
                    .isSorted();
            assertThat(after.<List<String>>path("items.kind")).containsOnly("manual");
        }
    }

    @Nested
    class OneThatAPersonRaises {
        private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        private final String token = Tokens.person("raiser", Map.of(team, List.of("case-worker")));
        private final String mmsi = Events.mmsi();

        private Map<String, Object> seen(String title, String why) {
            return Map.of(
                    "title",
                    title,
                    "vessel",
                    Map.of("mmsi", mmsi),
                    "occurredFrom",
                    "2024-02-09T00:00:00Z",
                    "why",
                    List.of(Map.of("family", "conduct", "statement", why)));
        }

        @Test
        void isOneLeadHoweverOftenItIsSaid() {
            String id =
                    post(token, "/leads", seen("Moored at Xinya", "a picture"))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");

            post(token, "/leads", seen("moored  at XINYA", "a second picture"))
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("why.statement", contains("a picture", "a second picture"));
            post(token, "/leads", seen("Moored at Xinya", "a picture"))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
            get(token, "/inbox?mmsi=" + mmsi).then().body("items.id", contains(id));
        }

        @Test
        void isAnotherOneAboutAnotherShipTimeOrDeed() {
            post(token, "/leads", seen("Moored at Xinya", "a")).then().statusCode(201);
            var later = new java.util.HashMap<>(seen("Moored at Xinya", "a"));
            later.put("occurredFrom", "2024-02-10T00:00:00Z");

            post(token, "/leads", seen("Left Xinya", "a")).then().statusCode(201);
            post(token, "/leads", later).then().statusCode(201);
            post(token, "/leads", Map.of("title", "no ship named")).then().statusCode(201);
            post(token, "/leads", Map.of("title", "no ship named")).then().statusCode(201);
        }

        @Test
        void isRaisedAnewOnceTheOtherIsDismissed() {
            String id =
                    post(token, "/leads", seen("Moored at Xinya", "a"))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            post(token, "/leads/" + id + "/dismiss", Map.of("reason", "not she"))
                    .then()
                    .statusCode(200);

            post(token, "/leads", seen("Moored at Xinya", "a")).then().statusCode(201);
        }
    }
}
