package org.fairlead.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.fairlead.testing.Tokens;

/// An identity provider with the shape of the real one: whoever asks to log in is bo. Its tokens
/// are those of [Tokens]; it checks PKCE; it has one organisation with two people.
public class FakeProvider implements QuarkusTestResourceLifecycleManager {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final AtomicInteger refreshes = new AtomicInteger();

    final FakeClients clients = new FakeClients();

    /// How long the ID token of the next login lives.
    volatile Duration sessionLife = Duration.ofMinutes(5);

    /// Whether it takes refresh tokens.
    volatile boolean knowsSessions = true;

    /// Whether its administration answers.
    volatile boolean isWell = true;

    final AtomicInteger adminCalls = new AtomicInteger();

    private static final String REALM = "/realms/fairlead";
    private final KeyPair keys = keys();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        var server = this.server;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(REALM + "/.well-known/openid-configuration", this::describe);
        server.createContext(REALM + "/certs", exchange -> answer(exchange, certificates()));
        server.createContext(REALM + "/protocol/openid-connect/auth", this::login);
        server.createContext(REALM + "/protocol/openid-connect/token", this::token);
        server.createContext("/admin/realms/fairlead/organizations", this::administer);
        server.createContext(FakeClients.ADMIN + "/clients", clients::clients);
        server.createContext(FakeClients.ADMIN + "/client-scopes", clients::scopes);
        server.createContext(FakeClients.ADMIN + "/users", clients::users);
        server.start();
        return Map.of(
                "quarkus.oidc.public-key", "",
                "quarkus.oidc.auth-server-url", url() + REALM,
                "quarkus.oidc.token.issuer", Tokens.ISSUER,
                "quarkus.oidc.credentials.secret", "gateway-secret",
                "quarkus.oidc.authentication.state-secret", "a-secret-of-thirty-two-characters!",
                "gateway.session.secret", "another-secret-of-32-characters-or-more",
                "gateway.provider.server-url", url(),
                "gateway.provider.client-secret", "services-secret",
                "gateway.people.fresh", "0s");
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void describe(HttpExchange exchange) throws IOException {
        String realm = url() + REALM;
        answer(
                exchange,
                JSON.objectNode()
                        .put("issuer", Tokens.ISSUER)
                        .put("authorization_endpoint", realm + "/protocol/openid-connect/auth")
                        .put("token_endpoint", realm + "/protocol/openid-connect/token")
                        .put("end_session_endpoint", realm + "/protocol/openid-connect/logout")
                        .put("jwks_uri", realm + "/certs"));
    }

    private ObjectNode certificates() {
        return JSON.objectNode()
                .set(
                        "keys",
                        JSON.arrayNode()
                                .add(jwk("test", testKey()))
                                .add(jwk("provider", (RSAPublicKey) keys.getPublic())));
    }

    private static ObjectNode jwk(String id, RSAPublicKey key) {
        return JSON.objectNode()
                .put("kid", id)
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("n", base64(unsigned(key.getModulus().toByteArray())))
                .put("e", base64(key.getPublicExponent().toByteArray()));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private void login(HttpExchange exchange) throws IOException {
        var query = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        query.get("redirect_uri")
                                + "?state="
                                + query.get("state")
                                + "&code="
                                + code);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeem(exchange, form);
            case "refresh_token" -> refresh(exchange);
            default ->
                    answer(
                            exchange,
                            JSON.objectNode()
                                    .put("access_token", Tokens.integrator())
                                    .put("token_type", "Bearer")
                                    .put("expires_in", 300));
        }
    }

    private void redeem(HttpExchange exchange, Map<String, String> form) throws IOException {
        var asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null
                || !asked.get("code_challenge").equals(sha256(form.get("code_verifier")))) {
            refuse(exchange);
            return;
        }
        answer(exchange, session(asked.get("nonce"), sessionLife));
    }

    private void refresh(HttpExchange exchange) throws IOException {
        if (!knowsSessions) {
            refuse(exchange);
            return;
        }
        refreshes.incrementAndGet();
        answer(exchange, session(null, Duration.ofMinutes(5)));
    }

    private ObjectNode session(String nonce, Duration life) {
        var id =
                Jwt.claims()
                        .issuer(Tokens.ISSUER)
                        .audience("fairlead-gateway")
                        .subject(Tokens.subjectOf("bo"))
                        .claim("azp", "fairlead-gateway")
                        .claim("preferred_username", "bo")
                        .issuedAt(Instant.now())
                        .expiresAt(Instant.now().plus(life));
        if (nonce != null) {
            id.claim("nonce", nonce);
        }
        return JSON.objectNode()
                .put("access_token", Tokens.bo())
                .put("id_token", id.jws().keyId("provider").sign(keys.getPrivate()))
                .put("refresh_token", UUID.randomUUID().toString())
                .put("token_type", "Bearer")
                .put("expires_in", 300);
    }

    /// An ID token, which is no ticket to the API.
    String idToken() {
        return session(null, Duration.ofMinutes(5)).get("id_token").textValue();
    }

    private void administer(HttpExchange exchange) throws IOException {
        adminCalls.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        if (!isWell) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        } else if (clients.memberships(exchange)) {
            return;
        } else if (path.endsWith("/organizations")) {
            answer(
                    exchange,
                    JSON.arrayNode()
                            .add(
                                    JSON.objectNode()
                                            .put("id", "org-1")
                                            .put("alias", "team-gulf")
                                            .put("name", "Gulf desk")
                                            .put("fieldOfALaterVersion", true)));
        } else if (path.endsWith("/groups")) {
            answer(
                    exchange,
                    JSON.arrayNode()
                            .add(JSON.objectNode().put("id", "g-1").put("name", "case-worker")));
        } else if (path.endsWith("/groups/g-1/members")) {
            answer(exchange, JSON.arrayNode().add(member("bo", "Bo", "Lindqvist")));
        } else {
            answer(exchange, clients.memberships().add(member("bo", "Bo", "Lindqvist")));
        }
    }

    private static ObjectNode member(String username, String first, String last) {
        return JSON.objectNode()
                .put("id", Tokens.subjectOf(username))
                .put("username", username)
                .put("firstName", first)
                .put("lastName", last)
                .put("membershipType", "UNMANAGED");
    }

    private static Map<String, String> form(String text) {
        var form = new TreeMap<String, String>();
        for (String pair : List.of(text.split("&"))) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        byte[] body = "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, Object json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String sha256(String text) {
        try {
            return base64(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RSAPublicKey testKey() {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(Tokens.publicKey())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeProvider.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
