package org.fairlead.cases;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Stands for the services that hold the records: answers what a test put there, 404 otherwise.
public class FakeSources implements QuarkusTestResourceLifecycleManager {

    record Answer(int status, String body, int delayMillis) {}

    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    static final List<String> AUTHORIZATIONS = new CopyOnWriteArrayList<>();

    private final HttpServer server = server();

    static void put(String pathAndQuery, String body) {
        ANSWERS.put(pathAndQuery, new Answer(200, body, 0));
    }

    static void put(String pathAndQuery, Answer answer) {
        ANSWERS.put(pathAndQuery, answer);
    }

    static void remove(String pathAndQuery) {
        ANSWERS.remove(pathAndQuery);
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", FakeSources::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "fairlead.ais-url",
                url,
                "fairlead.imagery-url",
                url,
                // Nobody listens there: the sanctions service is away in these tests.
                "fairlead.sanctions-url",
                "http://127.0.0.1:1",
                "cases.source.deadline",
                "1s");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        AUTHORIZATIONS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Answer answer =
                ANSWERS.getOrDefault(exchange.getRequestURI().toString(), new Answer(404, "{}", 0));
        try {
            Thread.sleep(answer.delayMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
