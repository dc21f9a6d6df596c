package org.fairlead.cli.e2e;

import static io.restassured.RestAssured.given;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// The platform `./fairlead test` started, found by the environment.
public final class RunningPlatform {

    private RunningPlatform() {}

    /// What the command said and how it ended.
    public record Said(int code, String text) {}

    public static String url() {
        return required("FAIRLEAD_TEST_URL");
    }

    public static int port() {
        return Integer.parseInt(required("FAIRLEAD_TEST_PORT"));
    }

    public static Path data() {
        return Path.of(required("FAIRLEAD_TEST_DATA"));
    }

    public static String issuer() {
        return "http://localhost:" + (port() + 5) + "/realms/fairlead";
    }

    /// An access token of a demonstration person.
    public static String tokenOf(String person) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "fairlead-cli")
                .formParam("username", person)
                .formParam("password", person + "-demo")
                .formParam("scope", "openid organization:*")
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /// An access token of the demonstration integrator.
    public static String tokenOfIntegrator() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "integrator-demo")
                .formParam("client_secret", secret("client.integrator-demo"))
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public static String secret(String name) {
        var secrets = new Properties();
        try (BufferedReader reader =
                Files.newBufferedReader(data().resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return Objects.requireNonNull(secrets.getProperty(name), name);
    }

    /// Runs the command a user would type, on this platform.
    public static Said fairlead(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(required("FAIRLEAD_TEST_SCRIPT")));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", data().toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    public static long pidOf(String part) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("run").resolve(part + ".pid")).getFirst());
    }

    /// Ends a part without a chance to tidy up.
    public static void kill(String part) throws IOException, InterruptedException {
        var pid = pidOf(part);
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private static String required(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is set by ./fairlead test");
    }
}
