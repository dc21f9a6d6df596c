package org.fairlead.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairlead.cli.Refusal;

/// The gateway's API as one caller sees it, with a token from the local realm.
public final class PlatformApi {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String gateway;
    private final String issuer;
    private final Map<String, String> grant;

    /// @param grant form fields of the token request
    public PlatformApi(String gateway, String issuer, Map<String, String> grant) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.grant = Map.copyOf(grant);
    }

    public static Map<String, String> machine(String clientId, String secret) {
        return Map.of(
                "grant_type", "client_credentials", "client_id", clientId, "client_secret", secret);
    }

    public static Map<String, String> person(String username) {
        return Map.of(
                "grant_type", "password",
                "client_id", "fairlead-cli",
                "username", username,
                "password", username + "-demo",
                "scope", "openid organization:*");
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, JsonNode body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /// The same key gives the same answer and does the work once.
    public JsonNode postOnce(String path, JsonNode body, String key) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public JsonNode upload(String path, String fileName, byte[] bytes) {
        return send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .header("Fairlead-File-Name", fileName)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json");
    }

    private String token() {
        var form =
                grant.entrySet().stream()
                        .map(field -> field.getKey() + '=' + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) {
        var built = request.build();
        try {
            var response = client.send(built, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new Refusal(
                        "Not done: %s %s answered %d: %s"
                                .formatted(
                                        built.method(),
                                        built.uri().getPath(),
                                        response.statusCode(),
                                        response.body().strip()));
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new Refusal("Not done: no answer from " + built.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for an answer.", interrupted);
        }
    }
}
