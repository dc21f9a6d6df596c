package org.fairlead.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Services that answer as these tests need it: `ais` tells what reached it, `imagery` takes a call
/// and never answers, nothing listens for `sanctions`, `cases` describes itself.
public class FakeServices implements QuarkusTestResourceLifecycleManager {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Opened by a test that lets the service read on.
    volatile CountDownLatch reading = new CountDownLatch(0);

    final AtomicLong read = new AtomicLong();

    private HttpServer ais;
    private HttpServer cases;
    private ServerSocket imagery;

    @Override
    public Map<String, String> start() {
        try {
            ais = server();
            ais.createContext("/", FakeServices::echo);
            ais.createContext("/api/ais/v1/uploads", this::swallow);
            ais.createContext("/api/ais/v1/refuses", FakeServices::refuseUnread);
            ais.createContext("/api/ais/v1/breaks", FakeServices::breakOff);
            cases = server();
            cases.createContext("/q/openapi", FakeServices::describe);
            cases.createContext("/q/health/ready", exchange -> answer(exchange, 200, "{}"));
            cases.createContext("/api/cases/v1/visible", FakeServices::tellVisible);
            cases.createContext(
                    "/api/cases/v1/visible/of-client", FakeServices::tellVisibleToClient);
            cases.createContext("/", FakeServices::echo);
            imagery = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return settings();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Map<String, String> settings() throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("gateway.proxy.parts.ais", address(ais.getAddress().getPort()));
        settings.put("gateway.proxy.parts.imagery", address(imagery.getLocalPort()));
        settings.put("gateway.proxy.parts.sanctions", address(freePort()));
        settings.put("gateway.proxy.parts.cases", address(cases.getAddress().getPort()));
        settings.put("gateway.proxy.body-limit", "1M");
        settings.put("gateway.proxy.upload-limit", "600M");
        settings.put("gateway.proxy.head-timeout", "700ms");
        settings.put("gateway.proxy.open-for", "1s");
        settings.put("gateway.overview.timeout", "500ms");
        settings.put("gateway.rate.anonymous.burst", "10000");
        settings.put("gateway.webhooks.private-addresses", "true");
        settings.put("gateway.webhooks.every", "50ms");
        settings.put("gateway.webhooks.timeout", "2s");
        settings.put("gateway.webhooks.retries", "100ms,100ms,100ms");
        settings.put("gateway.credentials.fresh", "0s");
        settings.put("gateway.rate.ordinary.per-second", "1");
        settings.put("gateway.rate.ordinary.burst", "300");
        return settings;
    }

    private static HttpServer server() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return server;
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Which cases a team sees, as the tests say: team and id.
    static final Set<String> VISIBLE = ConcurrentHashMap.newKeySet();

    static final AtomicBoolean KNOWS_WHO_SEES = new AtomicBoolean(true);

    private static void tellVisible(HttpExchange exchange) throws IOException {
        String team = exchange.getRequestHeaders().getFirst("Fairlead-Team");
        var asked =
                new JsonObject(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(
                exchange,
                KNOWS_WHO_SEES.get() ? 200 : 503,
                new JsonObject()
                        .put("caseIds", seen(team, asked.getJsonArray("caseIds")))
                        .put("leadIds", seen(team, asked.getJsonArray("leadIds")))
                        .encode());
    }

    private static JsonArray seen(String team, JsonArray wanted) {
        var seen = new JsonArray();
        wanted.stream().filter(id -> VISIBLE.contains(team + " " + id)).forEach(seen::add);
        return seen;
    }

    private static void tellVisibleToClient(HttpExchange exchange) throws IOException {
        var asked =
                new JsonObject(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String client = asked.getString("clientId");
        answer(
                exchange,
                KNOWS_WHO_SEES.get() ? 200 : 503,
                new JsonObject()
                        .put("caseIds", seen(client, asked.getJsonArray("caseIds")))
                        .put("leadIds", seen(client, asked.getJsonArray("leadIds")))
                        .encode());
    }

    /// What reached the service, as JSON.
    private static void echo(HttpExchange exchange) throws IOException {
        var headers = JSON.objectNode();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(), String.join(", ", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "service=1");
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        exchange.getResponseHeaders()
                .add("Location", "http://127.0.0.1:9999/api/ais/v1/jobs/1?x=1");
        answer(
                exchange,
                200,
                JSON.objectNode()
                        .put("method", exchange.getRequestMethod())
                        .put("uri", exchange.getRequestURI().toString())
                        .<ObjectNode>set("headers", headers)
                        .put("body", body)
                        .toString());
    }

    /// Reads a body when the test lets it, and tells how long it was.
    private void swallow(HttpExchange exchange) throws IOException {
        read.set(0);
        try (InputStream body = exchange.getRequestBody()) {
            byte[] buffer = new byte[1 << 16];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                read.addAndGet(count);
                reading.await();
            }
            answer(exchange, 202, JSON.objectNode().put("bytes", read.get()).toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers at once and drops the body as it comes, as the services do.
    private static void refuseUnread(HttpExchange exchange) throws IOException {
        byte[] answer = "{\"code\":\"invalid\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(422, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.getResponseBody().flush();
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        exchange.close();
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("breaks off");
    }

    private static void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"openapi":"3.1.0","paths":{"/api/cases/v1/inbox":{"get":{"operationId":"inbox",
                "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
                "components":{"schemas":{"Page":{"type":"object","properties":{"items":{"items":{"$ref":"#/components/schemas/Lead"}}}},"Lead":{"type":"object"}}}}
                """);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeServices.class));
    }

    @Override
    public void stop() {
        try {
            ais.stop(0);
            cases.stop(0);
            imagery.close();
        } catch (IOException closing) {
            // nothing depends on it any more
        }
    }
}
