package org.fairlead.cli.endtoend;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The platform `./fairlead test` has started, and its people.
final class RunningPlatform {

    static final String URL = environment("FAIRLEAD_TEST_URL");
    static final int PORT = Integer.parseInt(environment("FAIRLEAD_TEST_PORT"));
    static final Path DATA = Path.of(environment("FAIRLEAD_TEST_DATA"));
    static final Path SCRIPT = Path.of(environment("FAIRLEAD_TEST_SCRIPT"));
    static final String ISSUER = "http://localhost:" + (PORT + 5) + "/realms/fairlead";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RunningPlatform() {}

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is set by `./fairlead test`");
    }

    /// A request of a demonstration person.
    static RequestSpecification as(String username) {
        return given().baseUri(URL).auth().oauth2(tokenOf(username)).accept("application/json");
    }

    static RequestSpecification asIntegrator() {
        return given().baseUri(URL).auth().oauth2(integratorToken()).accept("application/json");
    }

    static String tokenOf(String username) {
        return token(
                given().formParam("grant_type", "password")
                        .formParam("client_id", "fairlead-cli")
                        .formParam("username", username)
                        .formParam("password", username + "-demo")
                        .formParam("scope", "openid organization:*"));
    }

    static String integratorToken() {
        return token(
                given().formParam("grant_type", "client_credentials")
                        .formParam("client_id", "integrator-demo")
                        .formParam("client_secret", secret("integrator-demo")));
    }

    private static String token(RequestSpecification request) {
        return request.post(ISSUER + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static String secret(String client) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(DATA.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return secrets.stringPropertyNames().stream()
                .filter(name -> name.contains(client))
                .findFirst()
                .map(secrets::getProperty)
                .orElseThrow();
    }

    /// Asks until the answer is as wanted; the answer it ended with is in the failure.
    static JsonPath await(String what, Supplier<Response> ask, Predicate<JsonPath> isWanted) {
        return await(what, PATIENCE, ask, isWanted);
    }

    static JsonPath await(
            String what, Duration patience, Supplier<Response> ask, Predicate<JsonPath> isWanted) {
        var until = Instant.now().plus(patience);
        String last = "nothing";
        while (Instant.now().isBefore(until)) {
            try {
                var response = ask.get();
                last = response.statusCode() + " " + response.asString();
                if (response.statusCode() < 300 && isWanted.test(response.jsonPath())) {
                    return response.jsonPath();
                }
            } catch (RuntimeException away) {
                last = away.toString();
            }
            pause(Duration.ofMillis(250));
        }
        throw new AssertionError("waited in vain for " + what + "; the last answer was " + last);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonPath upload(byte[] bytes, String name, String query) {
        return asIntegrator()
                .contentType("application/octet-stream")
                .header("Fairlead-File-Name", name)
                .body(bytes)
                .post("/api/ais/v1/uploads" + query)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    static JsonPath finished(String jobId) {
        return await(
                "job " + jobId + " to finish",
                () -> asIntegrator().get("/api/ais/v1/jobs/" + jobId),
                job ->
                        "done".equals(job.getString("state"))
                                || "failed".equals(job.getString("state")));
    }

    /// A file of the real inputs beside the checkout, absent where they are not laid out.
    static Optional<Path> realInput(String relativePath) {
        var file =
                Objects.requireNonNull(SCRIPT.toAbsolutePath().getParent())
                        .resolveSibling("shared/data")
                        .resolve(relativePath);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
