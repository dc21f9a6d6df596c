package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.gateway.DoorTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookTest {

    private static final ObjectMapper JSON = StrictJson.mapper();
    private static final String WEBHOOKS = "/api/webhooks/v1";
    private static final String CLIENT = "integrator-demo";
    private static final Duration LONG = Duration.ofSeconds(20);

    private record Received(Map<String, String> headers, String body) {

        JsonObject json() {
            return new JsonObject(body);
        }

        String id() {
            return headers.get("webhook-id");
        }
    }

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
    private final Deque<String> made = new ArrayDeque<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/hook", this::receive);
        receiver.start();
    }

    @AfterEach
    void remove() {
        made.forEach(id -> as(Tokens.lena()).delete(WEBHOOKS + "/" + id));
        receiver.stop(0);
        FakeServices.KNOWS_WHO_SEES.set(true);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        received.add(
                new Received(
                        headers,
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Integer status = answers.poll();
        if (status != null && status == 302) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        }
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }

    @Test
    void tellsWhatTheClientSeesSignedAndThin() throws Exception {
        String secret = register("case-changed").path("secret");
        var change = publishSeen("case-changed");

        Received message = next();

        assertThat(message.json().getString("type")).isEqualTo("case-changed");
        assertThat(Instant.parse(message.json().getString("timestamp"))).isEqualTo(change.at());
        assertThat(message.json().getJsonObject("data").getMap())
                .containsEntry("caseId", change.caseId().toString())
                .containsEntry("team", "team-gulf")
                .containsOnlyKeys("caseId", "version", "team");
        assertThat(message.headers().get("webhook-signature"))
                .startsWith("v1," + hmac(secret, message));
    }

    private static String hmac(String secret, Received message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content =
                message.id()
                        + "."
                        + message.headers().get("webhook-timestamp")
                        + "."
                        + message.body();
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsNothingOfACaseTheClientDoesNotSee() throws Exception {
        String id = register().path("webhook.id");
        var hidden = change("team-gulf", "case-opened");
        publish(hidden);
        var seen = publishSeen("case-changed");

        assertThat(next().body()).contains(seen.caseId().toString());
        assertThat(received).isEmpty();
        as(Tokens.lena())
                .get(WEBHOOKS + "/" + id + "/deliveries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body(not(containsString(hidden.caseId().toString())));
    }

    @Test
    void tellsNothingOfALeadOfAnotherTeamOrOneThatIsHidden() throws Exception {
        register();
        publish(lead("team-pacific"));
        publish(lead("team-gulf"));
        var own = lead("team-gulf");
        FakeServices.VISIBLE.add(CLIENT + " " + own.leadId());
        publish(own);

        assertThat(next().json().getJsonObject("data").getString("leadId"))
                .isEqualTo(own.leadId().toString());
        assertThat(received).isEmpty();
    }

    @Test
    void judgesALateAttemptByTodaysAccess() throws Exception {
        String id = register().path("webhook.id");
        answers.add(500);
        var change = publishSeen("case-changed");
        next();
        FakeServices.VISIBLE.remove(CLIENT + " " + change.caseId());

        eventually(() -> logged(id).isEmpty());
        assertThat(received).isEmpty();
    }

    @Test
    void hidesFromTheLogWhatTheClientSeesNoMore() throws Exception {
        String id = register().path("webhook.id");
        var change = publishSeen("case-changed");
        next();
        eventually(() -> logged(id).contains("delivered"));
        FakeServices.VISIBLE.remove(CLIENT + " " + change.caseId());

        assertThat(logged(id)).doesNotContain(change.caseId().toString());
    }

    @Test
    void triesAgainWithTheSameIdAndThenGivesUp() throws Exception {
        String id = register().path("webhook.id");
        for (int attempt = 0; attempt < 4; attempt++) {
            answers.add(503);
        }
        publishSeen("case-changed");

        String first = next().id();
        for (int attempt = 1; attempt < 4; attempt++) {
            assertThat(next().id()).isEqualTo(first);
        }
        eventually(() -> logged(id).contains("failed"));
        as(Tokens.lena())
                .get(WEBHOOKS + "/" + id + "/deliveries?state=failed")
                .then()
                .body("items[0].attempts", equalTo(4))
                .body("items[0].lastStatus", equalTo(503))
                .body("items[0].lastProblem", equalTo("answered 503"));

        as(Tokens.lena())
                .post(WEBHOOKS + "/" + id + "/deliveries/" + first + "/replay")
                .then()
                .statusCode(200);
        assertThat(next().id()).isEqualTo(first);
        eventually(() -> logged(id).contains("delivered"));
    }

    @Test
    void followsNoRedirect() throws Exception {
        String id = register().path("webhook.id");
        answers.add(302);
        publishSeen("case-changed");

        next();
        next();
        eventually(() -> logged(id).contains("delivered"));
    }

    @Test
    void stopsWhenTheReceiverIsGone() throws Exception {
        String id = register().path("webhook.id");
        answers.add(410);
        publishSeen("case-changed");

        next();
        eventually(() -> state(id).equals("disabled"));
        as(Tokens.lena())
                .get(WEBHOOKS + "/" + id)
                .then()
                .body("stateReason", equalTo("The receiver answered 410 Gone."));
    }

    @Test
    void keepsChangesWhilePaused() throws Exception {
        String id = register().path("webhook.id");
        patch(id, Map.of("state", "paused"), 200);
        var change = publishSeen("case-changed");
        eventually(() -> logged(id).contains("pending"));
        assertThat(received).isEmpty();

        patch(id, Map.of("state", "active"), 200);

        assertThat(next().body()).contains(change.caseId().toString());
    }

    @Test
    void waitsWhileNobodySaysWhoSees() throws Exception {
        String id = register().path("webhook.id");
        FakeServices.KNOWS_WHO_SEES.set(false);
        publishSeen("case-changed");

        as(Tokens.lena())
                .get(WEBHOOKS + "/" + id + "/deliveries")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 503));
        assertThat(received.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void countsTheSameChangeOnce() throws Exception {
        register();
        var change = change("team-gulf", "case-changed");
        FakeServices.VISIBLE.add(CLIENT + " " + change.caseId());
        publish(change);
        publish(change);
        var after = publishSeen("case-changed");

        // In any order: what is under way at once overtakes.
        assertThat(List.of(caseOf(next()), caseOf(next())))
                .containsExactlyInAnyOrder(change.caseId(), after.caseId());
        assertThat(received.poll(1, TimeUnit.SECONDS)).isNull();
    }

    private static UUID caseOf(Received message) {
        return UUID.fromString(message.json().getJsonObject("data").getString("caseId"));
    }

    @Test
    void pingsOnDemand() throws Exception {
        String id = register().path("webhook.id");

        as(Tokens.lena())
                .post(WEBHOOKS + "/" + id + "/ping")
                .then()
                .statusCode(200)
                .body("isDelivered", equalTo(true))
                .body("status", equalTo(204));
        assertThat(next().json().getString("type")).isEqualTo("ping");
        answers.add(500);
        as(Tokens.lena())
                .post(WEBHOOKS + "/" + id + "/ping")
                .then()
                .body("isDelivered", equalTo(false))
                .body("problem", equalTo("answered 500"));
    }

    @Test
    void signsWithBothSecretsAfterARotation() throws Exception {
        var registered = register();
        String id = registered.path("webhook.id");
        String old = registered.path("secret");
        String fresh =
                as(Tokens.lena())
                        .post(WEBHOOKS + "/" + id + "/secret")
                        .then()
                        .statusCode(200)
                        .body("secret", startsWith("whsec_"))
                        .extract()
                        .path("secret");
        publishSeen("case-changed");

        Received message = next();
        assertThat(message.headers().get("webhook-signature").split(" "))
                .contains("v1," + hmac(fresh, message), "v1," + hmac(old, message))
                .hasSize(3);
    }

    @Test
    void isManagedByItsClientWithTheScopeAndByNoOtherTeam() {
        String id = register().path("webhook.id");
        String client = Tokens.integrator("webhooks:manage");

        as(client).get(WEBHOOKS).then().statusCode(200).body("items.id", hasItem(id));
        as(client).get(WEBHOOKS + "/" + id).then().statusCode(200);
        as(Tokens.integrator("cases:read")).get(WEBHOOKS + "/" + id).then().statusCode(403);
        as(Tokens.carl()).get(WEBHOOKS).then().statusCode(403);
        for (String path : new String[] {"", "/deliveries"}) {
            as(Tokens.paula())
                    .get(WEBHOOKS + "/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        as(Tokens.paula()).delete(WEBHOOKS + "/" + id).then().statusCode(404);
        as(Tokens.paula()).post(WEBHOOKS + "/" + id + "/ping").then().statusCode(404);
        as(Tokens.carl()).get(WEBHOOKS + "/" + id).then().statusCode(404);
    }

    @Test
    void isRegisteredByAClientForItselfOnly() {
        var wish = new HashMap<String, Object>(Map.of("url", url(), "clientId", "another"));
        as(Tokens.integrator("webhooks:manage"))
                .contentType("application/json")
                .body(wish)
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/clientId"));
        wish.remove("clientId");
        String id =
                as(Tokens.integrator("webhooks:manage"))
                        .contentType("application/json")
                        .body(wish)
                        .post(WEBHOOKS)
                        .then()
                        .statusCode(201)
                        .body("webhook.clientId", equalTo(CLIENT))
                        .body("webhook.publicKey", startsWith("whpk_"))
                        .body("webhook.createdAt", notNullValue())
                        .extract()
                        .path("webhook.id");
        made.add(id);
    }

    @Test
    void namesWhatWillNotDo() {
        as(Tokens.lena())
                .contentType("application/json")
                .body(Map.of("team", "team-gulf", "url", "gopher://x", "clientId", CLIENT))
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/url"));
        as(Tokens.lena())
                .contentType("application/json")
                .body(Map.of("team", "team-gulf", "url", url(), "clientId", "nobody"))
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/clientId"));
        as(Tokens.lena())
                .contentType("application/json")
                .body(Map.of("team", "team-gulf", "link", url()))
                .post(WEBHOOKS)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        String id = register().path("webhook.id");
        patch(id, Map.of("clientId", "another"), 422);
        patch(id, Map.of("state", "disabled"), 422);
        as(Tokens.lena())
                .get(WEBHOOKS + "/" + id + "/deliveries?state=lost")
                .then()
                .statusCode(422);
    }

    private String url() {
        return "http://127.0.0.1:%d/hook".formatted(receiver.getAddress().getPort());
    }

    private io.restassured.response.ExtractableResponse<io.restassured.response.Response> register(
            String... kinds) {
        var answer =
                as(Tokens.lena())
                        .contentType("application/json")
                        .body(
                                Map.of(
                                        "team",
                                        "team-gulf",
                                        "url",
                                        url(),
                                        "clientId",
                                        CLIENT,
                                        "kinds",
                                        kinds))
                        .post(WEBHOOKS)
                        .then()
                        .statusCode(201)
                        .extract();
        made.add(answer.path("webhook.id"));
        return answer;
    }

    private static void patch(String id, Map<String, Object> change, int status) {
        as(Tokens.lena())
                .contentType("application/json")
                .body(change)
                .patch(WEBHOOKS + "/" + id)
                .then()
                .statusCode(status);
    }

    private static String state(String id) {
        return as(Tokens.lena()).get(WEBHOOKS + "/" + id).then().extract().path("state");
    }

    /// States and cases of the log, as text.
    private static String logged(String id) {
        var items =
                as(Tokens.lena())
                        .get(WEBHOOKS + "/" + id + "/deliveries")
                        .then()
                        .extract()
                        .<java.util.List<Map<String, Object>>>path("items");
        var text = new StringBuilder();
        items.forEach(
                item -> text.append(item.get("state")).append(' ').append(item.get("caseId")));
        return text.toString();
    }

    private Received next() throws InterruptedException {
        Received message = received.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).as("a message").isNotNull();
        return message;
    }

    private static void eventually(BooleanSupplier isSo) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static CaseChange publishSeen(String kind) throws Exception {
        var change = change("team-gulf", kind);
        FakeServices.VISIBLE.add(CLIENT + " " + change.caseId());
        publish(change);
        return change;
    }

    private static CaseChange change(String team, String kind) {
        return new CaseChange(UUID.randomUUID(), team, kind, UUID.randomUUID(), null, 1, now());
    }

    private static CaseChange lead(String team) {
        return new CaseChange(
                UUID.randomUUID(), team, "lead-raised", null, UUID.randomUUID(), 1, now());
    }

    /// As the database keeps it.
    private static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private static void publish(CaseChange change) throws Exception {
        try (var producer =
                new KafkaProducer<String, String>(
                        Map.of(
                                "bootstrap.servers",
                                PlatformResource.kafkaBootstrapServers(),
                                "key.serializer",
                                StringSerializer.class,
                                "value.serializer",
                                StringSerializer.class))) {
            // One partition: so that what is published last is told last.
            var record =
                    new ProducerRecord<>(
                            Topics.CASES_CHANGES, 0, "key", JSON.writeValueAsString(change));
            record.headers()
                    .add(
                            new RecordHeader(
                                    "ce_type", CaseChange.TYPE.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get(10, TimeUnit.SECONDS);
        }
    }
}
