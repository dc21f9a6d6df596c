package org.fairlead.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.fairlead.testing.Tokens;

/// The clients of the realm, as far as the identity provider's administration shows them here.
final class FakeClients {

    static final String ADMIN = "/admin/realms/fairlead";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> clients = new ConcurrentHashMap<>();
    private final Map<String, Integer> secrets = new ConcurrentHashMap<>();
    private final Set<String> scopes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger secretsMade = new AtomicInteger();

    /// Users that are members of the Gulf desk.
    final Set<String> members = new ConcurrentSkipListSet<>();

    /// The next client cannot become a member.
    volatile boolean refusesMembers;

    FakeClients() {
        scopes.addAll(Set.of("basic", "profile", "fairlead", "organization", "cases:read"));
        var demo = NODES.objectNode().put("clientId", "integrator-demo").put("enabled", true);
        demo.putArray("defaultClientScopes").add("basic").add("cases:read").add("webhooks:manage");
        members.add(add(demo));
    }

    private String add(ObjectNode client) {
        String id = "id-" + client.path("clientId").asText();
        client.put("id", id);
        clients.put(id, client);
        secrets.put(id, secretsMade.incrementAndGet());
        return subject(client);
    }

    private static String subject(ObjectNode client) {
        return Tokens.subjectOf("service-account-" + client.path("clientId").asText());
    }

    ArrayNode memberships() {
        var all = NODES.arrayNode();
        clients.values().stream()
                .filter(client -> members.contains(subject(client)))
                .forEach(client ->
                        all.add(
                                NODES.objectNode()
                                        .put("id", subject(client))
                                        .put(
                                                "username",
                                                "service-account-"
                                                        + client.path("clientId").asText())));
        return all;
    }

    Set<String> scopes() {
        return scopes;
    }

    int count() {
        return clients.size();
    }

    void clients(HttpExchange exchange) throws IOException {
        String[] steps =
                exchange.getRequestURI().getPath().substring(ADMIN.length()).split("/", -1);
        String method = exchange.getRequestMethod();
        if (steps.length == 2 && method.equals("POST")) {
            var client = (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
            add(client);
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            "http://provider" + ADMIN + "/clients/" + client.get("id").asText());
            end(exchange, 201);
        } else if (steps.length == 2) {
            list(exchange);
        } else if (!clients.containsKey(steps[2])) {
            end(exchange, 404);
        } else if (steps.length == 3) {
            one(exchange, steps[2], method);
        } else {
            part(exchange, steps[2], steps[3], method);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        String wanted = String.valueOf(exchange.getRequestURI().getQuery());
        var found = NODES.arrayNode();
        clients.values().stream()
                .filter(client -> ("clientId=" + client.path("clientId").asText()).equals(wanted))
                .forEach(found::add);
        answer(exchange, found);
    }

    private void one(HttpExchange exchange, String id, String method) throws IOException {
        switch (method) {
            case "PUT" -> {
                clients.put(
                        id, (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes()));
                end(exchange, 204);
            }
            case "DELETE" -> {
                clients.remove(id);
                end(exchange, 204);
            }
            default -> answer(exchange, clients.get(id));
        }
    }

    private void part(HttpExchange exchange, String id, String part, String method)
            throws IOException {
        if (part.equals("service-account-user")) {
            answer(exchange, NODES.objectNode().put("id", subject(clients.get(id))));
        } else {
            if (method.equals("POST")) {
                secrets.put(id, secretsMade.incrementAndGet());
            }
            answer(
                    exchange,
                    NODES.objectNode()
                            .put("type", "secret")
                            .put("value", "secret-" + secrets.get(id)));
        }
    }

    void scopes(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            scopes.add(
                    JSON.readTree(exchange.getRequestBody().readAllBytes()).path("name").asText());
            exchange.getResponseHeaders().add("Location", "http://provider/x");
            end(exchange, 201);
            return;
        }
        var all = NODES.arrayNode();
        scopes.forEach(scope -> all.add(NODES.objectNode().put("name", scope)));
        answer(exchange, all);
    }

    void users(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        answer(exchange, NODES.objectNode().put("id", path.substring(path.lastIndexOf('/') + 1)));
    }

    /// Who joins the Gulf desk, and which desks somebody is in.
    ///
    /// @return false when it was asked for something else
    boolean memberships(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST") && path.endsWith("/members")) {
            String user =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\"", "");
            if (refusesMembers) {
                end(exchange, 400);
            } else {
                members.add(user);
                end(exchange, 201);
            }
            return true;
        }
        if (path.contains("/organizations/members/")) {
            String[] steps = path.split("/", -1);
            var desks = NODES.arrayNode();
            if (members.contains(steps[steps.length - 2])) {
                desks.add(NODES.objectNode().put("id", "org-1").put("alias", "team-gulf"));
            }
            answer(exchange, desks);
            return true;
        }
        return false;
    }

    private static void end(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, Object json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
