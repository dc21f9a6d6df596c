package org.fairlead.imagery.candidate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Stands for the ais service: away unless a test has it answer.
public class FakeAis implements QuarkusTestResourceLifecycleManager {

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private static volatile String answer = "";
    private static volatile int delayMillis;

    private @Nullable HttpServer server;

    static void answers(String json, int afterMillis) {
        ASKED.clear();
        answer = json;
        delayMillis = afterMillis;
    }

    static void isAway() {
        answers("", 0);
    }

    /// Query and token of every question, in order.
    static List<String> asked() {
        return List.copyOf(ASKED);
    }

    @Override
    public Map<String, String> start() {
        try {
            var started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/api/ais/v1/vessels/near", FakeAis::handle);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
            return Map.of("fairlead.ais.url", "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        ASKED.add(
                exchange.getRequestURI().getQuery()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
