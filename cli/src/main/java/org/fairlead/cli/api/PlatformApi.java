package org.fairlead.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairlead.cli.Refusal;

/// The gateway's API as one caller sees it, with a token from the local realm.
public final class PlatformApi {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String gateway;
    private final String issuer;
    private final Map<String, String> grant;
    private String token = "";
    private Instant tokenUntil = Instant.EPOCH;

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

    /// A step of something that has a version.
    public JsonNode step(String path, int version, JsonNode body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
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

    /// Streamed from disk.
    public JsonNode upload(String path, Path file) {
        try {
            return send(
                    request(path)
                            .timeout(LIMIT.multipliedBy(5))
                            .header("Content-Type", "application/octet-stream")
                            .header("Fairlead-File-Name", String.valueOf(file.getFileName()))
                            .POST(HttpRequest.BodyPublishers.ofFile(file)));
        } catch (FileNotFoundException missing) {
            throw new Refusal("There is no file " + file + ".", missing);
        }
    }

    /// Text as it comes: CSV of a track.
    public String text(String path, String mediaType) {
        return exchange(request(path).setHeader("Accept", mediaType).GET().build());
    }

    /// Streamed to a file, which is there only when all of it came.
    public Path download(String path, String mediaType, Path target) {
        var built =
                request(path)
                        .timeout(LIMIT.multipliedBy(5))
                        .setHeader("Accept", mediaType)
                        .GET()
                        .build();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            var response = client.send(built, HttpResponse.BodyHandlers.ofFile(unfinished));
            if (response.statusCode() >= 300) {
                String said = Files.readString(unfinished);
                Files.deleteIfExists(unfinished);
                throw new Refusal(
                        "Not done: %s answered %d: %s"
                                .formatted(built.uri().getPath(), response.statusCode(), said));
            }
            return Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new Refusal("Not done: no answer from " + built.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for an answer.", interrupted);
        }
    }

    public JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /// The token of this caller, for a call that is not made here.
    public String bearer() {
        return token();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json");
    }

    /// Kept for as long as it is valid, less a little, so that asking often costs the platform no
    /// logins.
    private synchronized String token() {
        if (token.isEmpty() || Instant.now().isAfter(tokenUntil)) {
            var answer = login();
            token = answer.path("access_token").asText();
            tokenUntil =
                    Instant.now()
                            .plusSeconds(answer.path("expires_in").asLong())
                            .minus(TOKEN_MARGIN);
        }
        return token;
    }

    private JsonNode login() {
        var form =
                grant.entrySet().stream()
                        .map(field -> field.getKey() + '=' + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) {
        var built = request.build();
        var body = exchange(built);
        try {
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException failure) {
            throw new Refusal("Not done: no JSON from " + built.uri(), failure);
        }
    }

    private String exchange(HttpRequest built) {
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
            return response.body();
        } catch (IOException failure) {
            throw new Refusal("Not done: no answer from " + built.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for an answer.", interrupted);
        }
    }
}
