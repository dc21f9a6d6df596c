package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes sent to an address, by what its owner may see when they are sent.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@SuppressWarnings("NullAway.Init")
class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String worker = Tokens.person("willa", Map.of(team, List.of("lead")));
    private final String client =
            Tokens.client("partner-" + team, team, "cases:read", "webhooks:manage");

    private record Received(String id, long timestamp, String signature, String body) {

        String caseId() {
            return JsonPath.from(body).getString("data.caseId");
        }

        String kind() {
            return JsonPath.from(body).getString("type");
        }
    }

    private final List<Received> received = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    synchronized (received) {
                        received.add(
                                new Received(
                                        headers.getFirst("webhook-id"),
                                        Long.parseLong(headers.getFirst("webhook-timestamp")),
                                        headers.getFirst("webhook-signature"),
                                        body));
                        Integer status = answers.poll();
                        exchange.getResponseHeaders().add("Location", "/elsewhere");
                        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
    }

    private record Registered(String id, String secret) {}

    private Registered register(String token, List<String> kinds) {
        var made =
                post(token, "/webhooks", Map.of("url", url(), "kinds", kinds))
                        .then()
                        .statusCode(201)
                        .body("secret", startsWith("whsec_"))
                        .extract();
        return new Registered(made.path("id"), made.path("secret"));
    }

    private List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    private Received first(String kind) {
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                received().stream()
                                        .filter(one -> one.kind().equals("fairlead.cases." + kind))
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void isToldWhatChangedSignedAndWithoutContent() throws GeneralSecurityException {
        var webhook = register(client, List.of());
        String id = openCase(worker, "SECRET title");

        Received told = first("case-opened");

        assertThat(told.caseId()).isEqualTo(id);
        assertThat(told.body()).doesNotContain("SECRET");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        Base64.getDecoder().decode(webhook.secret().substring(6)),
                        "HmacSHA256"));
        String signed = told.id() + "." + told.timestamp() + "." + told.body();
        assertThat(told.signature())
                .isEqualTo(
                        "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                mac.doFinal(
                                                        signed.getBytes(StandardCharsets.UTF_8))));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        get(client, "/webhooks/" + webhook.id() + "/deliveries")
                                .then()
                                .body("items.state", hasItem("delivered")));
        get(client, "/webhooks").then().body("items.secret", hasItem(nullValue()));
    }

    @Test
    void isToldAgainUntilItAnswers() {
        var webhook = register(client, List.of("case-opened"));
        synchronized (received) {
            answers.addAll(List.of(500, 302));
        }
        openCase(worker, "tried again");

        await().atMost(PATIENCE).until(() -> received().size() >= 3);

        assertThat(received().stream().map(Received::id).distinct()).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        get(client, "/webhooks/" + webhook.id() + "/deliveries")
                                .then()
                                .body("items[0].state", equalTo("delivered"))
                                .body("items[0].attempts", equalTo(3)));
    }

    @Test
    void isNotToldOfWhatItsOwnerDoesNotSee() {
        var webhook = register(client, List.of("case-opened"));
        post(worker, "/cases", Map.of("title", "HUSH", "visibility", "sealed"))
                .then()
                .statusCode(201);
        post(worker, "/cases", Map.of("title", "HUSH", "visibility", "named"))
                .then()
                .statusCode(201);
        openCase(Tokens.carl(), "of another team");
        String shown = openCase(worker, "shown");

        assertThat(first("case-opened").caseId()).isEqualTo(shown);
        // What was withheld is in no log either.
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        get(client, "/webhooks/" + webhook.id() + "/deliveries")
                                .then()
                                .body("items.caseId", equalTo(List.of(shown))));
    }

    @Test
    void isJudgedByTodaysAccessNotByThatOfTheEvent() {
        var webhook = register(client, List.of("case-opened"));
        synchronized (received) {
            for (int i = 0; i < 200; i++) {
                answers.add(503);
            }
        }
        String id = openCase(worker, "shut meanwhile");
        await().atMost(PATIENCE).until(() -> !received().isEmpty());
        post(
                        worker,
                        "/cases/" + id + "/exclusions",
                        Map.of(
                                "subject",
                                Tokens.subjectOf("service-account-partner-" + team),
                                "name",
                                "partner",
                                "reason",
                                "no longer"))
                .then()
                .statusCode(201);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        get(client, "/webhooks/" + webhook.id() + "/deliveries")
                                .then()
                                .body("items", org.hamcrest.Matchers.empty()));
        int tries = received().size();
        // Another case is still told of: the address itself is well.
        synchronized (received) {
            answers.clear();
        }
        String other = openCase(worker, "open");
        await().atMost(PATIENCE)
                .until(() -> received().stream().anyMatch(one -> other.equals(one.caseId())));
        assertThat(received().stream().filter(one -> id.equals(one.caseId())))
                .hasSizeLessThanOrEqualTo(tries + 1);
    }

    @Test
    void isNotToldOfLeadsOfOtherTeams() {
        var _ = register(client, List.of("lead-raised"));
        post(Tokens.carl(), "/leads", Map.of("title", "another team's")).then().statusCode(201);
        String own = post(worker, "/leads", Map.of("title", "own")).then().extract().path("id");

        assertThat(JsonPath.from(first("lead-raised").body()).getString("data.leadId"))
                .isEqualTo(own);
    }

    @Test
    void endsWhenTheAddressSaysItIsGone() {
        var webhook = register(client, List.of("case-opened"));
        synchronized (received) {
            answers.add(410);
        }
        openCase(worker, "gone");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        get(client, "/webhooks/" + webhook.id())
                                .then()
                                .body("disabledReason", notNullValue()));
    }

    @Test
    void answersAPingAndIsPlayedAgain() {
        var webhook = register(client, List.of("case-opened"));
        post(client, "/webhooks/" + webhook.id() + "/ping", Map.of()).then().statusCode(202);
        var _ = first("ping");
        openCase(worker, "played again");
        Received told = first("case-opened");
        String delivery =
                get(client, "/webhooks/" + webhook.id() + "/deliveries")
                        .then()
                        .extract()
                        .path("items.find { it.kind == 'case-opened' }.id");

        post(
                        client,
                        "/webhooks/" + webhook.id() + "/deliveries/" + delivery + "/replay",
                        Map.of())
                .then()
                .statusCode(202);

        await().atMost(PATIENCE)
                .until(() ->
                        received().stream().filter(one -> one.id().equals(told.id())).count() == 2);
    }

    @Test
    void isOnesOwn() {
        var webhook = register(client, List.of());
        String other = Tokens.client("other", team, "cases:read", "webhooks:manage");

        refused(get(other, "/webhooks/" + webhook.id()), 404, "not-found");
        refused(
                post(other, "/webhooks/" + webhook.id() + "/ping", Map.of()),
                404,
                "not-found");
        refused(
                post(
                        Tokens.client("reader", team, "cases:read"),
                        "/webhooks",
                        Map.of("url", url())),
                403,
                "forbidden");
        // Who sets the team up sees that it is there, and ends it.
        String admin = Tokens.person("admin", Map.of(team, List.of("org-admin")));
        get(admin, "/webhooks").then().body("items.id", hasItem(webhook.id()));
        as(admin).delete(Api.ROOT + "/webhooks/" + webhook.id()).then().statusCode(204);
        refused(get(client, "/webhooks/" + webhook.id()), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://example.org/x",
                "https://user:pw@example.org/",
                "not an address",
                "https:///nowhere"
            })
    void needsAnAddressOneMaySendTo(String url) {
        refused(post(client, "/webhooks", Map.of("url", url)), 422, "invalid")
                .body("errors[0].pointer", equalTo("/url"));
    }
}
